import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './signature-pad.module.css';

/**
 * A field to sign in with finger, pen or mouse. Whoever cannot or would rather not leaves it empty: the typed name
 * beside it signs as well.
 */
export function SignaturePad({ onChange }: { onChange: (image: Blob | null) => void }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [isSigned, setSigned] = useState(false);

  useEffect(() => {
    const element = canvas.current!;
    const scale = Math.max(2, window.devicePixelRatio);
    element.width = element.clientWidth * scale;
    element.height = element.clientHeight * scale;
    const context = element.getContext('2d')!;
    context.scale(scale, scale);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = '#10233a';
    context.fillStyle = '#10233a';
  }, []);

  const point = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const start = (event: PointerEvent): void => {
    canvas.current!.setPointerCapture(event.pointerId);
    const at = point(event);
    last.current = at;
    const context = canvas.current!.getContext('2d')!;
    context.beginPath();
    context.arc(at.x, at.y, 1.3, 0, Math.PI * 2);
    context.fill();
  };

  const move = (event: PointerEvent): void => {
    if (!last.current) return;
    const to = point(event);
    const context = canvas.current!.getContext('2d')!;
    context.beginPath();
    context.lineWidth = event.pressure > 0 && event.pointerType === 'pen' ? 1.2 + event.pressure * 2.4 : 2.6;
    context.moveTo(last.current.x, last.current.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    last.current = to;
  };

  const end = (): void => {
    if (!last.current) return;
    last.current = null;
    setSigned(true);
    canvas.current!.toBlob((blob) => onChange(blob), 'image/png');
  };

  const clear = (): void => {
    const element = canvas.current!;
    element.getContext('2d')!.clearRect(0, 0, element.width, element.height);
    setSigned(false);
    onChange(null);
  };

  return (
    <div className={styles['pad']}>
      <div className={styles['frame']}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t(isSigned ? 'ui.signature.signed' : 'ui.signature.empty')}
          onPointerDown={start}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {!isSigned && (
          <span className={styles['hint']} aria-hidden="true">
            {t('ui.signature.here')}
          </span>
        )}
      </div>
      {isSigned && (
        <button type="button" className={styles['clear']} onClick={clear}>
          {t('ui.signature.again')}
        </button>
      )}
    </div>
  );
}

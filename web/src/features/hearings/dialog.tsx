import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './dialog.module.css';

/** The browser's own modal dialog: it keeps the focus, Escape closes it, and the rest of the page is inert. */
export function Dialog({
  title,
  onClose,
  children,
  isWide = false,
  isPrinted = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  isWide?: boolean;
  /** Printing prints this dialog and nothing of the page under it. */
  isPrinted?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? styles['wide'] : styles['dialog']}
      aria-labelledby={id}
      data-printed={isPrinted || undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

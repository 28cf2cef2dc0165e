import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './record-panel.module.css';

/** One text, and the act it is the reason for; empty only where it may be left out. */
export function ReasonForm({
  label,
  submit,
  onSubmit,
  onCancel,
  isDanger = false,
  isOptional = false,
  children,
}: {
  label: string;
  submit: string;
  onSubmit: (text: string) => void;
  onCancel: () => void;
  isDanger?: boolean;
  isOptional?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' && !isOptional) setIsMissing(true);
        else onSubmit(text.trim());
      }}
    >
      {children}
      <div className={styles['field']}>
        <label htmlFor={id}>
          {label}
          {isOptional && t('ui.field.optional')}
        </label>
        <textarea
          id={id}
          rows={3}
          maxLength={500}
          value={text}
          aria-required={!isOptional}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setIsMissing(false);
          }}
        />
        {isMissing && (
          <p id={`${id}-missing`} role="alert" className={styles['problem']}>
            {t('hearings.reason-missing')}
          </p>
        )}
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" danger={isDanger}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('hearings.cancel')}</Button>
      </div>
    </form>
  );
}

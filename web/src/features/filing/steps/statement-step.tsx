import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { TextArea } from '../../../ui/inputs';
import { useDraft } from '../draft-context';
import styles from './statement-step.module.css';

export function StatementStep() {
  const { t } = useTranslation();
  const { data, change } = useDraft();
  return (
    <>
      <Field pointer="/statement/text" label={t('statement.label')} hint={t('statement.hint')}>
        <TextArea
          value={data.statement?.text ?? ''}
          onChange={(text) => change('statement', { text })}
          rows={12}
          maxLength={10_000}
        />
      </Field>
      <details className={styles['example']}>
        <summary>{t('statement.example')}</summary>
        <p>{t('statement.example.text')}</p>
      </details>
    </>
  );
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, type FormProblem } from './form';
import { Page } from './page';
import styles from './question-page.module.css';

export type SaveState = 'idle' | 'saving' | 'saved' | 'unsaved' | 'failed';

interface QuestionPageProps {
  title: string;
  help?: ReactNode;
  /** Name of the whole: 申请仲裁. */
  task: string;
  step: number;
  steps: number;
  save: SaveState;
  back?: { to: string; text?: string };
  /** Goes back after saving what was typed; `back` is a plain way out. */
  onBack?: () => void;
  onNext: () => void;
  nextText?: string;
  isBusy?: boolean;
  problems?: readonly FormProblem[];
  /** Above the question: a conflict, a failure to save. */
  notice?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** One question a page: where one is, what is asked, why, and the two ways on. */
export function QuestionPage({
  title,
  help,
  task,
  step,
  steps,
  save,
  back,
  onBack,
  onNext,
  nextText,
  isBusy = false,
  problems = [],
  notice,
  footer,
  children,
}: QuestionPageProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <Progress task={task} step={step} steps={steps} save={save} />
      <Page
        title={title}
        tabTitle={`${title} · ${task}`}
        lead={help}
        width="narrow"
        {...(back ? { back: { to: back.to, text: back.text ?? t('ui.back') } } : {})}
      >
        {notice && <div className={styles['notice']}>{notice}</div>}
        <Form problems={problems} onSubmit={onNext}>
          {children}
          <div className={styles['buttons']}>
            <Button type="primary" htmlType="submit" size="large" loading={isBusy}>
              {nextText ?? t('ui.next')}
            </Button>
            {onBack && (
              <Button size="large" onClick={onBack} disabled={isBusy}>
                {t('ui.back')}
              </Button>
            )}
          </div>
        </Form>
        {footer && <div className={styles['footer']}>{footer}</div>}
      </Page>
    </div>
  );
}

/** Where one is in a form of several pages, and whether what was typed is safe. */
export function Progress({
  task,
  step,
  steps,
  save,
}: {
  task: string;
  step: number;
  steps: number;
  save: SaveState;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles['progress']}>
      <div className={styles['where']}>
        <span>
          {task} · {t('ui.question.step', { step, steps })}
        </span>
        <span role="status" className={styles[save]}>
          {save === 'idle' ? '' : t(`ui.save.${save}`)}
        </span>
      </div>
      <div className={styles['track']} aria-hidden="true">
        <div style={{ width: `${(step / steps) * 100}%` }} />
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './finding.module.css';
import { ArticleLink } from './cited';
import { useLawText, withoutParts, type Finding } from './law';
import { Notice } from './states';

/** What somebody may lose by not opening the working. */
const CAUTIONS: ReadonlySet<string> = new Set(['double-wage.limitation', 'limitation.at-risk']);

/** “怎么算的 / 依据”: opens under an amount or a date and shows each step and the articles behind it. */
export function FindingView({
  finding,
  about,
  isOpen = false,
}: {
  finding: Finding;
  /** What it is the working of, for those who hear the page: “加班工资”. */
  about: string;
  isOpen?: boolean;
}) {
  const { t } = useTranslation();
  const { text } = useLawText();
  return (
    <>
      {finding.steps
        .filter(({ key }) => CAUTIONS.has(key))
        .map(({ key, params }) => (
          <Notice key={key} tone="warn">
            <p>{text(key, params)}</p>
          </Notice>
        ))}
      <details className={styles['finding']} open={isOpen}>
        <summary>
          {t('ui.finding.how')}
          <span className="visually-hidden">{t('ui.finding.of', { about })}</span>
        </summary>
        <Working finding={finding} />
      </details>
    </>
  );
}

/** The working itself, for a page that is about nothing else. */
export function Working({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { text } = useLawText();
  return (
    <div className={styles['body']}>
      <ol className={styles['steps']}>
        {finding.steps.map((step, index) => (
          <li key={index}>
            {text(step.key, step.params)}
            {step.article && (
              <span className={styles['cite']}>
                <ArticleLink article={step.article} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {finding.basis.length > 0 && (
        <div className={styles['basis']}>
          <p className={styles['basisTitle']}>{t('ui.finding.basis')}</p>
          <ul>
            {withoutParts(finding.basis).map((article) => (
              <li key={JSON.stringify(article)}>
                <ArticleLink article={article} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** A figure or a day in large, with its working under it. */
export function Figure({
  label,
  value,
  children,
}: {
  label: ReactNode;
  value: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles['figure']}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['value']}>{value}</p>
      {children}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { ArticleLink } from '../../ui/cited';
import { fieldId } from '../../ui/form';
import { FindingView } from '../../ui/finding';
import { longDateWithWeekday, yuan } from '../../ui/format';
import { useLawText, type Article, type Step } from '../../ui/law';
import { Notice } from '../../ui/states';
import { Tag } from '../../ui/tags';
import styles from './awards.module.css';
import type { AwardPreview } from './queries';

/** What the draft amounts to if it is issued as it stands: final or not, item by item, and the documents it makes. */
export function PreviewPanel({ preview, isBehind }: { preview: AwardPreview; isBehind: boolean }) {
  const { t } = useTranslation();
  const { text } = useLawText();
  const decided = preview.items.filter((item) => item.outcome !== null);
  // “Not decided” of the whole and “choose” of the field say the same; the one that leads to the field stays.
  const problems = preview.problems.filter((problem) => problem.pointer !== '/decisions');
  return (
    <section className={styles['preview']} aria-labelledby="preview-title" aria-busy={isBehind}>
      <h2 id="preview-title">{t('award.preview')}</h2>
      <dl className={styles['sums']}>
        <div>
          <dt>{t('award.claimed')}</dt>
          <dd>{yuan(preview.claimedFen)}</dd>
        </div>
        <div>
          <dt>{t('award.awarded')}</dt>
          <dd className={styles['sum']}>{yuan(preview.awardedFen)}</dd>
        </div>
      </dl>
      {decided.length === 0 ? (
        <p className="quiet">{t('award.preview.empty')}</p>
      ) : (
        <ol className={styles['finality']}>
          {preview.items.map((item) => (
            <li key={item.claimId}>
              <div className={styles['claimHead']}>
                <span>
                  {item.ordinal}. {t(item.titleKey)}
                </span>
                {item.amountFen !== null && <strong className="amount">{yuan(item.amountFen)}</strong>}
              </div>
              {item.isFinal === null ? (
                <Tag>{t('award.not-decided')}</Tag>
              ) : (
                <Tag tone={item.isFinal ? 'active' : 'neutral'}>
                  {t(item.isFinal ? 'award.kind.final' : 'award.kind.non-final')}
                </Tag>
              )}
              {(item.reasons as unknown as Step[]).map((step, index) => (
                <p key={index} className={styles['why']}>
                  {text(step.key, step.params)}
                  {step.article && (
                    <span className={styles['cite']}>
                      <ArticleLink article={step.article} />
                    </span>
                  )}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
      <FindingView
        about={t('award.preview')}
        finding={{
          value: null,
          basis: preview.basis as unknown as Article[],
          steps: preview.steps as unknown as Step[],
        }}
      />
      {preview.documents.length > 0 && (
        <>
          <h3>{t('award.documents', { count: preview.documents.length })}</h3>
          <ul className={styles['documents']}>
            {preview.documents.map((document) => (
              <li key={document.ordinal}>
                <strong>{document.number}</strong>
                <Tag tone={document.kind === 'final' ? 'active' : 'neutral'}>
                  {t(`award.kind.${document.kind}`)}
                </Tag>
                <span className="amount">{yuan(document.totalFen)}</span>
                <details>
                  <summary>{t('award.rights')}</summary>
                  <p className="small">{t(document.rightsKey)}</p>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      {(preview.warnings as unknown as Step[]).length > 0 && (
        <Notice tone="warn" title={t('award.warnings')}>
          <ul>
            {(preview.warnings as unknown as Step[]).map((step, index) => (
              <li key={index}>{text(step.key, step.params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <OpenPeriods preview={preview} />
      {preview.bars.length > 0 && (
        <Notice tone="warn" title={t('award.not-yet')}>
          <ul>
            {preview.bars.map((bar) => (
              <li key={bar}>{bar}</li>
            ))}
          </ul>
        </Notice>
      )}
      {problems.length > 0 ? (
        <Notice title={t('award.missing', { count: problems.length })}>
          <ul className={styles['problems']}>
            {problems.map((problem) => (
              <li key={problem.pointer + problem.code}>
                <button type="button" onClick={() => focusField(problem.pointer)}>
                  {placeOf(problem.pointer, preview, t)}
                  {problem.detail}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="ok">
          <p>{t(preview.bars.length > 0 ? 'award.complete.but' : 'award.complete')}</p>
        </Notice>
      )}
    </section>
  );
}

/** Somebody may still answer or hand in evidence: said before the award is made, and no bar to it. */
export function OpenPeriods({ preview: { openPeriods } }: { preview: AwardPreview }) {
  const { t } = useTranslation();
  if (openPeriods.length === 0) return null;
  return (
    <Notice tone="warn" title={t('award.open-periods')}>
      <ul>
        {openPeriods.map(({ kind, partyName, dueOn }) => (
          <li key={`${kind}${partyName ?? ''}`}>
            {t(`award.open-periods.${kind}`, { name: partyName ?? '', date: longDateWithWeekday(dueOn) })}
          </li>
        ))}
      </ul>
      <p>{t('award.open-periods.yours')}</p>
    </Notice>
  );
}

/** “第 2 项：”, where the problem lies in the decision on a claim. */
function placeOf(
  pointer: string,
  preview: AwardPreview,
  t: (key: string, params: Record<string, number>) => string,
): string {
  const index = /^\/decisions\/(\d+)/.exec(pointer)?.[1];
  const item = index === undefined ? undefined : preview.items[Number(index)];
  return item ? t('award.item', { number: item.ordinal }) : '';
}

function focusField(pointer: string): void {
  const field =
    document.getElementById(fieldId(pointer)) ?? document.getElementById(fieldId(`${pointer}/0/outcome`));
  const input = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field;
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

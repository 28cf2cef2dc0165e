import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../api/client';
import { ArticleLink } from '../../../ui/cited';
import { dateTime, yuan } from '../../../ui/format';
import { useLawText, type Step } from '../../../ui/law';
import { useOpenFile } from '../../../ui/open-file';
import { Tag, type Tone } from '../../../ui/tags';
import { useAwards, type Case } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

const TONES: Record<string, Tone> = { granted: 'ok', partly: 'warn', refused: 'neutral' };

/** What was decided, claim by claim, and what one may do about it. */
export function AwardsSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const { text } = useLawText();
  const open = useOpenFile();
  const awards = useAwards(labourCase.id, true);
  return (
    <Loaded query={awards}>
      {(list) => (
        <div className="stack-l">
          {list.map((award) => (
            <article key={award.id} className="stack" aria-labelledby={`award-${award.id}`}>
              <div className="row-apart">
                <h3 id={`award-${award.id}`} className="serif" lang="zh-CN">
                  {award.number}
                </h3>
                <Tag tone="active">{t(`result.kind.${award.kind}`)}</Tag>
              </div>
              <p className="quiet small">{dateTime(award.issuedAt)}</p>
              <ul className={styles['list']}>
                {award.items.map((item) => (
                  <li key={item.claimId}>
                    <div className="row-apart">
                      <h4>
                        {item.ordinal}. {t(item.titleKey)}
                      </h4>
                      <Tag tone={TONES[item.outcome] ?? 'neutral'}>{t(`result.outcome.${item.outcome}`)}</Tag>
                    </div>
                    {item.amountFen !== null && item.claimedFen !== null && (
                      <p>
                        <span className={styles['big']}>{yuan(item.amountFen)}</span>{' '}
                        <span className="quiet small">
                          {t('result.claimed', { amount: yuan(item.claimedFen) })}
                        </span>
                      </p>
                    )}
                    {item.amountFen !== null && item.amountFen > 0 && (
                      <p className="quiet small">{t('result.perform', { days: item.performanceDays })}</p>
                    )}
                    <details>
                      <summary className={styles['link']}>
                        {t(item.isFinal ? 'result.why-final' : 'result.why-not-final')}
                      </summary>
                      <ul>
                        {(item.reasons as unknown as Step[]).map((step, index) => (
                          <li key={index}>
                            {text(step.key, step.params)}
                            {step.article && (
                              <span className="quiet small">
                                {' '}
                                <ArticleLink article={step.article} />
                              </span>
                            )}
                          </li>
                        ))}
                      </ul>
                    </details>
                  </li>
                ))}
              </ul>
              <p className={styles['total']}>
                <span>{t('filing.total')}</span>
                <span className="amount">{yuan(award.totalFen)}</span>
              </p>
              <p>{t(award.rightsKey)}</p>
              <div className="row">
                <Button
                  type="primary"
                  onClick={() =>
                    open(() =>
                      body(
                        api.POST('/api/cases/{caseId}/papers/{paperId}/tickets', {
                          params: { path: { caseId: labourCase.id, paperId: award.paperId } },
                        }),
                      ),
                    )
                  }
                >
                  {t('result.open')}
                  <span className="visually-hidden">{award.number}</span>
                </Button>
                <Link to="/verify" className={styles['link']}>
                  {t('app.nav.verify')}
                </Link>
              </div>
            </article>
          ))}
        </div>
      )}
    </Loaded>
  );
}

import { useTranslation } from 'react-i18next';
import { dateTime, yuan } from '../../../ui/format';
import { Tag, type Tone } from '../../../ui/tags';
import type { AnswerData } from '../answer-data';
import { claimsAt } from '../former-claims';
import { useAnswers, type Case } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

const TONES: Record<string, Tone> = { admitted: 'ok', partly: 'warn', denied: 'danger' };

export function AnswersSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const answers = useAnswers(labourCase.id);
  return (
    <Loaded query={answers}>
      {(list) => {
        const submitted = list.filter((answer) => answer.submittedAt !== null);
        if (submitted.length === 0) return <p className="quiet">{t('answers.none')}</p>;
        return submitted.map((answer) => {
          const data = answer.data as AnswerData;
          return (
            <div key={`${answer.partyId} ${answer.submittedAt!}`} className="stack">
              <p>
                <strong lang="zh-CN">{answer.partyName}</strong>{' '}
                <span className="quiet small">
                  {t('answers.submitted-at', { at: dateTime(answer.submittedAt!) })}
                  {answer.isSuperseded && ` · ${t('answers.superseded')}`}
                </span>
              </p>
              <ul className={styles['list']}>
                {claimsAt(labourCase, answer.submittedAt!).map((claim) => {
                  const position = data.positions?.find((each) => each.claimId === claim.id);
                  if (!position?.stance) return null;
                  return (
                    <li key={claim.id}>
                      <div className="row-apart">
                        <h3>
                          {claim.ordinal}. {t(claim.titleKey)}{' '}
                          {claim.amountFen !== null && (
                            <span className="amount">{yuan(claim.amountFen)}</span>
                          )}
                        </h3>
                        <Tag tone={TONES[position.stance] ?? 'neutral'}>
                          {position.stance === 'partly' && claim.amountFen !== null
                            ? t('answer.stance.partly-amount', { amount: yuan(position.admitted ?? 0) })
                            : t(`answer.stance.${position.stance}`)}
                        </Tag>
                      </div>
                      {position.reasons && <p className={styles['text']}>{position.reasons}</p>}
                      {position.pleadsLimitation && <p className="small">{t('answers.pleads-limitation')}</p>}
                    </li>
                  );
                })}
              </ul>
              {data.limitationGrounds && (
                <p className={styles['text']}>
                  {t('answers.limitation-grounds', { grounds: data.limitationGrounds })}
                </p>
              )}
              <div>
                <h3>{t('answer.statement')}</h3>
                <p className={styles['text']}>{data.statement}</p>
              </div>
            </div>
          );
        });
      }}
    </Loaded>
  );
}

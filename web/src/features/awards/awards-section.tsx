import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime, yuan } from '../../ui/format';
import { useLawText, type Step } from '../../ui/law';
import { Tag } from '../../ui/tags';
import { Loaded, Nothing, Section } from '../desk/case/section';
import { usePaperOpener } from '../desk/case/sections';
import { usePapers, type Case } from '../desk/queries';
import styles from './awards.module.css';
import { useAwardDraft, useAwards, type Award } from './queries';

export const OUTCOME_TONES = { granted: 'ok', partly: 'warn', refused: 'neutral' } as const;

/** The documents the award was made in, each with its items; for the tribunal the way to the draft. */
export function AwardsSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const awards = useAwards(labourCase.id);
  const draft = useAwardDraft(labourCase);
  return (
    <Section id="awards" title={t('desk.section.awards')}>
      <Loaded query={awards}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>{t('award.none')}</Nothing>
          ) : (
            <div className="stack">
              {list.map((award) => (
                <AwardCard key={award.id} award={award} caseId={labourCase.id} />
              ))}
            </div>
          )
        }
      </Loaded>
      {draft.data?.actions.includes('award-draft.write') && (
        <p>
          <Link to={`/desk/cases/${labourCase.id}/award`}>{t('award.write')}</Link>
        </p>
      )}
    </Section>
  );
}

function AwardCard({ award, caseId }: { award: Award; caseId: string }) {
  const { t } = useTranslation();
  const { text } = useLawText();
  const papers = usePapers(caseId);
  const open = usePaperOpener(caseId);
  const paper = papers.data?.find((each) => each.id === award.paperId);
  return (
    <article className={styles['award']} aria-labelledby={`award-${award.id}`}>
      <div className={styles['awardHead']}>
        <div>
          <h3 id={`award-${award.id}`}>{award.number}</h3>
          <p className="quiet small">{dateTime(award.issuedAt)}</p>
        </div>
        <Tag tone={award.kind === 'final' ? 'active' : 'neutral'}>{t(`award.kind.${award.kind}`)}</Tag>
        {paper?.state === 'rendered' ? (
          <Button
            type="primary"
            onClick={() => open(award.paperId)}
            aria-label={t('desk.papers.open-named', { title: award.number })}
          >
            {t('award.open')}
          </Button>
        ) : (
          <Tag>{t('desk.papers.pending')}</Tag>
        )}
      </div>
      <table className={styles['items']}>
        <caption className="visually-hidden">{award.number}</caption>
        <thead>
          <tr>
            <th scope="col">{t('award.claim')}</th>
            <th scope="col">{t('award.outcome')}</th>
            <th scope="col" className={styles['number']}>
              {t('award.claimed')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('award.awarded')}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.items.map((item) => (
            <tr key={item.claimId}>
              <td>
                {item.ordinal}. {t(item.titleKey)}
                {(item.reasons as unknown as Step[]).map((step, index) => (
                  <span key={index} className={styles['why']}>
                    {text(step.key, step.params)}
                  </span>
                ))}
              </td>
              <td>
                <Tag tone={OUTCOME_TONES[item.outcome]}>{t(`award.outcome.${item.outcome}`)}</Tag>
              </td>
              <td className={styles['number']}>{item.claimedFen === null ? '–' : yuan(item.claimedFen)}</td>
              <td className={styles['number']}>{item.amountFen === null ? '–' : yuan(item.amountFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('award.total')}
            </th>
            <td className={styles['number']}>{yuan(award.totalFen)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="small">{t(award.rightsKey)}</p>
    </article>
  );
}

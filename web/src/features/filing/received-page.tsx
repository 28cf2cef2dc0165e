import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { FindingView } from '../../ui/finding';
import { longDateWithWeekday } from '../../ui/format';
import type { Finding } from '../../ui/law';
import { Page } from '../../ui/page';
import { PaperList } from '../cases/paper-list';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { useFilingPlace } from './filing-place';
import styles from './received-page.module.css';

/** The application is in: its number, its receipt, and what happens now. */
export function ReceivedPage() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const { isAtCounter } = useFilingPlace();
  const labourCase = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => body(api.GET('/api/cases/{caseId}', { params: { path: { caseId } } })),
  });
  if (labourCase.isPending) return <Loading isPage />;
  if (labourCase.isError) return <QueryProblem query={labourCase} />;
  const { receiptNumber, commissionName, clocks } = labourCase.data;
  const decision = clocks.find((clock) => clock.code === 'D01' && clock.dueOn);
  return (
    <Page
      title={t('received.title')}
      lead={t('received.lead', { commission: commissionName })}
      width="narrow"
    >
      <div className="stack-l">
        <div className={styles['slip']}>
          <p>{t('received.number')}</p>
          <p className={styles['number']}>{receiptNumber}</p>
          <p className="quiet small">{t(isAtCounter ? 'counter.received.print' : 'received.keep')}</p>
        </div>
        <section className="stack-s" aria-labelledby="next">
          <h2 id="next">{t('received.next')}</h2>
          <p>
            {decision?.dueOn
              ? t('received.next.by', { date: longDateWithWeekday(decision.dueOn) })
              : t('received.next.text')}
          </p>
          {decision && (
            <FindingView finding={decision.finding as unknown as Finding} about={t(decision.titleKey)} />
          )}
          <p>{t('received.next.notice')}</p>
        </section>
        <section className="stack-s" aria-labelledby="papers">
          <h2 id="papers">{t('received.papers')}</h2>
          <PaperList caseId={caseId} />
        </section>
        <p>
          <Link to={isAtCounter ? `/desk/cases/${caseId}` : `/cases/${caseId}`}>{t('received.to-case')}</Link>
        </p>
      </div>
    </Page>
  );
}

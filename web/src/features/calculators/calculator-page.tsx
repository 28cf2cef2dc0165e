import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { NotFoundPage } from '../../app/error-pages';
import { Working } from '../../ui/finding';
import { Field, Form, formProblems } from '../../ui/form';
import { longDate, yuan } from '../../ui/format';
import { Select } from '../../ui/inputs';
import type { Finding } from '../../ui/law';
import { Page } from '../../ui/page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { carryClaim } from '../filing/carried-claim';
import { firstFacts } from '../filing/claim-facts';
import { isEmployerHead, isForMoney, isHead, type EmployerHead, type Head } from '../filing/heads';
import { isAnswered, type Facts } from '../filing/questions';
import { Refused } from '../filing/refused';
import { useCommissions } from '../filing/use-commissions';
import { FactsForm } from '../filing/steps/facts-form';
import { today } from '../filing/today';
import { useCalculation } from '../filing/use-calculation';
import { useAnswers } from './answers';
import styles from './calculator-page.module.css';

export function CalculatorPage() {
  const { head = '' } = useParams();
  if (isEmployerHead(head) || (isHead(head) && isForMoney(head))) {
    return <Calculator key={head} head={head} />;
  }
  return <NotFoundPage />;
}

/** One calculator: the questions, what they come to, every step of the way, and the same on paper. */
function Calculator({ head }: { head: Head | EmployerHead }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const sentence = useSentence();
  const commissions = useCommissions();
  const [facts, setFacts] = useState<Facts>(() => firstFacts(head, {}));
  const [chosen, setChosen] = useState<string>();
  const place = commissions.data?.find((each) => each.id === chosen) ?? commissions.data?.[0];
  const calculation = useCalculation(head, place?.id, facts);
  const answers = useAnswers(head, facts);
  // What was computed for answers that have been changed since is not shown beside the new ones.
  const found = isAnswered(head, facts) ? calculation.data : undefined;
  const refused = calculation.error instanceof ApiProblem ? calculation.error.fields : [];
  return (
    <Page
      title={t('calculators.of', { claim: t(`claim.${head}`) })}
      lead={t(`filing.head.${head}.help`)}
      back={{ to: '/calculators', text: t('calculators.title') }}
      width="narrow"
    >
      <div className="stack-l">
        <div className={styles['printed']}>
          <p>{t('calculators.printed', { date: longDate(today()), place: place?.name ?? '' })}</p>
          <p>{t('calculators.reference')}</p>
        </div>
        <div className={styles['screen']}>
          <Form notes={formProblems(refused)} onSubmit={() => undefined}>
            <Field pointer="/commissionId" label={t('calculators.place')} hint={t('calculators.place.hint')}>
              <Select
                options={(commissions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={place?.id ?? ''}
                onChange={setChosen}
              />
            </Field>
            <FactsForm head={head} at="/facts" facts={facts} onChange={setFacts} />
          </Form>
        </div>
        <dl className={styles['answers']}>
          {answers.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <section className={styles['result']} aria-live="polite" aria-label={t('filing.claim.result')}>
          {found && found.value !== null ? (
            <>
              <Amount value={found.value} fromFund={fundPays(found as unknown as Finding)} />
              <h2>{t('ui.finding.how')}</h2>
              <Working finding={found as unknown as Finding} />
            </>
          ) : refused.length > 0 ? (
            <Refused head={head} fields={refused} className={styles['refused']} />
          ) : calculation.isError ? (
            <Notice tone="warn" title={t('filing.claim.not-computed')}>
              <p>{sentence(calculation.error)}</p>
            </Notice>
          ) : (
            <p className="quiet">
              {t(calculation.isFetching ? 'filing.claim.computing' : 'filing.claim.fill-in')}
            </p>
          )}
        </section>
        <p className={`${styles['screen']} ${styles['reference']}`}>{t('calculators.reference')}</p>
        {found && (
          <div className={`${styles['screen']} ${styles['actions']}`}>
            {isHead(head) && found.value !== 0 && (
              <Button
                type="primary"
                size="large"
                onClick={() => {
                  carryClaim(head, facts);
                  void navigate('/file');
                }}
              >
                {t('calculators.use')}
              </Button>
            )}
            <Button size="large" onClick={() => window.print()}>
              {t('calculators.print')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

/** What the injury fund pays is not nothing, though the employer owes nothing; null where no fund pays. */
function fundPays({ steps }: Finding): number | null {
  return steps.find(({ key }) => key === 'injury.fund-pays')?.amount ?? null;
}

/** Nought is an answer only where it is one: what the fund pays is said first, and what cannot be known is not nought. */
function Amount({ value, fromFund }: { value: number; fromFund: number | null }) {
  const { t } = useTranslation();
  const isUnknown = value === 0 && fromFund === 0;
  const isFunds = value === 0 && fromFund !== null && fromFund > 0;
  return (
    <>
      <p className={styles['label']}>{t(isFunds ? 'calculators.from-fund' : 'calculators.comes-to')}</p>
      <p className={styles['value']}>
        {isUnknown ? t('calculators.unknown') : yuan(isFunds ? fromFund : value)}
      </p>
      {isFunds && <p>{t('calculators.from-fund.how')}</p>}
    </>
  );
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem';
import { Field } from '../../../ui/form';
import { yuan } from '../../../ui/format';
import { Figure, FindingView } from '../../../ui/finding';
import { Choice, MoneyInput, TextArea } from '../../../ui/inputs';
import type { Finding } from '../../../ui/law';
import { useSentence } from '../../../ui/query-problem';
import { Notice } from '../../../ui/states';
import { periodOf } from '../claim-facts';
import type { ClaimDraft } from '../draft-data';
import { useDraft } from '../draft-context';
import { isForMoney } from '../heads';
import { Refused } from '../refused';
import { useCalculation } from '../use-calculation';
import { FactsForm } from './facts-form';
import styles from './claim-step.module.css';

/** One claim of the draft in hand. */
export function ClaimStep({ index }: { index: number }) {
  const { data, change } = useDraft();
  const claims = data.claims!;
  return (
    <ClaimQuestions
      claim={claims[index]!}
      at={`/claims/${index}`}
      commissionId={data.commissionId}
      onChange={(changes) =>
        change(
          'claims',
          claims.map((each, at) => (at === index ? { ...each, ...changes } : each)),
        )
      }
    />
  );
}

/** One claim: its facts, what they come to and why, and what is claimed. */
export function ClaimQuestions({
  claim,
  at,
  commissionId,
  onChange: set,
}: {
  claim: ClaimDraft;
  /** JSON pointer of the claim. */
  at: string;
  commissionId: string | undefined;
  onChange: (changes: Partial<ClaimDraft>) => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const calculation = useCalculation(claim.head, commissionId, claim.facts);
  const isMoney = isForMoney(claim.head);
  const computed = calculation.data?.value ?? null;
  const [isOther, setOther] = useState<boolean | null>(null);
  /** Until somebody says otherwise, what is claimed is what was computed. */
  const claimsOther =
    isOther ?? (claim.amount !== undefined && computed !== null && claim.amount !== computed);

  useEffect(() => {
    if (computed === null || claimsOther || claim.amount === computed || computed === 0) return;
    set({ amount: computed });
  });

  const refused = calculation.error instanceof ApiProblem ? calculation.error.fields : [];
  return (
    <>
      <FactsForm
        head={claim.head}
        at={`${at}/facts`}
        facts={claim.facts}
        onChange={(changed) => set({ facts: changed, ...periodOf(claim.head, changed) })}
      />
      <section className={styles['result']} aria-live="polite" aria-label={t('filing.claim.result')}>
        {computed !== null ? (
          <>
            <Figure label={t('filing.claim.comes-to')} value={yuan(computed)}>
              <FindingView
                finding={calculation.data as unknown as Finding}
                about={t(`claim.${claim.head}`)}
                isOpen={computed === 0}
              />
            </Figure>
            {computed === 0 && <p>{t('filing.claim.zero')}</p>}
          </>
        ) : calculation.data && !isMoney ? (
          <>
            <p>{t('filing.claim.act')}</p>
            <FindingView
              finding={calculation.data as unknown as Finding}
              about={t(`claim.${claim.head}`)}
              isOpen
            />
          </>
        ) : refused.length > 0 ? (
          <Refused head={claim.head} fields={refused} />
        ) : calculation.isError ? (
          <Notice tone="warn" title={t('filing.claim.not-computed')}>
            <p>{sentence(calculation.error)}</p>
          </Notice>
        ) : (
          <p className="quiet">
            {t(
              calculation.isFetching
                ? 'filing.claim.computing'
                : isMoney
                  ? 'filing.claim.fill-in'
                  : 'filing.claim.fill-in-act',
            )}
          </p>
        )}
      </section>
      {computed !== null && (
        <Field pointer={`${at}/choice`} label={t('filing.claim.how-much')} isGroup>
          <Choice
            options={[
              ...(computed > 0
                ? [
                    {
                      value: 'computed' as const,
                      label: t('filing.claim.as-computed', { amount: yuan(computed) }),
                    },
                  ]
                : []),
              { value: 'other' as const, label: t('filing.claim.other') },
            ]}
            value={claimsOther || computed === 0 ? 'other' : 'computed'}
            onChange={(choice) => {
              setOther(choice === 'other');
              if (choice === 'computed') set({ amount: computed, note: undefined });
            }}
          />
        </Field>
      )}
      {isMoney && (claimsOther || computed === null || computed === 0) && (
        <>
          <Field pointer={`${at}/amount`} label={t('filing.claim.amount')}>
            <MoneyInput
              isPositive
              value={claim.amount ?? null}
              onChange={(fen) => set({ amount: fen ?? undefined })}
            />
          </Field>
          {computed !== null && (
            <Field
              pointer={`${at}/note`}
              label={t('filing.claim.note')}
              hint={t('filing.claim.note.hint')}
              isOptional
            >
              <TextArea
                value={claim.note ?? ''}
                onChange={(note) => set({ note })}
                rows={3}
                maxLength={500}
              />
            </Field>
          )}
        </>
      )}
      {isMoney && <p className="small quiet">{t('filing.claim.free-to')}</p>}
    </>
  );
}

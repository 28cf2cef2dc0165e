import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form';
import { legalDayOf, yuan } from '../../ui/format';
import { Choice, DateInput, MoneyInput, TextArea } from '../../ui/inputs';
import styles from './mediation.module.css';
import {
  answerOf,
  paidClaims,
  type Claim,
  type ClaimAnswer,
  type Instalment,
  type Party,
  type TermsForm,
} from './terms-form';

interface Props {
  form: TermsForm;
  onChange: (form: TermsForm) => void;
  claims: readonly Claim[];
  parties: readonly Party[];
}

const RESULTS = ['paid', 'done', 'dropped', 'out'] as const;

function useAnswer({ form, onChange }: Props) {
  return (claimId: string, changes: Partial<ClaimAnswer>): void =>
    onChange({
      ...form,
      claims: { ...form.claims, [claimId]: { ...answerOf(form, claimId), ...changes } },
    });
}

/** What becomes of each claim. */
export function ResultFields(props: Props) {
  const { t } = useTranslation();
  const change = useAnswer(props);
  const { form, claims } = props;
  return claims.map((claim) => {
    const { result, text, dueOn } = answerOf(form, claim.id);
    const at = `/terms/claims/${claim.id}`;
    return (
      <div key={claim.id} className="stack">
        <Field
          pointer={`${at}/result`}
          isGroup
          label={t('mediation.claim', {
            ordinal: claim.ordinal,
            claim: t(claim.titleKey),
            amount: claim.amountFen === null ? '' : yuan(claim.amountFen),
          })}
        >
          <Choice
            value={result}
            onChange={(value) => change(claim.id, { result: value })}
            options={RESULTS.map((value) => ({
              value,
              label: t(`mediation.result.${value}`),
              hint: t(`mediation.result.${value}.hint`),
            }))}
          />
        </Field>
        {result === 'done' && (
          <>
            <Field pointer={`${at}/text`} label={t('mediation.act')} hint={t('mediation.act.hint')}>
              <TextArea
                rows={3}
                maxLength={1000}
                value={text}
                onChange={(value) => change(claim.id, { text: value })}
              />
            </Field>
            <Field pointer={`${at}/dueOn`} label={t('mediation.act.by')} isOptional>
              <Day value={dueOn} onChange={(value) => change(claim.id, { dueOn: value })} />
            </Field>
          </>
        )}
      </div>
    );
  });
}

/** Who pays how much by which day; nothing is asked where nothing is paid. */
export function MoneyFields(props: Props) {
  const { t } = useTranslation();
  const change = useAnswer(props);
  const { form, onChange, claims, parties } = props;
  const paid = paidClaims(form, claims);
  const respondents = parties.filter(({ role }) => role === 'respondent');
  if (paid.length === 0) return <p className="quiet">{t('mediation.nothing-paid')}</p>;
  return (
    <div className="stack">
      {respondents.length > 1 && (
        <Field pointer="/terms/payer" isGroup label={t('mediation.payer')}>
          <Choice
            value={form.payerId}
            onChange={(payerId) => onChange({ ...form, payerId })}
            options={respondents.map(({ id, name }) => ({
              value: id,
              label: <span lang="zh-CN">{name}</span>,
            }))}
          />
        </Field>
      )}
      <Field pointer="/terms/together" isGroup label={t('mediation.how-paid')}>
        <Choice
          value={form.isTogether ? 'together' : 'each'}
          onChange={(value) => onChange({ ...form, isTogether: value === 'together' })}
          options={(['together', 'each'] as const).map((value) => ({
            value,
            label: t(`mediation.how-paid.${value}`),
          }))}
        />
      </Field>
      {form.isTogether ? (
        <Instalments
          instalments={form.instalments}
          onChange={(instalments) => onChange({ ...form, instalments })}
        />
      ) : (
        paid.map((claim) => {
          const { amountFen, dueOn } = answerOf(form, claim.id);
          return (
            <Payment
              key={claim.id}
              at={`/terms/payments/${claim.id}`}
              title={t('mediation.claim', {
                ordinal: claim.ordinal,
                claim: t(claim.titleKey),
                amount: claim.amountFen === null ? '' : yuan(claim.amountFen),
              })}
              payment={{ amountFen, dueOn }}
              onChange={(changes) => change(claim.id, changes)}
            />
          );
        })
      )}
    </div>
  );
}

function Instalments({
  instalments,
  onChange,
}: {
  instalments: readonly Instalment[];
  onChange: (instalments: Instalment[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {instalments.map((instalment, index) => (
        <Payment
          key={index}
          at={`/terms/payments/${index}`}
          title={instalments.length > 1 ? t('mediation.instalment', { number: index + 1 }) : ''}
          payment={instalment}
          onChange={(changes) =>
            onChange(instalments.map((each, i) => (i === index ? { ...each, ...changes } : each)))
          }
        />
      ))}
      <div className="row">
        <Button onClick={() => onChange([...instalments, { amountFen: null, dueOn: '' }])}>
          {t('mediation.instalment.add')}
        </Button>
        {instalments.length > 1 && (
          <Button onClick={() => onChange(instalments.slice(0, -1))}>
            {t('mediation.instalment.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Payment({
  at,
  title,
  payment,
  onChange,
}: {
  at: string;
  title: string;
  payment: Instalment;
  onChange: (changes: Partial<Instalment>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles['payment']}>
      {title !== '' && <h3>{title}</h3>}
      <Field pointer={`${at}/amountFen`} label={t('mediation.amount')}>
        <MoneyInput value={payment.amountFen} onChange={(amountFen) => onChange({ amountFen })} isPositive />
      </Field>
      <Field pointer={`${at}/dueOn`} label={t('mediation.due')}>
        <Day value={payment.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      </Field>
    </div>
  );
}

function Day({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <DateInput
      value={value}
      onChange={onChange}
      min={legalDayOf(new Date())}
      underText={t('mediation.due.past')}
    />
  );
}

export function OtherField({ form, onChange }: Pick<Props, 'form' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Field pointer="/terms/other" label={t('mediation.other')} hint={t('mediation.other.hint')} isOptional>
      <TextArea
        rows={4}
        maxLength={4000}
        value={form.other}
        onChange={(other) => onChange({ ...form, other })}
      />
    </Field>
  );
}

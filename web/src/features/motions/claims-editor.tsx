import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../api/intent';
import { Field } from '../../ui/form';
import { longDate, yuan } from '../../ui/format';
import { MoneyInput, Select } from '../../ui/inputs';
import { Tag, type Tone } from '../../ui/tags';
import { useCase, type Case } from '../cases/queries';
import { Loaded } from '../cases/section';
import { firstFacts, periodOf } from '../filing/claim-facts';
import { isSame, withoutBlanks, type ClaimDraft, type EmploymentDraft } from '../filing/draft-data';
import { HEADS, isHead, mayRepeat, type Head } from '../filing/heads';
import type { Facts } from '../filing/questions';
import { ClaimQuestions } from '../filing/steps/claim-step';
import styles from './motions.module.css';
import type { MotionDetails } from './queries';

type Proposed = NonNullable<MotionDetails['claims']>;
type Claim = Case['claims'][number];

const TONES: Record<string, Tone> = {
  kept: 'neutral',
  added: 'ok',
  changed: 'warn',
  reduced: 'warn',
  'given-up': 'danger',
};

interface EditorProps {
  caseId: string;
  kind: 'claims-change' | 'claims-waiver';
  /** Undefined until something was changed. */
  value: Proposed | undefined;
  onChange: (claims: Proposed | undefined) => void;
}

/** The claims as they are to stand: the same forms and calculators as in the application. */
export function ClaimsEditor(props: EditorProps) {
  const labourCase = useCase(props.caseId);
  return <Loaded query={labourCase}>{(open) => <Editor {...props} labourCase={open} />}</Loaded>;
}

function Editor({ labourCase, kind, value, onChange }: EditorProps & { labourCase: Case }) {
  const { t } = useTranslation();
  const start = labourCase.claims.map(asDraft);
  const [claims, setClaims] = useState<ClaimDraft[]>(() => (value as ClaimDraft[] | undefined) ?? start);
  const [open, setOpen] = useState<string | null>(null);
  const isChanging = kind === 'claims-change';
  const set = (next: ClaimDraft[]): void => {
    setClaims(next);
    onChange(isSame(next, start) ? undefined : (withoutBlanks(next) as unknown as Proposed));
  };
  const alter = (id: string, changes: Partial<ClaimDraft>): void =>
    set(claims.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  const undo = (was: Claim): void => {
    setOpen(null);
    // In the place where it was.
    const others = claims.filter(({ id }) => id !== was.id);
    const order = new Map(start.map(({ id }, index) => [id, index]));
    set(
      [...others, asDraft(was)].sort(
        (a, b) => (order.get(a.id) ?? start.length) - (order.get(b.id) ?? start.length),
      ),
    );
  };
  const add = (head: Head): void => {
    const facts: Facts = firstFacts(head, labourCase.employment as EmploymentDraft);
    const claim: ClaimDraft = { id: uuid(), head, facts, ...periodOf(head, facts) };
    set([...claims, claim]);
    setOpen(claim.id);
  };
  const added = claims.filter(({ id }) => !start.some((each) => each.id === id));
  const heads = claims.map(({ head }) => head);
  const form = (claim: ClaimDraft) => (
    <div className="stack">
      <ClaimQuestions
        claim={claim}
        at={`/details/claims/${claims.indexOf(claim)}`}
        commissionId={labourCase.commissionId}
        onChange={(changes) => alter(claim.id, changes)}
      />
    </div>
  );
  return (
    <>
      <ul className={styles['claims']}>
        {labourCase.claims.map((was) => {
          const now = claims.find(({ id }) => id === was.id);
          const change = changeOf(asDraft(was), now);
          const about = { number: was.ordinal, claim: t(was.titleKey) };
          return (
            <li key={was.id}>
              <ClaimLine
                ordinal={was.ordinal}
                titleKey={was.titleKey}
                now={now ?? null}
                was={was}
                change={change}
              />
              {open === was.id && now && isChanging && form(now)}
              {open === was.id && now && !isChanging && (
                <Field
                  pointer={`/details/claims/${claims.indexOf(now)}/amount`}
                  label={t('motion.claims.amount')}
                  hint={t('motion.claims.amount.hint', { amount: yuan(was.amountFen ?? 0) })}
                >
                  <MoneyInput
                    isPositive
                    maxExclusive={was.amountFen ?? 0}
                    value={change === 'reduced' ? (now.amount ?? null) : null}
                    onChange={(fen) => alter(was.id, { amount: fen ?? was.amountFen ?? undefined })}
                  />
                </Field>
              )}
              <div className={styles['claimActs']}>
                {now && open !== was.id && isChanging && (
                  <Button onClick={() => setOpen(was.id)} aria-label={t('motion.claims.change.named', about)}>
                    {t('motion.claims.change')}
                  </Button>
                )}
                {now && open !== was.id && !isChanging && was.amountFen !== null && (
                  <Button onClick={() => setOpen(was.id)} aria-label={t('motion.claims.less.named', about)}>
                    {t('motion.claims.less')}
                  </Button>
                )}
                {now && open === was.id && (
                  <Button onClick={() => setOpen(null)}>{t('motion.claims.done')}</Button>
                )}
                {now && claims.length > 1 && (
                  <Button
                    danger
                    onClick={() => {
                      setOpen(null);
                      set(claims.filter(({ id }) => id !== was.id));
                    }}
                    aria-label={t('motion.claims.give-up.named', about)}
                  >
                    {t('motion.claims.give-up')}
                  </Button>
                )}
                {change !== 'kept' && (
                  <Button onClick={() => undo(was)} aria-label={t('motion.claims.undo.named', about)}>
                    {t('motion.claims.undo')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
        {added.map((claim) => (
          <li key={claim.id}>
            <ClaimLine
              ordinal={null}
              titleKey={`claim.${claim.head}`}
              now={claim}
              was={null}
              change="added"
            />
            {open === claim.id && form(claim)}
            <div className={styles['claimActs']}>
              <Button onClick={() => setOpen(open === claim.id ? null : claim.id)}>
                {t(open === claim.id ? 'motion.claims.done' : 'motion.claims.change')}
              </Button>
              <Button
                danger
                onClick={() => {
                  setOpen(null);
                  set(claims.filter(({ id }) => id !== claim.id));
                }}
              >
                {t('motion.claims.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {isChanging && (
        <Field pointer="/details/add" label={t('motion.claims.add-which')} isOptional>
          <Select
            value=""
            placeholder={t('motion.claims.add')}
            onChange={(head) => {
              if (isHead(head)) add(head);
            }}
            options={HEADS.filter((head) => mayRepeat(head) || !heads.includes(head)).map((head) => ({
              value: head,
              label: t(`claim.${head}`),
            }))}
          />
        </Field>
      )}
      <p>
        {t('motion.claims.total')} <strong className="amount">{yuan(total(claims))}</strong>
      </p>
    </>
  );
}

interface LineProps {
  ordinal: number | null;
  titleKey: string;
  now: ClaimDraft | null;
  was: Claim | null;
  change: keyof typeof TONES;
}

function ClaimLine({ ordinal, titleKey, now, was, change }: LineProps) {
  const { t } = useTranslation();
  const amount = now?.amount ?? (now ? undefined : (was?.amountFen ?? undefined));
  const before = was?.amountFen ?? null;
  const from = now?.from ?? (now ? null : was?.fromOn);
  const to = now?.to ?? (now ? null : was?.toOn);
  return (
    <>
      <div className="row-apart">
        <strong>
          {ordinal !== null && `${ordinal}. `}
          {t(titleKey)}
        </strong>
        <Tag tone={TONES[change] ?? 'neutral'}>{t(`motion.claim-change.${change}`)}</Tag>
      </div>
      {from && to && (
        <p className="quiet small">{t('claims.period', { from: longDate(from), to: longDate(to) })}</p>
      )}
      {amount !== undefined && (
        <p>
          <span className="amount">{yuan(amount)}</span>
          {now && before !== null && before !== amount && (
            <span className="quiet small"> {t('motion.claims.was', { amount: yuan(before) })}</span>
          )}
        </p>
      )}
    </>
  );
}

const total = (claims: readonly ClaimDraft[]): number =>
  claims.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

function asDraft({ id, head, facts, amountFen, fromOn, toOn, note }: Claim): ClaimDraft {
  return {
    id,
    head: head as Head,
    facts: facts as Facts,
    ...(amountFen === null ? {} : { amount: amountFen }),
    // Of double wages the period is counted, not said.
    ...(head !== 'double-wage' && fromOn && toOn ? { from: fromOn, to: toOn } : {}),
    ...(note ? { note } : {}),
  };
}

/** As the server tells them apart. */
function changeOf(was: ClaimDraft, now: ClaimDraft | undefined): keyof typeof TONES {
  if (!now) return 'given-up';
  const isSameClaim = isSame({ ...was, amount: null, note: null }, { ...now, amount: null, note: null });
  if (!isSameClaim) return 'changed';
  if (was.amount === now.amount) return 'kept';
  return was.amount !== undefined && now.amount !== undefined && now.amount < was.amount
    ? 'reduced'
    : 'changed';
}

import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { Choice, DateInput, MoneyInput, NumberInput, Select, YesNo } from '../../../ui/inputs';
import { monthsBefore } from '../claim-facts';
import { END_KINDS, type EmploymentDraft, type Facts, type Head } from '../draft-data';
import { today } from '../today';
import styles from './list.module.css';

interface FactsFormProps {
  head: Head;
  /** JSON pointer of the facts. */
  at: string;
  facts: Facts;
  employment: EmploymentDraft;
  onChange: (facts: Facts) => void;
}

/** The questions of each calculator. Answers given on earlier pages are filled in and may be changed here. */
export function FactsForm({ head, at, facts, employment, onChange }: FactsFormProps): ReactNode {
  const { t } = useTranslation();
  const set = (changes: Facts): void => onChange({ ...facts, ...changes });

  const date = (
    name: string,
    options: { isOptional?: boolean; min?: string | undefined; hint?: string } = {},
  ): ReactNode => (
    <Field
      pointer={`${at}/${name}`}
      label={t(`facts.${head}.${name}`)}
      isOptional={options.isOptional ?? false}
      {...(options.hint ? { hint: options.hint } : {})}
    >
      <DateInput
        value={text(facts[name])}
        onChange={(value) => set({ [name]: value || undefined })}
        max={today()}
        overText={t('employment.not-in-future')}
        {...(options.min ? { min: options.min } : {})}
        underText={t('employment.ends-before-start')}
      />
    </Field>
  );
  const money = (name: string, options: { isOptional?: boolean; hint?: string } = {}): ReactNode => (
    <Field
      pointer={`${at}/${name}`}
      label={t(`facts.${head}.${name}`)}
      isOptional={options.isOptional ?? false}
      {...(options.hint ? { hint: options.hint } : {})}
    >
      <MoneyInput
        isPositive={!options.isOptional}
        value={amount(facts[name])}
        onChange={(fen) => set({ [name]: fen ?? undefined })}
      />
    </Field>
  );
  const hours = (name: string): ReactNode => (
    <Field
      pointer={`${at}/${name}`}
      label={t(`facts.overtime.${name}`)}
      hint={t(`facts.overtime.${name}.hint`)}
    >
      <NumberInput
        value={amount(facts[name])}
        onChange={(value) => set({ [name]: value ?? undefined })}
        max={87_840}
        decimals={2}
        unit={t('facts.hours')}
      />
    </Field>
  );
  const wages = (
    <Wages
      at={`${at}/monthlyWages`}
      head={head}
      wages={Array.isArray(facts['monthlyWages']) ? (facts['monthlyWages'] as (number | null)[]) : []}
      months={monthsBefore(text(facts['startDate']) || undefined, text(facts['endDate']) || today())}
      onChange={(monthlyWages) => set({ monthlyWages })}
    />
  );

  switch (head) {
    case 'unpaid-wages':
      return (
        <>
          {money('monthlyWage')}
          {date('from', { hint: t('facts.unpaid-wages.from.hint') })}
          {date('to', { min: text(facts['from']) || undefined })}
          {money('paid', { isOptional: true, hint: t('facts.unpaid-wages.paid.hint') })}
        </>
      );
    case 'overtime':
      return (
        <>
          {money('monthlyWage', { hint: t('facts.overtime.monthlyWage.hint') })}
          {date('from')}
          {date('to', { min: text(facts['from']) || undefined })}
          {hours('workdayHours')}
          {hours('restDayHours')}
          {hours('holidayHours')}
          {money('paid', { isOptional: true })}
        </>
      );
    case 'double-wage':
      return (
        <>
          {date('startDate')}
          {date('signedOn', { isOptional: true, hint: t('facts.double-wage.signedOn.hint') })}
          {date('endDate', { isOptional: true, hint: t('facts.still-working.hint') })}
          {date('until', { hint: t('facts.double-wage.until.hint') })}
          {money('monthlyWage')}
        </>
      );
    case 'annual-leave':
      return (
        <>
          {date('startDate')}
          {date('endDate', { isOptional: true, hint: t('facts.still-working.hint') })}
          <Field
            pointer={`${at}/hasTwelveMonthsBefore`}
            label={t('facts.annual-leave.hasTwelveMonthsBefore')}
            hint={t('facts.annual-leave.hasTwelveMonthsBefore.hint')}
            isGroup
          >
            <YesNo
              value={
                typeof facts['hasTwelveMonthsBefore'] === 'boolean' ? facts['hasTwelveMonthsBefore'] : null
              }
              onChange={(hasTwelveMonthsBefore) => set({ hasTwelveMonthsBefore })}
            />
          </Field>
          {wages}
          <LeaveYears
            at={`${at}/years`}
            years={Array.isArray(facts['years']) ? (facts['years'] as LeaveYear[]) : []}
            employment={{
              ...employment,
              startDate: text(facts['startDate']),
              endDate: text(facts['endDate']),
            }}
            onChange={(years) => set({ years })}
          />
        </>
      );
    case 'economic-compensation':
      return (
        <>
          {date('startDate')}
          {date('endDate', { min: text(facts['startDate']) || undefined })}
          <Field pointer={`${at}/endKind`} label={t('employment.end-kind')} isGroup>
            <Choice
              options={END_KINDS.map((kind) => ({ value: kind, label: t(`employment.end-kind.${kind}`) }))}
              value={(facts['endKind'] as (typeof END_KINDS)[number] | undefined) ?? null}
              onChange={(endKind) =>
                set({ endKind, ...(endKind === 'expired' ? {} : { hasDeclinedRenewal: undefined }) })
              }
            />
          </Field>
          {facts['endKind'] === 'expired' && (
            <Field
              pointer={`${at}/hasDeclinedRenewal`}
              label={t('facts.economic-compensation.hasDeclinedRenewal')}
              isGroup
            >
              <YesNo
                value={typeof facts['hasDeclinedRenewal'] === 'boolean' ? facts['hasDeclinedRenewal'] : null}
                onChange={(hasDeclinedRenewal) => set({ hasDeclinedRenewal })}
              />
            </Field>
          )}
          {wages}
        </>
      );
    case 'unlawful-dismissal':
      return (
        <>
          {date('startDate')}
          {date('endDate', { min: text(facts['startDate']) || undefined })}
          {wages}
        </>
      );
  }
}

/** The wages of up to twelve months: one figure when they were all the same, else month by month. */
function Wages({
  at,
  head,
  wages,
  months,
  onChange,
}: {
  at: string;
  head: Head;
  wages: (number | null)[];
  months: string[];
  onChange: (wages: (number | null)[]) => void;
}) {
  const { t } = useTranslation();
  const [isSame, setSame] = useState(wages.length <= 1);
  const monthName = (month: string): string =>
    t('facts.month', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  return (
    <>
      <Field
        pointer={at}
        label={t('facts.wages', { count: months.length })}
        hint={t(head === 'annual-leave' ? 'facts.wages.without-overtime' : 'facts.wages.all')}
        isGroup
      >
        <Choice
          options={[
            { value: 'same', label: t('facts.wages.same') },
            { value: 'different', label: t('facts.wages.different') },
          ]}
          value={isSame ? 'same' : 'different'}
          onChange={(choice) => {
            setSame(choice === 'same');
            onChange(
              choice === 'same'
                ? wages.slice(0, 1)
                : months.map((_, index) => wages[index] ?? wages[0] ?? null),
            );
          }}
        />
      </Field>
      {isSame ? (
        <Field pointer={`${at}/0`} label={t('facts.wages.each')}>
          <MoneyInput value={wages[0] ?? null} onChange={(fen) => onChange(fen === null ? [] : [fen])} />
        </Field>
      ) : (
        months.map((month, index) => (
          <Field key={month} pointer={`${at}/${index}`} label={monthName(month)}>
            <MoneyInput
              value={wages[index] ?? null}
              onChange={(fen) => onChange(months.map((_, i) => (i === index ? fen : (wages[i] ?? null))))}
            />
          </Field>
        ))
      )}
    </>
  );
}

interface LeaveYear {
  year: number;
  cumulativeYears?: number | undefined;
  takenDays?: number | undefined;
  isWaived?: boolean | undefined;
}

function LeaveYears({
  at,
  years,
  employment,
  onChange,
}: {
  at: string;
  years: LeaveYear[];
  employment: EmploymentDraft;
  onChange: (years: LeaveYear[]) => void;
}) {
  const { t } = useTranslation();
  const last = Number((employment.endDate || today()).slice(0, 4));
  const first = Math.max(2008, Number((employment.startDate || today()).slice(0, 4)));
  const possible = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => last - i);
  const free = possible.filter((year) => !years.some((each) => each.year === year));
  const set = (index: number, changes: Partial<LeaveYear>): void =>
    onChange(years.map((each, i) => (i === index ? { ...each, ...changes } : each)));
  return (
    <div className="stack">
      <ol className={styles['list']}>
        {years.map((each, index) => (
          <li key={index} className={styles['card']}>
            <div className={styles['cardHead']}>
              <h2>{t('facts.leave.year-of', { year: each.year })}</h2>
              {years.length > 1 && (
                <Button type="link" danger onClick={() => onChange(years.filter((_, i) => i !== index))}>
                  {t('facts.leave.remove')}
                  <span className="visually-hidden">{each.year}</span>
                </Button>
              )}
            </div>
            <Field pointer={`${at}/${index}/year`} label={t('facts.leave.year')}>
              <Select
                options={[...new Set([each.year, ...free])]
                  .sort((a, b) => b - a)
                  .map((year) => ({ value: String(year), label: String(year) }))}
                value={String(each.year)}
                onChange={(year) => set(index, { year: Number(year) })}
              />
            </Field>
            <Field
              pointer={`${at}/${index}/cumulativeYears`}
              label={t('facts.leave.cumulative')}
              hint={t('facts.leave.cumulative.hint')}
            >
              <NumberInput
                value={each.cumulativeYears ?? null}
                onChange={(cumulativeYears) => set(index, { cumulativeYears: cumulativeYears ?? undefined })}
                max={70}
                unit={t('facts.years')}
              />
            </Field>
            <Field pointer={`${at}/${index}/takenDays`} label={t('facts.leave.taken')}>
              <NumberInput
                value={each.takenDays ?? null}
                onChange={(takenDays) => set(index, { takenDays: takenDays ?? undefined })}
                max={366}
                decimals={1}
                unit={t('facts.days')}
              />
            </Field>
            <Field pointer={`${at}/${index}/isWaived`} label={t('facts.leave.waived')} isGroup>
              <YesNo value={each.isWaived ?? null} onChange={(isWaived) => set(index, { isWaived })} />
            </Field>
          </li>
        ))}
      </ol>
      {free.length > 0 && (
        <div>
          <Button onClick={() => onChange([...years, { year: free[0]!, takenDays: 0 }])}>
            {t('facts.leave.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function amount(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

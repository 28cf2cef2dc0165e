import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { Choice, MoneyInput, NumberInput, Select, YesNo } from '../../../ui/inputs';
import { today } from '../today';
import styles from './list.module.css';

/** The wages of up to twelve months: one figure when they were all the same, else month by month. */
export function Wages({
  at,
  hint,
  wages,
  months,
  onChange,
}: {
  at: string;
  hint: string;
  wages: (number | null)[];
  months: string[];
  onChange: (wages: (number | null)[]) => void;
}) {
  const { t } = useTranslation();
  const [isSame, setSame] = useState(wages.every((wage) => wage === wages[0]));
  const monthName = (month: string): string =>
    t('facts.month', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  return (
    <>
      <Field pointer={at} label={t('facts.wages', { count: months.length })} hint={hint} isGroup>
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
                ? months.map(() => wages[0] ?? null)
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

export interface LeaveYear {
  year: number;
  cumulativeYears?: number | undefined;
  takenDays?: number | undefined;
  isWaived?: boolean | undefined;
}

export function LeaveYears({
  at,
  years,
  employment,
  onChange,
}: {
  at: string;
  years: LeaveYear[];
  employment: { startDate: string; endDate: string };
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

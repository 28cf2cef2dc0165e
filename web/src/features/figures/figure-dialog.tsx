import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { Field } from '../../ui/form';
import { longDate } from '../../ui/format';
import { DateInput, MoneyInput, NumberInput, Select, TextArea, TextInput } from '../../ui/inputs';
import { fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { ChangeProblem } from './change-problem';
import { areaName, itemText, valueText } from './figure-words';
import { useChange, type FigureRow, type FigureTable } from './queries';

export type FigureMove =
  | { kind: 'add'; table: FigureTable; areas: readonly string[] }
  | { kind: 'correct' | 'verify' | 'withdraw'; table: FigureTable; row: FigureRow };

const GRADES = ['5', '6', '7', '8', '9', '10'];
const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}`);

/** Adding a row, correcting it, having it compared, taking it away: one form, as much of it as the move needs. */
export function FigureDialog({ move, onClose }: { move: FigureMove; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { kind, table } = move;
  const row = move.kind === 'add' ? null : move.row;
  const [area, setArea] = useState(move.kind === 'add' ? (move.areas[0] ?? '') : move.row.area);
  const [fromOn, setFromOn] = useState(row?.fromOn ?? '');
  const [item, setItem] = useState(
    row?.item ?? (table.item === 'months-of-year' ? '6-10' : table.item === 'none' ? '' : '5'),
  );
  const [value, setValue] = useState<number | null>(row?.value ?? null);
  const [source, setSource] = useState(row?.source ?? '');
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');

  const change = useChange<void>(
    (_input, headers) => {
      const at = { tableName: table.tableName, area, fromOn, item };
      const given = { ...at, value: value ?? 0, source: source.trim(), reason: reason.trim() };
      const version = row?.version ?? 1;
      switch (kind) {
        case 'add':
          return body(api.POST('/api/figures', { body: given, headers }));
        case 'correct':
          return body(api.POST('/api/figures/corrections', { body: { ...given, version }, headers }));
        case 'verify':
          return body(
            api.POST('/api/figures/verifications', {
              body: {
                ...at,
                version,
                document: document.trim(),
                ...(reason.trim() ? { reason: reason.trim() } : {}),
              },
              headers,
            }),
          );
        case 'withdraw':
          return body(
            api.POST('/api/figures/withdrawals', {
              body: { ...at, version, reason: reason.trim() },
              headers,
            }),
          );
      }
    },
    () => {
      onClose();
      void message.success(t('figures.saved'));
    },
  );

  const [first = '6', last = '10'] = item.split('-');
  const months = MONTHS.map((month) => ({ value: month, label: t('figures.month', { month }) }));
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={`${t(`figures.${kind}`)} · ${t(`figures.table.${table.tableName}`)}`}
      confirm={t(`figures.${kind}.confirm`)}
      isDanger={kind === 'withdraw'}
      isPending={change.isPending}
      problem={<ChangeProblem error={change.error} />}
      fields={fieldProblems(change.error)}
      onSubmit={() => change.mutate()}
    >
      {row ? (
        <p>
          {areaName(t, row.area)} · {longDate(row.fromOn)} {itemText(t, table.item, row.item)} ·{' '}
          {valueText(t, table.unit, row.value)} · <span lang="zh-CN">{row.source}</span>
        </p>
      ) : (
        <>
          <Field pointer="/area" label={t('figures.area')}>
            <Select
              value={area}
              onChange={setArea}
              options={(move.kind === 'add' ? move.areas : []).map((each) => ({
                value: each,
                label: areaName(t, each),
              }))}
            />
          </Field>
          <Field pointer="/fromOn" label={t('figures.from')} hint={t('figures.from.hint')}>
            <DateInput value={fromOn} onChange={setFromOn} min="1995-01-01" />
          </Field>
          {table.item === 'disability-grade' && (
            <Field pointer="/item" label={t('figures.item.disability-grade')}>
              <Select
                value={item}
                onChange={setItem}
                options={GRADES.map((grade) => ({ value: grade, label: t('figures.grade', { grade }) }))}
              />
            </Field>
          )}
          {table.item === 'months-of-year' && (
            <>
              <Field pointer="/item" label={t('figures.item.first')}>
                <Select value={first} onChange={(month) => setItem(`${month}-${last}`)} options={months} />
              </Field>
              <Field pointer="/item/last" label={t('figures.item.last')}>
                <Select value={last} onChange={(month) => setItem(`${first}-${month}`)} options={months} />
              </Field>
            </>
          )}
        </>
      )}
      {(kind === 'add' || kind === 'correct') && (
        <>
          <Field pointer="/value" label={t('figures.value')}>
            {table.unit === 'fen' ? (
              <MoneyInput value={value} onChange={setValue} isPositive />
            ) : (
              <NumberInput value={value} onChange={setValue} max={240} unit={t('figures.months-unit')} />
            )}
          </Field>
          <Field pointer="/source" label={t('figures.source')} hint={t('figures.source.hint')}>
            <TextInput value={source} onChange={setSource} maxLength={200} />
          </Field>
        </>
      )}
      {kind === 'verify' && (
        <Field pointer="/document" label={t('figures.document')} hint={t('figures.document.hint')}>
          <TextInput value={document} onChange={setDocument} maxLength={200} />
        </Field>
      )}
      <Field pointer="/reason" label={t('figures.reason')} isOptional={kind === 'verify'}>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
      <WhatHappens items={[t(`figures.happens.${kind}`), t('figures.happens.stays')]} />
    </DecisionDialog>
  );
}

import { App, Button } from 'antd';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { Field } from '../../ui/form';
import { dateTime } from '../../ui/format';
import { Choice, NumberInput, TextArea, TextInput } from '../../ui/inputs';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { ChangeProblem } from './change-problem';
import styles from './figures.module.css';
import { useChange, useSettings, type Setting } from './queries';

type Name = Setting['setting'];

const CHOICES: Partial<Record<Name, readonly string[]>> = {
  wageReferenceDate: ['application-date', 'award-date'],
  isRelationConfirmationNonFinal: ['true', 'false'],
};
const DAYS: readonly Name[] = ['evidenceWorkingDays', 'performanceDays'];

function shown(t: TFunction, name: Name, value: string): string {
  if (CHOICES[name]) return t(`settings.value.${value}`);
  return DAYS.includes(name) ? t(`settings.days.${name}`, { count: Number(value) }) : value;
}

/** What the commission settles for itself, with what it was before. */
export function SettingsSection() {
  const { t } = useTranslation();
  const settings = useSettings();
  const [changing, setChanging] = useState<Setting | null>(null);
  if (settings.isPending) return <Loading />;
  if (settings.isError) return <QueryProblem query={settings} />;
  const { mayChange, version } = settings.data;
  return (
    <section aria-labelledby="settings" className={styles['card']}>
      <div className={styles['head']}>
        <h2 id="settings">{t('settings.title')}</h2>
      </div>
      <p>{t('settings.lead')}</p>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-labelledby="settings">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('settings.setting')}</th>
              <th scope="col">{t('settings.value')}</th>
              <th scope="col">{t('settings.changes')}</th>
              {mayChange && <th scope="col">{t('figures.moves')}</th>}
            </tr>
          </thead>
          <tbody>
            {settings.data.settings.map((each) => (
              <tr key={each.setting}>
                <th scope="row">{t(`settings.name.${each.setting}`)}</th>
                <td>{shown(t, each.setting, each.value)}</td>
                <td>
                  {each.changes.length === 0 ? (
                    <span className="quiet">{t('settings.never')}</span>
                  ) : (
                    <ol className={styles['history']}>
                      {each.changes.map((change) => (
                        <li key={change.changedAt}>
                          {t('settings.was', { before: shown(t, each.setting, change.before) })}{' '}
                          {change.reason}
                          <p className="small quiet">
                            {dateTime(change.changedAt)} · {change.changedBy}
                          </p>
                        </li>
                      ))}
                    </ol>
                  )}
                </td>
                {mayChange && (
                  <td>
                    <Button type="link" onClick={() => setChanging(each)}>
                      {t('settings.change')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changing && <SettingDialog setting={changing} version={version} onClose={() => setChanging(null)} />}
    </section>
  );
}

function SettingDialog({
  setting: { setting, value: before },
  version,
  onClose,
}: {
  setting: Setting;
  version: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [value, setValue] = useState(before);
  const [reason, setReason] = useState('');
  const change = useChange<Schemas['ChangeSettingDto']>(
    (input, headers) => body(api.POST('/api/settings', { body: input, headers })),
    () => {
      onClose();
      void message.success(t('figures.saved'));
    },
  );
  const choices = CHOICES[setting];
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t(`settings.name.${setting}`)}
      confirm={t('settings.change.confirm')}
      isPending={change.isPending}
      problem={<ChangeProblem error={change.error} />}
      fields={fieldProblems(change.error)}
      onSubmit={() => change.mutate({ setting, value: value.trim(), version, reason: reason.trim() })}
    >
      <p className="quiet">{t(`settings.hint.${setting}`)}</p>
      <Field pointer="/value" label={t('settings.value')} isGroup={choices !== undefined}>
        {choices ? (
          <Choice
            value={value}
            onChange={setValue}
            options={choices.map((each) => ({ value: each, label: t(`settings.value.${each}`) }))}
          />
        ) : DAYS.includes(setting) ? (
          <NumberInput
            value={value === '' ? null : Number(value)}
            onChange={(days) => setValue(days === null ? '' : String(days))}
            max={90}
            unit={t('settings.days-unit')}
          />
        ) : (
          <TextInput value={value} onChange={setValue} maxLength={60} />
        )}
      </Field>
      <Field pointer="/reason" label={t('figures.reason')}>
        <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
      </Field>
      <WhatHappens items={[t('settings.happens'), t('figures.happens.stays')]} />
    </DecisionDialog>
  );
}

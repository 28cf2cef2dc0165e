import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../../api/client';
import { Field } from '../../../ui/form';
import { dateTime, longDate, longDateWithWeekday, timeOfDay } from '../../../ui/format';
import { TextArea } from '../../../ui/inputs';
import { Notice } from '../../../ui/states';
import { Tag, type Tone } from '../../../ui/tags';
import { caseKey, useCaseAction, useHearings } from '../queries';
import { canSignRecord } from '../../cases/sections/hearings-section';
import { ActionProblem, fieldProblems } from './action-problem';
import styles from './case-page.module.css';
import { DecisionDialog, WhatHappens } from './decision-dialog';
import { Facts, Loaded, Nothing, Section } from './section';

type Hearing = Schemas['HearingDto'];

export function useHearingTerms(caseId: string) {
  return useQuery({
    queryKey: caseKey(caseId, 'hearing-terms'),
    queryFn: () => body(api.GET('/api/cases/{caseId}/hearing-terms', { params: { path: { caseId } } })),
  });
}

export const OPEN_HEARINGS = ['scheduled', 'lobby-open', 'in-session', 'recess'];

const TONES: Record<string, Tone> = {
  scheduled: 'active',
  'lobby-open': 'warn',
  'in-session': 'warn',
  recess: 'warn',
  closed: 'ok',
};

export function HearingsSection({ caseId, version }: { caseId: string; version: number }) {
  const { t } = useTranslation();
  const [isReopening, setReopening] = useState(false);
  const hearings = useHearings(caseId);
  const terms = useHearingTerms(caseId);
  return (
    <Section id="hearings" title={t('desk.section.hearings')}>
      <Loaded query={hearings}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>{t('desk.hearings.none')}</Nothing>
          ) : (
            <ul className={styles['rows']}>
              {list.map((hearing) => (
                <HearingRow key={hearing.id} hearing={hearing} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {terms.data?.reopenings.map(({ reopenedAt, reopenedBy, reason }) => (
        <p key={reopenedAt} className="small">
          {t('desk.hearings.reopened', { at: dateTime(reopenedAt), by: reopenedBy, reason })}
        </p>
      ))}
      {terms.data && terms.data.unheard.length > 0 && (
        <Notice tone="warn" title={t('desk.hearings.unheard')}>
          <p>{t('desk.hearings.unheard.why', { who: terms.data.unheard.join(t('desk.list.comma')) })}</p>
        </Notice>
      )}
      {terms.data?.canReopen && (
        <Button onClick={() => setReopening(true)}>{t('desk.hearings.reopen')}</Button>
      )}
      {isReopening && <ReopenDialog caseId={caseId} version={version} onClose={() => setReopening(false)} />}
      {terms.data?.canSetDown && (
        <p>
          <Link to={`/desk/cases/${caseId}/hearings/new`}>{t('desk.set-down.title')}</Link>
        </p>
      )}
    </Section>
  );
}

function HearingRow({ hearing }: { hearing: Hearing }) {
  const { t } = useTranslation();
  const [isCancelling, setCancelling] = useState(false);
  return (
    <li>
      <div className={styles['clockHead']}>
        <div>
          <h3>
            {t('desk.hearings.number', { number: hearing.ordinal })}
            {t('desk.list.comma')}
            {longDateWithWeekday(hearing.startsAt)} {timeOfDay(hearing.startsAt)}–{timeOfDay(hearing.endsAt)}
          </h3>
        </div>
        <Tag tone={TONES[hearing.state] ?? 'neutral'}>{t(`desk.hearings.state.${hearing.state}`)}</Tag>
      </div>
      <Facts
        rows={[
          [t('desk.hearings.mode'), t(`desk.set-down.mode.${hearing.mode}`)],
          [
            t('desk.hearings.place'),
            hearing.chamberAddress === null
              ? hearing.placeName
              : `${hearing.placeName}（${hearing.chamberAddress}）`,
          ],
          [
            t('desk.hearings.public'),
            t(hearing.isPublic ? 'desk.hearings.public.yes' : 'desk.hearings.public.no'),
          ],
          [t('tribunal.sole'), hearing.arbitratorNames.join(t('desk.list.comma'))],
          [t('tribunal.recorder'), hearing.recorderNames.join(t('desk.list.comma'))],
          [
            t('desk.set-down.waivers'),
            t(hearing.isNoticeWaived ? 'desk.hearings.waived' : 'desk.hearings.kept'),
          ],
          [
            t('desk.hearings.notices'),
            OPEN_HEARINGS.includes(hearing.state) && hearing.openedAt === null ? (
              <ul>
                {hearing.parties.map((party) => (
                  <li key={party.id}>{noticeOf(party, t)}</li>
                ))}
              </ul>
            ) : null,
          ],
          [t('desk.hearings.opened'), hearing.openedAt ? dateTime(hearing.openedAt) : null],
          [t('desk.hearings.ended'), hearing.endedAt ? dateTime(hearing.endedAt) : null],
          [t('desk.hearings.reason'), hearing.reason],
        ]}
      />
      {hearing.actions.length > 0 && (
        <div className="row" style={{ marginTop: 10 }}>
          {hearing.actions.includes('hearing.join') && OPEN_HEARINGS.includes(hearing.state) && (
            <>
              <Link to={`/hearings/${hearing.id}`}>{t('desk.hearings.enter')}</Link>
              <span className="quiet small">
                {t('desk.hearings.from', { at: dateTime(hearing.lobbyOpensAt) })}
              </span>
            </>
          )}
          {hearing.actions.includes('hearing.join') && canSignRecord(hearing) && (
            <Link to={`/hearings/${hearing.id}`}>{t('desk.hearings.record')}</Link>
          )}
          {hearing.actions.includes('hearing.cancel') && (
            <Button onClick={() => setCancelling(true)}>{t('desk.hearings.cancel')}</Button>
          )}
        </div>
      )}
      <CancelDialog hearing={hearing} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </li>
  );
}

/** Whether the notice of this hearing has reached a party, and in time: without that it is not heard over. */
function noticeOf(party: Hearing['parties'][number], t: TFunction): string {
  if (party.noticeServedOn === null) return t('desk.hearings.notice.not-served', { party: party.name });
  return t(party.canBeHeardOver ? 'desk.hearings.notice.served' : 'desk.hearings.notice.late', {
    party: party.name,
    on: longDate(party.noticeServedOn),
  });
}

/** The tribunal hears the case again; why is told to the parties. */
function ReopenDialog({
  caseId,
  version,
  onClose,
}: {
  caseId: string;
  version: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const reopen = useCaseAction(
    caseId,
    async (input: Schemas['ReopenHearingDto'], headers) => {
      await api.POST('/api/cases/{caseId}/hearing-reopening', {
        params: { path: { caseId } },
        body: input,
        headers,
      });
    },
    () => {
      onClose();
      void message.success(t('desk.hearings.reopen.done'));
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('desk.hearings.reopen')}
      confirm={t('desk.hearings.reopen.confirm')}
      isPending={reopen.isPending}
      problem={<ActionProblem error={reopen.error} caseId={caseId} onReloaded={reopen.reset} />}
      fields={fieldProblems(reopen.error)}
      onSubmit={() => reopen.mutate({ version, reason: reason.trim() })}
    >
      <Field
        pointer="/reason"
        label={t('desk.hearings.reopen.reason')}
        hint={t('desk.hearings.reopen.reason.hint')}
      >
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
      </Field>
      <WhatHappens
        items={[
          t('desk.hearings.reopen.happens.state'),
          t('desk.hearings.reopen.happens.open'),
          t('desk.hearings.reopen.happens.clocks'),
        ]}
      />
    </DecisionDialog>
  );
}

function CancelDialog({
  hearing,
  isOpen,
  onClose,
}: {
  hearing: Hearing;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const cancel = useCaseAction(
    hearing.caseId,
    async (input: Schemas['CancelHearingDto'], headers) => {
      await api.POST('/api/hearings/{hearingId}/cancellation', {
        params: { path: { hearingId: hearing.id } },
        body: input,
        headers,
      });
    },
    () => {
      onClose();
      void message.success(t('desk.hearings.cancelled'));
    },
  );
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('desk.hearings.cancel')}
      confirm={t('desk.hearings.cancel.confirm')}
      isDanger
      isPending={cancel.isPending}
      problem={<ActionProblem error={cancel.error} caseId={hearing.caseId} onReloaded={cancel.reset} />}
      fields={fieldProblems(cancel.error)}
      onSubmit={() => cancel.mutate({ reason: reason.trim() })}
    >
      <Field pointer="/reason" label={t('desk.hearings.cancel.reason')}>
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={500} />
      </Field>
      <WhatHappens items={[t('desk.hearings.cancel.free'), t('desk.hearings.cancel.again')]} />
    </DecisionDialog>
  );
}

import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Field } from '../../../ui/form';
import { dateTime } from '../../../ui/format';
import { TextArea, TextInput } from '../../../ui/inputs';
import { useCaseAction, type Case } from '../queries';
import { ActionProblem, fieldProblems } from './action-problem';
import { DecisionDialog, WhatHappens } from './decision-dialog';

type Party = Schemas['PartyDto'];

interface SeatProps {
  caseId: string;
  party: Party;
}

const ENDED = [
  'decided',
  'withdrawn',
  'deemed-withdrawn',
  'revoked',
  'terminated',
  'transferred',
  'mediated',
];

/** What the clerk may do about a respondent's seat, and what was done about it. */
export function SeatActions({ labourCase, party }: { labourCase: Case; party: Party }) {
  const { t } = useTranslation();
  const { id: caseId, state } = labourCase;
  const [isSending, setSending] = useState(false);
  const [isReleasing, setReleasing] = useState(false);
  const { codeSendings, seatReleases, actions } = party;
  return (
    <>
      {seatReleases.map((release) => (
        <p key={release.releasedAt} className="small">
          {t('desk.seat.released', {
            at: dateTime(release.releasedAt),
            by: release.releasedBy,
            name: release.representativeName ?? '',
            reason: release.reason,
          })}
        </p>
      ))}
      {codeSendings.map((sending) => (
        <p key={sending.sentAt} className="small">
          {t('desk.seat.code-sent', {
            at: dateTime(sending.sentAt),
            by: sending.sentBy,
            phone: sending.phone,
            how: sending.checkedHow,
          })}
        </p>
      ))}
      {actions.length > 0 && (
        <div className="row">
          {actions.includes('party.send-code') && (
            <Button onClick={() => setSending(true)}>
              {t('desk.seat.send')}
              <span className="visually-hidden">{party.name}</span>
            </Button>
          )}
          {actions.includes('party.release-seat') && (
            <Button danger onClick={() => setReleasing(true)}>
              {t('desk.seat.release')}
              <span className="visually-hidden">{party.name}</span>
            </Button>
          )}
        </div>
      )}
      {isSending && <SendCodeDialog caseId={caseId} party={party} onClose={() => setSending(false)} />}
      {isReleasing && (
        <ReleaseDialog
          caseId={caseId}
          party={party}
          hasEnded={ENDED.includes(state)}
          onClose={() => setReleasing(false)}
        />
      )}
    </>
  );
}

const seat = (caseId: string, party: Party) => ({ path: { caseId, partyId: party.id } });

/** The number of the application is not offered: the claimant typed it. */
function SendCodeDialog({ caseId, party, onClose }: SeatProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [phone, setPhone] = useState('');
  const [checkedHow, setCheckedHow] = useState('');
  const send = useCaseAction(
    caseId,
    (input: Schemas['SendCodeDto'], headers) =>
      api.POST('/api/cases/{caseId}/parties/{partyId}/code-messages', {
        params: seat(caseId, party),
        body: input,
        headers,
      }),
    () => {
      onClose();
      void message.success(t('desk.seat.send.done'));
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('desk.seat.send.title')}
      confirm={t('desk.seat.send.confirm')}
      isPending={send.isPending}
      problem={<ActionProblem error={send.error} caseId={caseId} onReloaded={send.reset} />}
      fields={fieldProblems(send.error)}
      onSubmit={() => send.mutate({ phone: phone.trim(), checkedHow: checkedHow.trim() })}
    >
      <p>
        <strong>{party.name}</strong>
      </p>
      <p>{t('desk.seat.send.lead')}</p>
      <Field pointer="/phone" label={t('desk.seat.send.phone')} hint={t('desk.seat.send.phone.hint')}>
        <TextInput
          value={phone}
          onChange={setPhone}
          maxLength={24}
          size={20}
          inputMode="tel"
          autoComplete="off"
        />
      </Field>
      <Field pointer="/checkedHow" label={t('desk.seat.send.how')} hint={t('desk.seat.send.how.hint')}>
        <TextArea value={checkedHow} onChange={setCheckedHow} rows={2} maxLength={300} />
      </Field>
    </DecisionDialog>
  );
}

function ReleaseDialog({
  caseId,
  party,
  hasEnded,
  onClose,
}: SeatProps & { hasEnded: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const release = useCaseAction(
    caseId,
    (input: Schemas['ReleaseSeatDto'], headers) =>
      api.POST('/api/cases/{caseId}/parties/{partyId}/seat-release', {
        params: seat(caseId, party),
        body: input,
        headers,
      }),
    () => {
      onClose();
      void message.success(t(hasEnded ? 'desk.seat.release.done.ended' : 'desk.seat.release.done'));
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('desk.seat.release.title')}
      confirm={t('desk.seat.release.confirm')}
      isDanger
      isPending={release.isPending}
      problem={<ActionProblem error={release.error} caseId={caseId} onReloaded={release.reset} />}
      fields={fieldProblems(release.error)}
      onSubmit={() => release.mutate({ reason: reason.trim() })}
    >
      <p>
        <strong>{party.name}</strong>
        {party.representativeName && <span className="quiet"> · {party.representativeName}</span>}
      </p>
      <Field
        pointer="/reason"
        label={t('desk.seat.release.reason')}
        hint={t('desk.seat.release.reason.hint')}
      >
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
      </Field>
      <WhatHappens
        items={[
          t('desk.seat.release.happens.access'),
          ...(hasEnded
            ? [t('desk.seat.release.happens.service'), t('desk.seat.release.happens.ended')]
            : [
                t('desk.seat.release.happens.consent'),
                t('desk.seat.release.happens.service'),
                t('desk.seat.release.happens.notice'),
                t('desk.seat.release.happens.hearing'),
              ]),
        ]}
      />
    </DecisionDialog>
  );
}

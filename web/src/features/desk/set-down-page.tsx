import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { useCaseChannel } from '../../app/case-channel';
import { useSession } from '../../app/session';
import { Field, Form } from '../../ui/form';
import { FindingView } from '../../ui/finding';
import { dateTime, longDate, longDateWithWeekday, timeOfDay } from '../../ui/format';
import { Choice, DateInput, Select } from '../../ui/inputs';
import type { Article, Step } from '../../ui/law';
import { QueryProblem } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import { ActionProblem, fieldProblems } from './case/action-problem';
import { WhatHappens } from './case/decision-dialog';
import { DeskPage } from './desk-page';
import { caseKey, useCase, useCaseAction, type Case } from './queries';
import styles from './set-down-page.module.css';

type Terms = Schemas['HearingTermsDto'];

/** Quarters of an hour, the first and the last as hours of the day. */
const quarters = (first: number, last: number): string[] =>
  Array.from({ length: (last - first) * 4 + 1 }, (_, index) => {
    const minutes = first * 60 + index * 15;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
const WORKING_TIME = quarters(8.5, 17.5);
/** A demonstration goes on in the evening: nobody is asked to come back in the morning for the hearing. */
const ANY_TIME = quarters(0, 23.75);

const MODES = ['online', 'on-site', 'mixed'] as const;
type Mode = (typeof MODES)[number];

const LENGTHS = ['60', '90', '120', '150', '180', '240'] as const;

/** The zone of the commissions; a clerk's computer may stand in another. */
const ZONE = '+08:00';

const startOf = (date: string, time: string): string => new Date(`${date}T${time}:00${ZONE}`).toISOString();

export function SetDownPage() {
  const { t } = useTranslation();
  const caseId = useParams()['caseId']!;
  // A waiver that comes in meanwhile makes an earlier day possible.
  useCaseChannel(caseId);
  const labourCase = useCase(caseId);
  const terms = useQuery({
    queryKey: caseKey(caseId, 'hearing-terms'),
    queryFn: () => body(api.GET('/api/cases/{caseId}/hearing-terms', { params: { path: { caseId } } })),
  });
  return (
    <DeskPage
      title={t('desk.set-down.title')}
      back={{ to: `/desk/cases/${caseId}#hearings`, text: t('desk.back-to-case') }}
      {...(labourCase.data
        ? {
            lead: `${labourCase.data.number ?? labourCase.data.receiptNumber} · ${labourCase.data.claimantNames} ${t('desk.list.against')} ${labourCase.data.respondentNames}`,
          }
        : {})}
    >
      {labourCase.isPending || terms.isPending ? (
        <Loading />
      ) : labourCase.isError ? (
        <QueryProblem query={labourCase} />
      ) : terms.isError ? (
        <QueryProblem query={terms} />
      ) : (
        <div className={styles['columns']}>
          <SetDownForm labourCase={labourCase.data} terms={terms.data} />
          <TermsPanel labourCase={labourCase.data} terms={terms.data} />
        </div>
      )}
    </DeskPage>
  );
}

function SetDownForm({ labourCase, terms }: { labourCase: Case; terms: Terms }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const isDemo = session?.isDemo === true;
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [length, setLength] = useState<string>('120');
  const canBeOnline = terms.withoutOnlineConsent.length === 0;
  const [chosen, setMode] = useState<Mode>('online');
  const mode = chosen === 'online' && !canBeOnline ? 'on-site' : chosen;
  const [roomId, setRoomId] = useState<string | null>(null);
  const [chamberId, setChamberId] = useState<string | null>(null);
  const needs = { room: mode !== 'on-site', chamber: mode !== 'online' };
  const hasPlace = (!needs.room || roomId !== null) && (!needs.chamber || chamberId !== null);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && date >= '2020';
  const isTooEarly = isDay && date < terms.earliestDay;
  const isWeekend = isDay && [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  // By the server's clock, as it was when the session was read: what it offers too much the server refuses.
  const now = session?.now ?? new Date().toISOString();
  const times = (isDemo ? ANY_TIME : WORKING_TIME).filter((each) => !isDay || startOf(date, each) > now);
  const rooms = useQuery({
    queryKey: ['hearing-rooms', date],
    queryFn: () => body(api.GET('/api/hearing-rooms', { params: { query: { on: date } } })),
    enabled: isDay && !isTooEarly,
  });
  const setDown = useCaseAction(
    labourCase.id,
    (input: Schemas['SetDownDto'], headers) =>
      body(
        api.POST('/api/cases/{caseId}/hearings', {
          params: { path: { caseId: labourCase.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      void message.success(t('desk.set-down.done'));
      void navigate(`/desk/cases/${labourCase.id}#hearings`);
    },
  );
  /** What the server said of one day or room is not said of the next. */
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setDown.reset();
      set(value);
    };
  const place = (kind: 'room' | 'chamber', value: string | null, onChange: (id: string) => void) => (
    <Field
      pointer={`/${kind}Id`}
      isGroup
      label={t(`desk.set-down.${kind}`)}
      hint={t(isDay && !isTooEarly ? 'desk.set-down.room.hint' : 'desk.set-down.room.date-first')}
    >
      {rooms.isError ? (
        <QueryProblem query={rooms} />
      ) : rooms.data && !isTooEarly ? (
        <Choice
          value={value}
          onChange={onChange}
          options={rooms.data
            .filter((each) => each.kind === kind)
            .map((each) => ({
              value: each.id,
              label: each.name,
              hint: [
                ...(each.address === null ? [] : [each.address]),
                each.taken.length === 0
                  ? t('desk.set-down.room.free')
                  : t('desk.set-down.room.taken', {
                      times: each.taken
                        .map(({ from, to }) => `${timeOfDay(from)}–${timeOfDay(to)}`)
                        .join(t('desk.list.comma')),
                    }),
              ].join(' · '),
            }))}
        />
      ) : (
        rooms.isFetching && <Loading />
      )}
    </Field>
  );
  return (
    <div className="sheet">
      <Form
        problems={fieldProblems(setDown.error)}
        onSubmit={() => {
          if (!hasPlace) return;
          setDown.mutate({
            startsAt: startOf(date, time),
            durationMinutes: Number(length),
            roomId: needs.room ? roomId : null,
            chamberId: needs.chamber ? chamberId : null,
          });
        }}
      >
        <div className={styles['when']}>
          <Field
            pointer="/startsAt"
            label={t('desk.set-down.date')}
            hint={t('desk.set-down.earliest', { on: longDate(terms.earliestDay) })}
          >
            <DateInput
              value={date}
              onChange={change((value) => {
                setDate(value);
                setRoomId(null);
                setChamberId(null);
              })}
              min={terms.earliestDay}
              underText={t('desk.set-down.too-early', { on: longDate(terms.earliestDay) })}
            />
          </Field>
          <Field
            pointer="/time"
            label={t('desk.set-down.time')}
            hint={t(isDemo ? 'desk.set-down.time.any' : 'desk.set-down.time.hint')}
          >
            <Select
              value={time}
              onChange={change(setTime)}
              placeholder={t('desk.set-down.time.choose')}
              options={times.map((value) => ({ value, label: value }))}
            />
          </Field>
          <Field
            pointer="/durationMinutes"
            label={t('desk.set-down.length')}
            hint={t('desk.set-down.length.hint')}
          >
            <Select
              value={length}
              onChange={change(setLength)}
              options={LENGTHS.map((value) => ({
                value,
                label: t('desk.set-down.minutes', { minutes: value }),
              }))}
            />
          </Field>
        </div>
        {isTooEarly && (
          <Notice
            tone="danger"
            title={t('desk.set-down.too-early', { on: longDate(terms.earliestDay) })}
            live
          >
            <p>{t('desk.set-down.too-early.why')}</p>
          </Notice>
        )}
        {isWeekend && !isTooEarly && (
          <Notice tone="warn" title={t('desk.set-down.weekend', { on: longDateWithWeekday(date) })} live>
            <p>{t('desk.set-down.weekend.why')}</p>
          </Notice>
        )}
        <StillRunning labourCase={labourCase} date={isDay ? date : null} />
        <Field pointer="/mode" isGroup label={t('desk.set-down.mode')}>
          <Choice
            value={mode}
            onChange={change(setMode)}
            options={MODES.filter((each) => canBeOnline || each !== 'online').map((each) => ({
              value: each,
              label: t(`desk.set-down.mode.${each}`),
              hint: t(`desk.set-down.mode.${each}.hint`),
            }))}
          />
        </Field>
        {needs.chamber && place('chamber', chamberId, change(setChamberId))}
        {needs.room && place('room', roomId, change(setRoomId))}
        <WhatHappens
          items={[
            t('desk.set-down.happens.booked'),
            t('desk.set-down.happens.notice'),
            t('desk.set-down.happens.clocks'),
          ]}
        />
        <ActionProblem error={setDown.error} caseId={labourCase.id} onReloaded={setDown.reset} />
        <div>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={setDown.isPending}
            disabled={isDay && rooms.isPending && !isTooEarly}
          >
            {t('desk.set-down.confirm')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Periods in which a party may still answer or bring evidence: no bar to a hearing, but for the tribunal to know. */
const PREPARATION = { D05: 'answer', D08: 'evidence' } as const;

function StillRunning({ labourCase, date }: { labourCase: Case; date: string | null }) {
  const { t } = useTranslation();
  const open = labourCase.clocks.flatMap((clock) => {
    const period = PREPARATION[clock.code as keyof typeof PREPARATION];
    if (!period || clock.state !== 'running' || clock.dueOn === null) return [];
    // The last day belongs to the period: what is held on it is held within it.
    if (date !== null && date > clock.dueOn) return [];
    const who = labourCase.parties.find(({ id }) => id === clock.subject)?.name ?? '';
    return [{ key: `${clock.code} ${clock.subject}`, period, who, on: clock.dueOn }];
  });
  if (open.length === 0) return null;
  return (
    <Notice tone="warn" title={t('desk.set-down.running')}>
      <ul>
        {open.map(({ key, period, who, on }) => (
          <li key={key}>{t(`desk.set-down.running.${period}`, { who, on: longDate(on) })}</li>
        ))}
      </ul>
      <p>{t('desk.set-down.running.why')}</p>
    </Notice>
  );
}

/** What the day depends on: notice, waivers, agreement to be heard online. */
function TermsPanel({ labourCase, terms }: { labourCase: Case; terms: Terms }) {
  const { t } = useTranslation();
  return (
    <aside className={styles['terms']} aria-label={t('desk.set-down.terms')}>
      <section className="sheet">
        <h2>{t('desk.set-down.earliest-title')}</h2>
        <p className={styles['day']}>{longDateWithWeekday(terms.earliestDay)}</p>
        <p className="quiet small">{t('desk.set-down.if-today')}</p>
        <FindingView
          about={t('desk.set-down.earliest-title')}
          isOpen
          finding={{
            value: terms.earliestDay,
            basis: terms.basis as unknown as Article[],
            steps: terms.steps as unknown as Step[],
          }}
        />
      </section>
      <section className="sheet">
        <h2>{t('desk.set-down.waivers')}</h2>
        <ul className={styles['waivers']}>
          {labourCase.parties.map((party) => {
            const waiver = terms.waivers.find((each) => each.partyId === party.id);
            return (
              <li key={party.id}>
                <strong>{party.name}</strong>
                <span>
                  {waiver
                    ? t('desk.set-down.waived', { at: dateTime(waiver.waivedAt) })
                    : t('desk.set-down.not-waived')}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      {terms.withoutOnlineConsent.length > 0 && (
        <Notice tone="warn" title={t('desk.set-down.no-consent')}>
          <p>{terms.withoutOnlineConsent.join(t('desk.list.comma'))}</p>
          <p>{t('desk.set-down.no-consent.why')}</p>
        </Notice>
      )}
    </aside>
  );
}

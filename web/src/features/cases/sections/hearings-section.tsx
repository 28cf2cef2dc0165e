import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useIntent } from '../../../api/intent';
import { FindingView } from '../../../ui/finding';
import { dateTime, legalDayOf, longDate, longDateWithWeekday, timeOfDay } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { useSentence } from '../../../ui/query-problem';
import { Tag } from '../../../ui/tags';
import { useHearings, useHearingTerms, useTribunal, type Case, type Hearing } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

const UNDER_WAY = ['scheduled', 'lobby-open', 'in-session', 'recess'];

/** Set, or going on. */
export const isAhead = ({ state }: Hearing): boolean => UNDER_WAY.includes(state);

/** The waiting room is open, or the hearing is on; where everybody comes to the chamber there is none. */
export function canEnter(hearing: Hearing): boolean {
  if (hearing.mode === 'on-site' || !UNDER_WAY.includes(hearing.state)) return false;
  return hearing.state !== 'scheduled' || Date.parse(hearing.lobbyOpensAt) <= Date.now();
}

/** Opened once, its record is read and signed, however it ended (Rules 42). */
export function canSignRecord(hearing: Hearing): boolean {
  const hasEnded = hearing.state === 'closed' || hearing.state === 'adjourned';
  return hasEnded && hearing.openedAt !== null && hearing.recordState !== 'confirmed';
}

export function HearingsSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const hearings = useHearings(labourCase.id);
  const tribunal = useTribunal(labourCase.id);
  const sitting = tribunal.data?.tribunal;
  return (
    <div className="stack">
      {sitting ? (
        <p>{t('sitting.sole', { arbitrator: sitting.arbitratorName, recorder: sitting.recorderName })}</p>
      ) : (
        tribunal.isSuccess && <p className="quiet">{t('sitting.none')}</p>
      )}
      <Loaded query={hearings}>
        {(list) =>
          list.length === 0 ? (
            <p className="quiet">{t('hearings.none')}</p>
          ) : (
            list.map((hearing) => <HearingItem key={hearing.id} hearing={hearing} />)
          )
        }
      </Loaded>
      <Reopenings labourCase={labourCase} />
      {['constituted', 'accepted', 'set-down'].includes(labourCase.state) && (
        <>
          <OnlineConsent labourCase={labourCase} />
          <NoticeWaiver labourCase={labourCase} />
        </>
      )}
    </div>
  );
}

function HearingItem({ hearing }: { hearing: Hearing }) {
  const { t } = useTranslation();
  const isOpen = useOpening(hearing);
  return (
    <div className={styles['hearing']}>
      <div className="row-apart">
        <p className={styles['when']}>
          {longDateWithWeekday(legalDayOf(hearing.startsAt))} {timeOfDay(hearing.startsAt)}–
          {timeOfDay(hearing.endsAt)}
        </p>
        <Tag tone={isAhead(hearing) ? 'active' : 'neutral'}>{t(`hearing.state.${hearing.state}`)}</Tag>
      </div>
      <p>
        {t(hearing.mode === 'online' ? 'hearings.where' : `hearings.where.${hearing.mode}`, {
          place: hearing.placeName,
        })}{' '}
        · {t('hearings.beijing-time')}
        {!hearing.isPublic && ` · ${t('hearings.private')}`}
      </p>
      {isAhead(hearing) && hearing.chamberAddress !== null && (
        <p className="small">{t('hearings.address', { address: hearing.chamberAddress })}</p>
      )}
      {hearing.reason && <p className="small">{hearing.reason}</p>}
      {isAhead(hearing) && hearing.mode !== 'on-site' && (
        <>
          <p className="quiet small">{t('hearings.lobby', { time: timeOfDay(hearing.lobbyOpensAt) })}</p>
          <div className="row" style={{ marginTop: 10 }}>
            {isOpen && (
              <Link to={`/hearings/${hearing.id}`}>
                <strong className={styles['link']}>{t('case.do.enter-hearing')}</strong>
              </Link>
            )}
            <Link to={`/hearings/${hearing.id}/device-check`} className={styles['link']}>
              {t('hearings.check')}
            </Link>
          </div>
        </>
      )}
      {canSignRecord(hearing) && (
        <Link to={`/hearings/${hearing.id}`} className={styles['link']}>
          {t('hearings.record')}
        </Link>
      )}
    </div>
  );
}

/** Turns true by itself when the waiting room opens. */
function useOpening(hearing: Hearing): boolean {
  const [isOpen, setOpen] = useState(() => canEnter(hearing));
  useEffect(() => {
    const now = canEnter(hearing);
    setOpen(now);
    const wait = Date.parse(hearing.lobbyOpensAt) - Date.now();
    if (now || wait <= 0 || wait > 86_400_000) return undefined;
    const timer = setTimeout(() => setOpen(canEnter(hearing)), wait + 500);
    return () => clearTimeout(timer);
  }, [hearing]);
  return isOpen;
}

/** That the case is heard again, and why. */
function Reopenings({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const terms = useHearingTerms(labourCase.id, true);
  return terms.data?.reopenings.map(({ reopenedAt, reason }) => (
    <p key={reopenedAt} className="small">
      {t('hearings.reopened', { at: dateTime(reopenedAt), reason })}
    </p>
  ));
}

/** By video or in the chamber: a party may think better of what it said, until the day is set. */
function OnlineConsent({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const terms = useHearingTerms(labourCase.id, true);
  const choose = useMutation({
    mutationFn: (consents: boolean) =>
      api.PUT('/api/cases/{caseId}/online-hearing-consent', {
        params: { path: { caseId: labourCase.id } },
        body: { consents },
        headers: intent.headers(`online ${consents}`),
      }),
    onSuccess: () => {
      intent.done();
      void client.invalidateQueries({ queryKey: ['case', labourCase.id] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  const consents = terms.data?.onlineConsent ?? null;
  if (consents === null) return null;
  return (
    <section className="stack-s" aria-label={t('hearings.consent')}>
      <p role="status">{t(consents ? 'hearings.consent.yes' : 'hearings.consent.no')}</p>
      {terms.data?.canChangeOnlineConsent && (
        <>
          <p className="quiet small">{t('hearings.consent.until')}</p>
          <div>
            <Button loading={choose.isPending} onClick={() => choose.mutate(!consents)}>
              {t(consents ? 'hearings.consent.decline' : 'hearings.consent.agree')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Giving up the five working days of notice, so that the hearing can be sooner; never asked for twice. */
function NoticeWaiver({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const terms = useHearingTerms(labourCase.id, true);
  const waive = useMutation({
    mutationFn: () =>
      api.POST('/api/cases/{caseId}/notice-waiver', {
        params: { path: { caseId: labourCase.id } },
        headers: intent.headers('waiver'),
      }),
    onSuccess: () => {
      intent.done();
      void client.invalidateQueries({ queryKey: ['case', labourCase.id] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  if (!terms.data) return null;
  return (
    <div className="stack-s">
      {labourCase.state !== 'set-down' && (
        <>
          <p className="quiet">{t('hearings.earliest', { date: longDate(terms.data.earliestDay) })}</p>
          <FindingView finding={terms.data as unknown as Finding} about={t('case.section.hearings')} />
        </>
      )}
      {terms.data.waivers.map((waiver) => (
        <p key={waiver.side + waiver.partyName} className="small">
          {t('hearings.waived', { party: waiver.partyName })}
        </p>
      ))}
      {terms.data.canWaive && (
        <div>
          <Button
            loading={waive.isPending}
            onClick={() =>
              modal.confirm({
                title: t('hearings.waive.title'),
                content: t('hearings.waive.text'),
                okText: t('hearings.waive.yes'),
                cancelText: t('hearings.waive.no'),
                onOk: () => waive.mutateAsync(),
              })
            }
          >
            {t('hearings.waive')}
          </Button>
        </div>
      )}
    </div>
  );
}

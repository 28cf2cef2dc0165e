import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dateTime } from '../../../ui/format';
import { useAwardDraft } from '../../awards/queries';
import { isOver, useArchive } from '../../archives/queries';
import { useSettlements } from '../../mediation/queries';
import { useMotions } from '../../motions/queries';
import { useHearings, useServices, useTribunal, type Case } from '../queries';
import styles from './case-page.module.css';
import { OPEN_HEARINGS, useHearingTerms } from './hearings-section';
import { isWaiting } from './services-section';

/** The one sentence on what comes next, and the ways to do it that are open to the person who looks. */
export function NextSteps({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const { id, state } = labourCase;
  return (
    <section className={styles['next']} aria-labelledby="next-title">
      <h2 id="next-title">{t('desk.next.title')}</h2>
      <p>{t(`desk.next.${labourCase.suspendedOn ? 'suspended' : state}`)}</p>
      <MotionStep caseId={id} />
      {labourCase.acceptedAt !== null && <SettlementStep caseId={id} />}
      <div className={styles['buttons']}>
        {state === 'accepted' && <TribunalStep caseId={id} />}
        {(state === 'constituted' || state === 'set-down') && <HearingStep caseId={id} />}
        {state === 'heard' && <UnheardStep caseId={id} />}
        <AwardStep labourCase={labourCase} />
        <ServiceStep caseId={id} />
        {isOver(state) && <ArchiveStep caseId={id} />}
      </div>
    </section>
  );
}

function Go({ to, text, isMain = true }: { to: string; text: string; isMain?: boolean }) {
  const navigate = useNavigate();
  return (
    <Button
      type={isMain ? 'primary' : 'default'}
      size="large"
      block
      href={to}
      onClick={(event) => {
        event.preventDefault();
        void navigate(to);
      }}
    >
      {text}
    </Button>
  );
}

function TribunalStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const view = useTribunal(caseId);
  return view.data?.actions.includes('tribunal.constitute') ? (
    <Go to={`/desk/cases/${caseId}/tribunal`} text={t('tribunal.appoint.title')} />
  ) : null;
}

function HearingStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const terms = useHearingTerms(caseId);
  const hearings = useHearings(caseId);
  const open = hearings.data?.find(
    (hearing) => OPEN_HEARINGS.includes(hearing.state) && hearing.actions.includes('hearing.join'),
  );
  return (
    <>
      {terms.data?.canSetDown && (
        <Go to={`/desk/cases/${caseId}/hearings/new`} text={t('desk.set-down.title')} />
      )}
      {open && (
        <>
          <Go to={`/hearings/${open.id}`} text={t('desk.hearings.enter')} />
          <p className="quiet small">{t('desk.hearings.starts', { at: dateTime(open.startsAt) })}</p>
        </>
      )}
    </>
  );
}

/** Somebody was heard in a party's name: first the hearing, then the award. */
function UnheardStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const terms = useHearingTerms(caseId);
  const unheard = terms.data?.unheard ?? [];
  return unheard.length > 0 ? (
    <p>
      <a href="#hearings">{t('desk.next.unheard', { who: unheard.join(t('desk.list.comma')) })}</a>
    </p>
  ) : null;
}

function ArchiveStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const archive = useArchive(caseId);
  return archive.data?.actions.includes('archive.file') ? (
    <p>
      <a href="#archive">{t('desk.next.archive')}</a>
    </p>
  ) : null;
}

function AwardStep({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const draft = useAwardDraft(labourCase);
  const actions = draft.data?.actions ?? [];
  if (!actions.includes('award-draft.write') && !actions.includes('award.issue')) return null;
  return (
    <Go
      to={`/desk/cases/${labourCase.id}/award`}
      text={t('award.write')}
      isMain={labourCase.state === 'heard'}
    />
  );
}

/** What somebody asks for and this person decides. */
function MotionStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const motions = useMotions(caseId);
  const waiting = (motions.data?.items ?? []).filter(({ actions }) => actions.includes('motion.decide'));
  return waiting.length > 0 ? (
    <p>
      <a href="#motions">{t('desk.next.motions', { count: waiting.length })}</a>
    </p>
  ) : null;
}

/** Both sides have agreed, and this person makes the statement. */
function SettlementStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const settlements = useSettlements(caseId);
  return settlements.data?.items.some(({ actions }) => actions.includes('settlement.state')) ? (
    <p>
      <a href="#mediation">{t('desk.next.settlement')}</a>
    </p>
  ) : null;
}

/** Papers that wait for somebody to post them or hand them over. */
function ServiceStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const services = useServices(caseId);
  const waiting = services.data?.filter(isWaiting).length ?? 0;
  return waiting > 0 ? (
    <p>
      <a href="#services">{t('desk.next.services', { count: waiting })}</a>
    </p>
  ) : null;
}

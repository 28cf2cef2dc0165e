import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { App, Button } from 'antd';
import { api, body, type Schemas } from '../../../api/client';
import { FindingView } from '../../../ui/finding';
import { dateTime, longDate, longDateWithWeekday, yuan } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { useSentence } from '../../../ui/query-problem';
import { Notice } from '../../../ui/states';
import { ClockBadge, Tag } from '../../../ui/tags';
import { useClockSubject } from '../../cases/clock-subject';
import { claimsAt, FormerClaims } from '../../cases/former-claims';
import { OralApplication } from '../../cases/oral-application';
import { useRecordSentence } from '../../cases/record-sentence';
import { useAnswers, useCaseAction, usePapers, useTimeline, type Case, type Clock } from '../queries';
import { ActionProblem } from './action-problem';
import styles from './case-page.module.css';
import { useOpenFile } from '../../../ui/open-file';
import { SeatActions } from './seat-actions';
import { Facts, Loaded, Nothing, Section } from './section';

interface InCase {
  labourCase: Case;
}

const finding = (value: unknown): Finding | null => (value ? (value as Finding) : null);

/** Employment as it stands in the application. */
interface Employment {
  startDate?: string;
  post?: string;
  workplace?: string;
  contract?: string;
  contractSignedOn?: string;
  contractFrom?: string;
  contractTo?: string;
  monthlyWage?: number;
  paidUntil?: string;
  isEnded?: boolean;
  endDate?: string;
  endKind?: string;
  endReason?: string;
}

export function ApplicationSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  const employment = labourCase.employment as Employment;
  const day = (value: string | undefined): string | null => (value ? longDate(value) : null);
  const period =
    employment.contractFrom || employment.contractTo
      ? `${day(employment.contractFrom) ?? '…'} – ${day(employment.contractTo) ?? '…'}`
      : null;
  return (
    <Section
      id="application"
      title={t('desk.section.application')}
      aside={<PaperLink caseId={labourCase.id} kind="application" text={t('desk.application.pdf')} />}
    >
      <Facts
        rows={[
          [t('desk.employment.start'), day(employment.startDate)],
          [t('desk.employment.post'), employment.post],
          [t('desk.employment.workplace'), employment.workplace],
          [
            t('desk.employment.contract'),
            employment.contract ? t(`desk.employment.contract.${employment.contract}`) : null,
          ],
          [t('desk.employment.signed'), day(employment.contractSignedOn)],
          [t('desk.employment.period'), period],
          [
            t('desk.employment.wage'),
            employment.monthlyWage === undefined ? null : yuan(employment.monthlyWage),
          ],
          [t('desk.employment.paid-until'), day(employment.paidUntil)],
          [
            t('desk.employment.end'),
            employment.isEnded
              ? [
                  day(employment.endDate),
                  employment.endKind ? t(`desk.employment.end.${employment.endKind}`) : '',
                ]
                  .filter(Boolean)
                  .join(t('desk.list.comma'))
              : t('desk.employment.going-on'),
          ],
          [t('desk.employment.end-reason'), employment.endReason],
        ]}
      />
      <h3 className={styles['subhead']}>{t('desk.application.statement')}</h3>
      <div className={styles['statement']}>{labourCase.statement}</div>
      <OralApplication labourCase={labourCase} />
      <Intake labourCase={labourCase} />
    </Section>
  );
}

/** What the commission did with the application so far. */
function Intake({ labourCase: { id, correction, decision } }: InCase) {
  const { t } = useTranslation();
  return (
    <>
      {correction && (
        <>
          <h3 className={styles['subhead']}>{t('desk.correction.title')}</h3>
          <Notice tone={correction.correctedAt ? 'ok' : 'warn'}>
            <p>
              {correction.correctedAt
                ? t('desk.correction.done', { at: dateTime(correction.correctedAt) })
                : t('desk.correction.waiting', { due: longDateWithWeekday(correction.dueOn) })}
            </p>
            {correction.draftId && (
              <p>
                <Link to={`/desk/counter/${correction.draftId}/review?correcting=${id}`}>
                  {t('counter.case.correct')}
                </Link>
              </p>
            )}
          </Notice>
          <ol className={styles['defects']}>
            {correction.defects.map((defect, index) => (
              <li key={index}>
                <strong>{t(`desk.correction.section.${defect.section}`)}</strong>
                <span>{defect.text}</span>
                <span className="quiet">{t('desk.correction.remedy-of', { remedy: defect.remedy })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {decision && (
        <>
          <h3 className={styles['subhead']}>{t('desk.decision.title')}</h3>
          <Facts
            rows={[
              [t('desk.decision.outcome'), t(`desk.decision.${decision.outcome}`)],
              [t('desk.decision.at'), dateTime(decision.decidedAt)],
              [
                t('desk.decision.evidence-until'),
                decision.evidenceUntil ? longDateWithWeekday(decision.evidenceUntil) : null,
              ],
              [t('desk.decision.competent'), decision.competentCommission],
              [
                t('desk.decision.grounds'),
                decision.grounds.length > 0
                  ? decision.grounds
                      .map((ground) => t(`desk.condition.${ground}.not`))
                      .join(t('ui.list-comma'))
                  : null,
              ],
              [t('desk.decision.reason'), decision.reason],
            ]}
          />
        </>
      )}
    </>
  );
}

export function PartiesSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  return (
    <Section id="parties" title={t('desk.section.parties')}>
      <div className={styles['parties']}>
        {labourCase.parties.map((party) => (
          <article key={party.id} className={styles['party']} aria-labelledby={`party-${party.id}`}>
            <p className={styles['role']}>{t(`desk.party.${party.role}`)}</p>
            <h3 id={`party-${party.id}`}>{party.name}</h3>
            <div className={styles['tags']}>
              <Tag tone={party.hasJoined ? 'ok' : 'neutral'}>
                {t(party.hasJoined ? 'desk.party.joined' : 'desk.party.not-joined')}
              </Tag>
              <Tag tone={party.consentsToElectronic ? 'ok' : 'neutral'}>
                {t(party.consentsToElectronic ? 'desk.party.electronic' : 'desk.party.paper')}
              </Tag>
              <Tag tone={party.consentsToOnlineHearing ? 'ok' : 'neutral'}>
                {t(party.consentsToOnlineHearing ? 'desk.party.online' : 'desk.party.not-online')}
              </Tag>
            </div>
            <Facts
              rows={[
                [t('desk.party.sex'), party.sex ? t(`desk.party.sex.${party.sex}`) : null],
                [t('desk.party.birth'), party.birthDate ? longDate(party.birthDate) : null],
                party.documentKind
                  ? [
                      t(`desk.party.document.${party.documentKind}`),
                      <DocumentNumber key="number" party={party} labourCase={labourCase} />,
                    ]
                  : [t('desk.party.document'), t('desk.party.not-stated')],
                [
                  t('desk.party.legal-representative'),
                  [party.legalRepresentative, party.legalRepresentativePost].filter(Boolean).join(' · '),
                ],
                [
                  t('desk.party.acting'),
                  party.representativeName
                    ? `${party.representativeName}${
                        party.representativeCapacity
                          ? ` · ${t(`desk.party.capacity.${party.representativeCapacity}`)}`
                          : ''
                      }`
                    : null,
                ],
                [t('desk.party.address'), party.address],
                [t('desk.party.phone'), party.phone ?? t('desk.party.not-stated')],
              ]}
            />
            <SeatActions labourCase={labourCase} party={party} />
          </article>
        ))}
      </div>
    </Section>
  );
}

/** Masked until somebody who checks identity asks for it: that is recorded, and lasts as long as the page. */
function DocumentNumber({ party, labourCase }: InCase & { party: Case['parties'][number] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useSentence();
  const show = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/cases/{caseId}/parties/{partyId}/document-number', {
          params: { path: { caseId: labourCase.id, partyId: party.id } },
        }),
      ),
    onError: (error) => void message.error(sentence(error)),
  });
  const isMasked = party.documentKind !== 'uscc' && !show.data;
  return (
    <>
      <span>{show.data?.documentNumber ?? party.documentNumber}</span>
      {isMasked && labourCase.actions.includes('party.read-number') && (
        <>
          {' '}
          <Button size="small" loading={show.isPending} onClick={() => show.mutate()}>
            {t('desk.party.show-number')}
            <span className="visually-hidden">{party.name}</span>
          </Button>
        </>
      )}
    </>
  );
}

export function ClaimsSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  return (
    <Section
      id="claims"
      title={t('desk.section.claims')}
      aside={
        <p>
          {t('desk.claims.total')} <strong className="amount">{yuan(labourCase.claimedFen)}</strong>
        </p>
      }
    >
      <ol className={styles['claims']}>
        {labourCase.claims.map((claim) => {
          const working = finding(claim.finding);
          const title = t(claim.titleKey);
          return (
            <li key={claim.id}>
              <div className={styles['claimHead']}>
                <h3>
                  {claim.ordinal}. {title}
                </h3>
                <span className={styles['claimAmount']}>
                  {claim.amountFen === null ? t('ui.no-amount') : yuan(claim.amountFen)}
                </span>
              </div>
              <p className="quiet">
                {claim.fromOn && claim.toOn && (
                  <span>
                    {longDate(claim.fromOn)} – {longDate(claim.toOn)}
                    {t('ui.list-comma')}
                  </span>
                )}
                {claim.amountFen !== null &&
                  (claim.computedFen === null
                    ? t('desk.claims.not-computed')
                    : claim.computedFen === claim.amountFen
                      ? t('desk.claims.as-computed')
                      : t('desk.claims.computed', { amount: yuan(claim.computedFen) }))}
              </p>
              {claim.note && <p>{t('desk.claims.note', { note: claim.note })}</p>}
              {working && <FindingView finding={working} about={title} />}
            </li>
          );
        })}
      </ol>
      <FormerClaims labourCase={labourCase} />
    </Section>
  );
}

const OPEN_STATES = ['running', 'suspended'];

export function ClocksSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  const open = labourCase.clocks.filter((clock) => OPEN_STATES.includes(clock.state));
  const past = labourCase.clocks.filter((clock) => !OPEN_STATES.includes(clock.state));
  return (
    <Section id="clocks" title={t('desk.section.clocks')}>
      {open.length === 0 && <Nothing>{t('desk.clocks.none')}</Nothing>}
      <ClockList clocks={open} labourCase={labourCase} />
      {past.length > 0 && (
        <details className={styles['more']}>
          <summary>{t('desk.clocks.past', { count: past.length })}</summary>
          <ClockList clocks={past} labourCase={labourCase} />
        </details>
      )}
    </Section>
  );
}

function ClockList({ clocks, labourCase }: { clocks: readonly Clock[]; labourCase: Case }) {
  const { t } = useTranslation();
  const subjectOf = useClockSubject(labourCase);
  return (
    <ul className={styles['clocks']}>
      {clocks.map((clock) => {
        const subject = subjectOf(clock).label;
        const working = finding(clock.finding);
        const title = t(clock.titleKey);
        return (
          <li key={`${clock.code}${clock.subject ?? ''}`}>
            <div className={styles['clockHead']}>
              <div>
                <strong>{title}</strong>
                {subject !== '' && <span className="quiet"> · {subject}</span>}
                <p className="quiet small">
                  {t(`desk.clocks.bearer.${clock.bearer}`)}
                  {' · '}
                  {t('desk.clocks.from', { on: longDate(clock.startedOn) })}
                  {clock.dueOn && (
                    <>
                      {' · '}
                      {t('desk.clocks.until', { on: longDateWithWeekday(clock.dueOn) })}
                    </>
                  )}
                  {clock.metOn && (
                    <>
                      {' · '}
                      {t('desk.clocks.met', { on: longDate(clock.metOn) })}
                    </>
                  )}
                </p>
              </div>
              <ClockBadge remaining={clock.remaining} state={clock.state} />
            </div>
            {clock.isProvisional && <p className="small">{t('desk.clocks.provisional')}</p>}
            {(clock.state === 'missed' || clock.remaining?.isPast) && (
              <p className={styles['consequence']}>{t(clock.consequenceKey)}</p>
            )}
            {working && <FindingView finding={working} about={title} />}
          </li>
        );
      })}
    </ul>
  );
}

export function PapersSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  const papers = usePapers(labourCase.id);
  const open = usePaperOpener(labourCase.id);
  return (
    <Section id="papers" title={t('desk.section.papers')}>
      <Loaded query={papers}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>{t('desk.papers.none')}</Nothing>
          ) : (
            <ul className={styles['papers']}>
              {list.map((paper) => (
                <li key={paper.id}>
                  <div>
                    <strong className="serif">{paper.title}</strong>
                    {paper.voidSince && (
                      <span className={styles['inlineTags']}>
                        <Tag tone="danger">{t('desk.papers.void')}</Tag>
                      </span>
                    )}
                    <p className="quiet small">
                      {dateTime(paper.issuedAt)}
                      {paper.addressees.length > 0 &&
                        ` · ${t('papers.to', { names: paper.addressees.join(t('desk.list.comma')) })}`}
                      {paper.verificationCode && (
                        <>
                          {' · '}
                          {t('desk.papers.code', { code: paper.verificationCode })}
                        </>
                      )}
                    </p>
                  </div>
                  {paper.state === 'rendered' ? (
                    <Button
                      onClick={() => open(paper.id)}
                      aria-label={t('desk.papers.open-named', {
                        title: nameAmong(list, paper),
                      })}
                    >
                      {t('desk.papers.open')}
                    </Button>
                  ) : paper.isLate ? (
                    <LatePaper caseId={labourCase.id} paper={paper} />
                  ) : (
                    <Tag tone="neutral">{t('desk.papers.pending')}</Tag>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

/** The title; where another paper has the same, with whom it is for. */
function nameAmong(
  papers: readonly Schemas['PaperDto'][],
  { id, title, addressees }: Schemas['PaperDto'],
): string {
  const isAlone = papers.every((other) => other.id === id || other.title !== title);
  return isAlone ? title : [title, ...addressees].join(' ');
}

/** The program tries by itself every ten minutes; whoever knows that the obstacle is gone need not wait for that. */
function LatePaper({ caseId, paper }: { caseId: string; paper: Schemas['PaperDto'] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const draw = useCaseAction(
    caseId,
    (_: null, headers) =>
      api.POST('/api/cases/{caseId}/papers/{paperId}/drawing', {
        params: { path: { caseId, paperId: paper.id } },
        headers,
      }),
    () => void message.info(t('desk.papers.drawing')),
  );
  return (
    <div className="row">
      <Tag tone="danger">
        <span aria-hidden="true">✗</span> {t('desk.papers.late')}
      </Tag>
      <Button
        loading={draw.isPending}
        onClick={() => draw.mutate(null)}
        aria-label={t('desk.papers.draw-named', { title: paper.title })}
      >
        {t('desk.papers.draw')}
      </Button>
      <ActionProblem error={draw.error} caseId={caseId} onReloaded={draw.reset} />
    </div>
  );
}

export function usePaperOpener(caseId: string): (paperId: string) => void {
  const open = useOpenFile();
  return (paperId) =>
    open(() =>
      body(
        api.POST('/api/cases/{caseId}/papers/{paperId}/tickets', { params: { path: { caseId, paperId } } }),
      ),
    );
}

/** A button for the one paper of a kind, as soon as there is one. */
export function PaperLink({ caseId, kind, text }: { caseId: string; kind: string; text: string }) {
  const papers = usePapers(caseId);
  const open = usePaperOpener(caseId);
  const paper = papers.data?.find(
    (each) => each.kind === kind && each.state === 'rendered' && !each.voidSince,
  );
  return paper ? <Button onClick={() => open(paper.id)}>{text}</Button> : null;
}

interface Position {
  claimId?: string;
  stance?: 'admitted' | 'partly' | 'denied';
  admitted?: number;
  reasons?: string;
  pleadsLimitation?: boolean;
}

interface AnswerData {
  positions?: Position[];
  statement?: string;
  limitationGrounds?: string;
}

export function AnswersSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  const answers = useAnswers(labourCase.id);
  return (
    <Section id="answers" title={t('desk.section.answers')}>
      <Loaded query={answers}>
        {(list) => {
          const submitted = list.filter((answer) => answer.submittedAt !== null);
          if (submitted.length === 0) return <Nothing>{t('desk.answers.none')}</Nothing>;
          return (
            <div className="stack">
              {submitted.map((answer) => (
                <Answer
                  key={`${answer.partyId} ${answer.submittedAt}`}
                  name={answer.partyName}
                  at={answer.submittedAt!}
                  isSetAside={answer.isSetAside}
                  isSuperseded={answer.isSuperseded}
                  data={answer.data as AnswerData}
                  labourCase={labourCase}
                />
              ))}
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
}

const STANCE_TONES = { admitted: 'ok', partly: 'warn', denied: 'danger' } as const;

function Answer({
  name,
  at,
  isSetAside,
  isSuperseded,
  data,
  labourCase,
}: {
  name: string;
  at: string;
  /** From a seat that was taken back. */
  isSetAside: boolean;
  /** Given before the claims were changed. */
  isSuperseded: boolean;
  data: AnswerData;
  labourCase: Case;
}) {
  const { t } = useTranslation();
  return (
    <article>
      <h3>{name}</h3>
      <p className="quiet small">{t('desk.answers.at', { at: dateTime(at) })}</p>
      {isSetAside && <Tag tone="warn">{t('desk.answers.set-aside')}</Tag>}
      {isSuperseded && <Tag tone="neutral">{t('answers.superseded')}</Tag>}
      <ol className={styles['positions']}>
        {claimsAt(labourCase, at).map((claim) => {
          const position = data.positions?.find((each) => each.claimId === claim.id);
          return (
            <li key={claim.id}>
              <div className={styles['clockHead']}>
                <strong>
                  {claim.ordinal}. {t(claim.titleKey)}{' '}
                  {claim.amountFen !== null && <span className="amount">{yuan(claim.amountFen)}</span>}
                </strong>
                <span className={styles['tags']}>
                  {position?.stance ? (
                    <Tag tone={STANCE_TONES[position.stance]}>
                      {t(`desk.answers.stance.${position.stance}`)}
                    </Tag>
                  ) : (
                    <Tag>{t('desk.answers.silent')}</Tag>
                  )}
                  {position?.pleadsLimitation && <Tag tone="warn">{t('desk.answers.limitation')}</Tag>}
                </span>
              </div>
              {position?.stance === 'partly' && position.admitted !== undefined && (
                <p>{t('desk.answers.admitted', { amount: yuan(position.admitted) })}</p>
              )}
              {position?.reasons && <p className={styles['pre']}>{position.reasons}</p>}
            </li>
          );
        })}
      </ol>
      {data.statement && <div className={styles['statement']}>{data.statement}</div>}
      {data.limitationGrounds && (
        <p className={styles['pre']}>
          {t('desk.answers.limitation-grounds', { text: data.limitationGrounds })}
        </p>
      )}
    </article>
  );
}

export function RecordSection({ labourCase }: InCase) {
  const { t } = useTranslation();
  const timeline = useTimeline(labourCase.id);
  const sentence = useRecordSentence();
  return (
    <Section id="record" title={t('desk.section.record')}>
      <Loaded query={timeline}>
        {(entries) => (
          <ol className={styles['record']}>
            {[...entries].reverse().map((entry) => (
              <li key={entry.id}>
                <time dateTime={entry.at}>{dateTime(entry.at)}</time>
                <div>
                  <p>{sentence(entry)}</p>
                  <p className="quiet small">
                    {entry.actorName ?? t(`desk.record.${entry.actorKind}`)}
                    {' · '}
                    {t('desk.record.seq', { seq: entry.seq })}
                    {' · '}
                    <span className={styles['hash']} title={entry.hash}>
                      {entry.hash.slice(0, 12)}
                    </span>
                  </p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

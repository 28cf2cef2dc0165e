import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../api/client';
import { ArticleLink } from '../../../ui/cited';
import { FindingView } from '../../../ui/finding';
import { Choice } from '../../../ui/inputs';
import { Field } from '../../../ui/form';
import type { Finding } from '../../../ui/law';
import { QueryProblem } from '../../../ui/query-problem';
import { Loading, Notice } from '../../../ui/states';
import { useCases, type Case } from '../queries';
import styles from './case-page.module.css';
import { CONDITIONS, type Condition, type Conditions } from './conditions';
import { AcceptDialog, CorrectionDialog, ReferDialog, RefuseDialog } from './intake-dialogs';

type Findings = Partial<Record<Condition, boolean>>;

type Outcome = 'open' | 'accept' | 'refuse' | 'refer';

/**
 * What follows from the four conditions (Rules 30, 31): lack of jurisdiction alone is no refusal, because somebody
 * else is competent. The server decides it again.
 */
function outcomeOf(found: Findings): Outcome {
  if (CONDITIONS.some((condition) => found[condition] === undefined)) return 'open';
  if (CONDITIONS.slice(0, 3).some((condition) => !found[condition])) return 'refuse';
  return found.isOurs ? 'accept' : 'refer';
}

type Dialog = 'accept' | 'refuse' | 'refer' | 'correction' | null;

/** The four conditions of acceptance, beside the application; below them what follows from what was ticked. */
export function IntakePanel({ labourCase, isOpen }: { labourCase: Case; isOpen: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [found, setFound] = useState<Findings>({});
  const [dialog, setDialog] = useState<Dialog>(null);
  const [version, setVersion] = useState(labourCase.version);
  const [hasChanged, setChanged] = useState(false);
  /** The version one's own decision was made on. */
  const [decidedOn, setDecidedOn] = useState<number | null>(null);
  // What was ticked was ticked on another state of the file: it is looked at again.
  if (version !== labourCase.version) {
    setVersion(labourCase.version);
    setFound({});
    setChanged(decidedOn !== version);
  }
  const outcome = outcomeOf(found);
  const can = (action: string): boolean => labourCase.actions.includes(action);
  const close = (): void => setDialog(null);
  const conditions: Conditions = {
    isWithinScope: found.isWithinScope ?? false,
    hasClearClaims: found.hasClearClaims ?? false,
    hasProperParties: found.hasProperParties ?? false,
    isOurs: found.isOurs ?? false,
  };
  const done = (key: string, params: Record<string, string> = {}): void => {
    setDecidedOn(labourCase.version);
    close();
    void message.success(t(key, params));
  };

  return (
    <>
      {isOpen && decidedOn !== labourCase.version && (
        <section className={styles['intake']} aria-labelledby="intake-title">
          <h2 id="intake-title">{t('desk.intake.title')}</h2>
          <p className="quiet small">{t('desk.intake.lead')}</p>
          <IntakeNotes caseId={labourCase.id} version={labourCase.version} />
          {hasChanged && (
            <Notice tone="warn" live>
              <p>{t('desk.intake.changed')}</p>
            </Notice>
          )}
          <div className="stack">
            {CONDITIONS.map((condition, index) => (
              <Field
                key={condition}
                pointer={`/conditions/${condition}`}
                isGroup
                label={t(`desk.condition.${condition}`)}
                hint={
                  <>
                    {evidenceFor(condition, labourCase, t)}
                    <span className={styles['cite']}>
                      <ArticleLink article={{ law: 'rules', article: '30', item: String(index + 1) }} />
                    </span>
                  </>
                }
              >
                <Choice
                  isInline
                  options={[
                    { value: 'yes', label: t('desk.condition.yes') },
                    { value: 'no', label: t('desk.condition.no') },
                  ]}
                  value={found[condition] === undefined ? null : found[condition] ? 'yes' : 'no'}
                  onChange={(value) => setFound({ ...found, [condition]: value === 'yes' })}
                />
              </Field>
            ))}
          </div>
          <div role="status">
            {outcome !== 'open' && (
              <Notice tone={outcome === 'accept' ? 'ok' : 'warn'} title={t(`desk.intake.outcome.${outcome}`)}>
                <p className="small">{t(`desk.intake.outcome.${outcome}.why`)}</p>
              </Notice>
            )}
          </div>
          <div className={styles['buttons']}>
            {can('case.accept') && (
              <Button
                type="primary"
                size="large"
                block
                disabled={outcome !== 'accept'}
                onClick={() => setDialog('accept')}
              >
                {t('desk.intake.accept')}
              </Button>
            )}
            {can('case.request-correction') && (
              <Button block onClick={() => setDialog('correction')}>
                {t('desk.intake.request-correction')}
              </Button>
            )}
            {can('case.refuse') && (
              <Button block danger disabled={outcome !== 'refuse'} onClick={() => setDialog('refuse')}>
                {t('desk.intake.refuse')}
              </Button>
            )}
            {can('case.refer') && (
              <Button block disabled={outcome !== 'refer'} onClick={() => setDialog('refer')}>
                {t('desk.intake.refer')}
              </Button>
            )}
          </div>
          {outcome === 'open' && <p className="quiet small">{t('desk.intake.open')}</p>}
          {labourCase.correction !== null && <p className="quiet small">{t('desk.intake.corrected-once')}</p>}
        </section>
      )}
      {decidedOn !== null && <NextInQueue caseId={labourCase.id} />}
      {!isOpen && decidedOn === null && (
        <Notice tone="warn" live title={t('desk.intake.gone')}>
          <p>{t('desk.intake.gone.lead')}</p>
        </Notice>
      )}
      <AcceptDialog
        isOpen={dialog === 'accept'}
        onClose={close}
        labourCase={labourCase}
        conditions={conditions}
        onDone={(decided) => done('desk.accept.done', { number: decided.number ?? '' })}
      />
      <RefuseDialog
        isOpen={dialog === 'refuse'}
        onClose={close}
        labourCase={labourCase}
        conditions={conditions}
        onDone={() => done('desk.refuse.done')}
      />
      <ReferDialog
        isOpen={dialog === 'refer'}
        onClose={close}
        labourCase={labourCase}
        onDone={() => done('desk.refer.done')}
      />
      <CorrectionDialog
        isOpen={dialog === 'correction'}
        onClose={close}
        labourCase={labourCase}
        onDone={() => done('desk.correction.sent')}
      />
    </>
  );
}

/** What the law says of this application: cautions open, the rest to be opened. */
function IntakeNotes({ caseId, version }: { caseId: string; version: number }) {
  const { t } = useTranslation();
  const notes = useQuery({
    queryKey: ['case', caseId, 'intake-notes', version],
    queryFn: () => body(api.GET('/api/cases/{caseId}/intake-notes', { params: { path: { caseId } } })),
  });
  if (notes.isPending) return <Loading />;
  if (notes.isError) return <QueryProblem query={notes} />;
  if (notes.data.length === 0) return null;
  return (
    <section aria-labelledby="intake-notes" className="stack-s">
      <h3 id="intake-notes">{t('desk.notes.title')}</h3>
      {notes.data.map((note) => (
        <Notice
          key={note.kind}
          tone={note.isCaution ? 'warn' : 'info'}
          title={t(note.isCaution ? `desk.notes.${note.kind}.caution` : `desk.notes.${note.kind}`)}
        >
          {note.cases.length > 0 && (
            <>
              <p className="small">{t('desk.notes.same-matter.lead')}</p>
              <ul>
                {note.cases.map((earlier) => (
                  <li key={earlier.number}>
                    {earlier.caseId ? (
                      <Link to={`/desk/cases/${earlier.caseId}`}>{earlier.number}</Link>
                    ) : (
                      `${earlier.number} · ${t('desk.notes.other-commission')}`
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          <FindingView
            finding={{ value: null, basis: note.basis, steps: note.steps } as unknown as Finding}
            about={t(`desk.notes.${note.kind}`)}
            isOpen={note.isCaution}
          />
        </Notice>
      ))}
    </section>
  );
}

/** The application that is to be examined next, as the queue has it: soonest due first. */
function NextInQueue({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const queue = useCases({ view: 'queue', state: 'received', page: 1 });
  if (!queue.data) return null;
  const next = queue.data.items.find(({ id }) => id !== caseId);
  if (!next) return <p className="quiet">{t('desk.intake.no-next')}</p>;
  const name = `${next.receiptNumber} ${next.claimantNames} ${t('desk.list.against')} ${next.respondentNames}`;
  return (
    <Link to={`/desk/cases/${next.id}`} className={styles['nextInQueue']}>
      {t('desk.intake.next', { name })}
    </Link>
  );
}

/** One competent address is enough (Rules 8), so each respondent's is there, named where there are several. */
function addressesOf({ parties }: Case, comma: string): string {
  const respondents = parties.filter((party) => party.role === 'respondent');
  return respondents
    .map(({ name, address }) => (respondents.length > 1 ? `${name} ${address}` : address))
    .join(comma);
}

/** What of the application speaks to each condition. */
function evidenceFor(condition: Condition, labourCase: Case, t: TFunction): ReactNode {
  const comma = t('desk.list.comma');
  switch (condition) {
    case 'isWithinScope':
      return labourCase.heads.map((head) => t(`claim.${head}`)).join(comma);
    case 'hasClearClaims':
      return t('desk.condition.hasClearClaims.facts', {
        claims: labourCase.claims.length,
        characters: labourCase.statement.length,
      });
    case 'hasProperParties':
      return labourCase.parties
        .map(
          (party) =>
            `${party.name}${party.kind === 'company' && party.documentNumber ? ` (${party.documentNumber})` : ''}`,
        )
        .join(comma);
    case 'isOurs':
      return t('desk.condition.isOurs.facts', {
        workplace: (labourCase.employment as { workplace?: string }).workplace ?? '',
        addresses: addressesOf(labourCase, comma),
      });
  }
}

import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Field } from '../../../ui/form';
import { dateTime, longDate } from '../../../ui/format';
import { Choice, DateInput, TextArea, TextInput, Tick } from '../../../ui/inputs';
import { Tag, type Tone } from '../../../ui/tags';
import { useCaseAction, useServices } from '../queries';
import { useToday } from '../use-today';
import { ActionProblem, fieldProblems } from './action-problem';
import styles from './case-page.module.css';
import { DecisionDialog } from './decision-dialog';
import { Loaded, Nothing, Section } from './section';
import { usePaperOpener } from './sections';

type Service = Schemas['ServiceDto'];

export const isWaiting = (service: Service): boolean =>
  service.actions.includes('service.record-attempt') &&
  service.state !== 'served' &&
  service.state !== 'sent';

const TONES: Record<Service['state'], Tone> = {
  pending: 'warn',
  sent: 'active',
  served: 'ok',
  failed: 'danger',
  withdrawn: 'neutral',
};

const SIGNS: Record<Service['state'], string> = {
  pending: '○',
  sent: '→',
  served: '✓',
  failed: '✗',
  withdrawn: '–',
};

/** Each paper to each party: how it went out, when it took effect, what was tried. */
export function ServicesSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const services = useServices(caseId);
  const open = usePaperOpener(caseId);
  const [recording, setRecording] = useState<string | null>(null);
  return (
    <Section id="services" title={t('desk.section.services')}>
      <Loaded query={services}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>{t('desk.services.none')}</Nothing>
          ) : (
            <>
              {byParty(list).map(([party, own]) => (
                <div key={party}>
                  <h3 className={styles['subhead']}>{own[0]!.partyName}</h3>
                  <ul className={styles['rows']}>
                    {own.map((service) => (
                      <li key={service.id}>
                        <div className={styles['clockHead']}>
                          <div>
                            <strong className="serif">{service.paperTitle}</strong>
                            <Times service={service} />
                          </div>
                          <Tag tone={TONES[service.state]}>
                            <span aria-hidden="true">{SIGNS[service.state]}</span>{' '}
                            {t(`desk.services.state.${service.state}`)}
                          </Tag>
                        </div>
                        {service.attempts.length > 0 && <Attempts service={service} />}
                        <div className="row" style={{ marginTop: 6 }}>
                          {service.actions.includes('service.record-attempt') && (
                            <Button
                              onClick={() => setRecording(service.id)}
                              aria-label={t('desk.services.record-named', {
                                title: service.paperTitle,
                                party: service.partyName,
                              })}
                            >
                              {t('desk.services.record')}
                            </Button>
                          )}
                          {service.actions.includes('service.prove') && (
                            <ProofButton caseId={caseId} service={service} />
                          )}
                          {service.proofPaperId && (
                            <Button
                              onClick={() => open(service.proofPaperId!)}
                              aria-label={t('desk.papers.open-named', {
                                title: `${t('desk.services.proof')} ${service.paperTitle}`,
                              })}
                            >
                              {t('desk.services.proof')}
                            </Button>
                          )}
                        </div>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
              {recording && (
                <AttemptDialog
                  key={recording}
                  caseId={caseId}
                  service={list.find((each) => each.id === recording)!}
                  others={list.filter(
                    (each) =>
                      each.id !== recording &&
                      each.partyId === list.find(({ id }) => id === recording)!.partyId &&
                      each.actions.includes('service.record-attempt'),
                  )}
                  onClose={() => setRecording(null)}
                />
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function byParty(services: readonly Service[]): [string, Service[]][] {
  const parties = [...new Set(services.map((service) => service.partyId))];
  return parties.map((party) => [party, services.filter((service) => service.partyId === party)]);
}

function Times({ service }: { service: Service }) {
  const { t } = useTranslation();
  const parts = [
    service.channel ? t(`desk.services.channel.${service.channel}`) : null,
    service.sentAt ? t('desk.services.sent', { at: dateTime(service.sentAt) }) : null,
    service.servedOn ? t('desk.services.served', { on: longDate(service.servedOn) }) : null,
    service.readAt ? t('desk.services.read', { at: dateTime(service.readAt) }) : null,
    service.confirmedAt ? t('desk.services.confirmed', { at: dateTime(service.confirmedAt) }) : null,
  ].filter(Boolean);
  if (service.state === 'pending') parts.push(t('desk.services.to', { address: service.address }));
  return <p className="quiet small">{parts.join(' · ')}</p>;
}

function Attempts({ service }: { service: Service }) {
  const { t } = useTranslation();
  return (
    <details className={styles['more']}>
      <summary>{t('desk.services.attempts', { count: service.attempts.length })}</summary>
      <ol className={styles['attempts']}>
        {service.attempts.map((attempt) => (
          <li key={attempt.ordinal}>
            {[
              dateTime(attempt.at),
              t(`desk.services.channel.${attempt.channel}`),
              t(`desk.services.outcome.${attempt.outcome}`),
              attempt.waybill && t('desk.services.waybill-of', { waybill: attempt.waybill }),
              attempt.servedOn && longDate(attempt.servedOn),
              attempt.receiver && t('desk.services.receiver-of', { receiver: attempt.receiver }),
              attempt.note,
              attempt.recordedBy,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** 送达回证 or 电子送达凭证: made once, then opened. */
function ProofButton({ caseId, service }: { caseId: string; service: Service }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const prove = useCaseAction(
    caseId,
    (_: null, headers) =>
      api.POST('/api/services/{serviceId}/proof', {
        params: { path: { serviceId: service.id } },
        headers,
      }),
    () => void message.success(t('desk.services.proof.made')),
  );
  return (
    <>
      <Button loading={prove.isPending} onClick={() => prove.mutate(null)}>
        {t('desk.services.proof.make')}
      </Button>
      <ActionProblem error={prove.error} caseId={caseId} onReloaded={prove.reset} />
    </>
  );
}

type Channel = 'mail' | 'in-person';
type Outcome = 'sent' | 'served' | 'failed';

const OUTCOMES: Record<Channel, Outcome[]> = {
  mail: ['sent', 'served', 'failed'],
  'in-person': ['served', 'failed'],
};

/** One attempt; papers in the same envelope are recorded with it, all or none. */
function AttemptDialog({
  caseId,
  service,
  others,
  onClose,
}: {
  caseId: string;
  service: Service;
  others: readonly Service[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const today = useToday();
  const posted = service.state === 'sent';
  const [channel, setChannel] = useState<Channel>(service.channel === 'in-person' ? 'in-person' : 'mail');
  const [outcome, setOutcome] = useState<Outcome | null>(posted ? null : 'sent');
  const [waybill, setWaybill] = useState(
    posted ? (service.attempts.findLast((each) => each.waybill)?.waybill ?? '') : '',
  );
  const [servedOn, setServedOn] = useState('');
  const [receiver, setReceiver] = useState('');
  const [note, setNote] = useState('');
  const [enclosed, setEnclosed] = useState<string[]>([]);
  const record = useCaseAction(
    caseId,
    (input: Schemas['RecordAttemptDto'], headers) =>
      api.POST('/api/services/{serviceId}/attempts', {
        params: { path: { serviceId: service.id } },
        body: input,
        headers,
      }),
    () => {
      onClose();
      void message.success(t('desk.services.recorded', { count: enclosed.length + 1 }));
    },
  );
  const offered = OUTCOMES[channel].filter((each) => !(posted && each === 'sent'));
  const chosen = outcome !== null && offered.includes(outcome) ? outcome : null;
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('desk.services.record.title')}
      confirm={t('desk.services.record.confirm')}
      isPending={record.isPending}
      problem={<ActionProblem error={record.error} caseId={caseId} onReloaded={record.reset} />}
      fields={fieldProblems(record.error)}
      onSubmit={() =>
        record.mutate({
          channel,
          outcome: chosen!,
          ...(channel === 'mail' && waybill.trim() ? { waybill: waybill.trim() } : {}),
          ...(chosen === 'served' ? { servedOn, receiver: receiver.trim() } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
          ...(enclosed.length > 0 ? { enclosed } : {}),
        })
      }
    >
      <p>
        <strong className="serif">{service.paperTitle}</strong> · {service.partyName}
        <br />
        <span className="quiet">{service.address}</span>
      </p>
      <Field pointer="/channel" isGroup label={t('desk.services.channel')}>
        <Choice
          isInline
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'mail', label: t('desk.services.channel.mail') },
            { value: 'in-person', label: t('desk.services.channel.in-person') },
          ]}
        />
      </Field>
      <Field pointer="/outcome" isGroup label={t('desk.services.outcome')}>
        <Choice
          isInline
          value={chosen}
          onChange={setOutcome}
          options={offered.map((value) => ({ value, label: t(`desk.services.outcome.${value}`) }))}
        />
      </Field>
      {channel === 'mail' && (
        <Field
          pointer="/waybill"
          label={t('desk.services.waybill')}
          hint={t('desk.services.waybill.hint')}
          isOptional={chosen !== 'sent'}
        >
          <TextInput value={waybill} onChange={setWaybill} maxLength={40} size={24} spellCheck={false} />
        </Field>
      )}
      {chosen === 'served' && (
        <>
          <Field pointer="/servedOn" label={t('desk.services.served-on')}>
            <DateInput
              value={servedOn}
              onChange={setServedOn}
              max={today}
              overText={t('desk.services.future')}
            />
          </Field>
          <Field pointer="/receiver" label={t('desk.services.receiver')}>
            <TextInput value={receiver} onChange={setReceiver} maxLength={60} />
          </Field>
        </>
      )}
      <Field
        pointer="/note"
        label={t(chosen === 'failed' ? 'desk.services.why-back' : 'desk.services.note')}
        isOptional={chosen !== 'failed'}
      >
        <TextArea value={note} onChange={setNote} rows={2} maxLength={300} />
      </Field>
      {others.length > 0 && (
        <Field
          pointer="/enclosed"
          isGroup
          isOptional
          label={t('desk.services.enclosed')}
          hint={t('desk.services.enclosed.hint')}
        >
          <div className="stack-s">
            {others.map((each) => (
              <Tick
                key={each.id}
                pointer={`/enclosed/${each.id}`}
                checked={enclosed.includes(each.id)}
                onChange={(isIn) =>
                  setEnclosed(isIn ? [...enclosed, each.id] : enclosed.filter((id) => id !== each.id))
                }
              >
                {each.paperTitle}
              </Tick>
            ))}
          </div>
        </Field>
      )}
    </DecisionDialog>
  );
}

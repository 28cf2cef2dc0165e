import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { useUser } from '../../app/session';
import { Field } from '../../ui/form';
import { legalDayOf, longDate } from '../../ui/format';
import { Choice, TextArea, TextInput, Tick } from '../../ui/inputs';
import { SignatureFields, useSignature } from '../../ui/signature-fields';
import type { Schemas } from '../../api/client';
import { ActionProblem, fieldProblems } from '../desk/case/action-problem';
import styles from '../desk/case/case-page.module.css';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { Loaded, Nothing, Section } from '../desk/case/section';
import { useCaseAction, type Case } from '../desk/queries';
import own from './mediation.module.css';
import { openOne, useSettlements, type OfferRequest, type Settlement, type Settlements } from './queries';
import { SettlementFacts, SettlementStateTag } from './settlement-facts';
import { MoneyFields, OtherField, ResultFields } from './terms-fields';
import { firstForm, termsOf } from './terms-form';

/** 调解 for the commission: what the reader may see of it, and what the tribunal may do. */
export function DeskMediationSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const settlements = useSettlements(labourCase.id);
  const [open, setOpen] = useState<'offer' | 'state' | 'fail' | 'note' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Section id="mediation" title={t('desk.section.mediation')}>
      <Loaded query={settlements}>
        {(all) => {
          const current = openOne(all);
          const may = (action: Settlement['actions'][number]): boolean =>
            current?.actions.includes(action) === true;
          return (
            <div className="stack">
              {all.items.length === 0 ? (
                <Nothing>{t('mediation.none')}</Nothing>
              ) : (
                <ul className={styles['rows']}>
                  {[...all.items].reverse().map((settlement) => (
                    <li key={settlement.id}>
                      <div className={styles['clockHead']}>
                        <div>
                          <h3>{t('mediation.title')}</h3>
                        </div>
                        <SettlementStateTag settlement={settlement} />
                      </div>
                      <SettlementFacts
                        settlement={settlement}
                        claims={labourCase.claims}
                        parties={labourCase.parties}
                      />
                    </li>
                  ))}
                </ul>
              )}
              <div className={own['acts']}>
                {may('settlement.state') && (
                  <Button type="primary" onClick={() => setOpen('state')}>
                    {t('mediation.state-it')}
                  </Button>
                )}
                {(all.canOffer || may('settlement.offer')) && (
                  <Button onClick={() => setOpen('offer')}>{t('mediation.propose')}</Button>
                )}
                {may('settlement.note-acceptance') && (
                  <Button onClick={() => setOpen('note')}>{t('mediation.note')}</Button>
                )}
                {may('settlement.fail') && (
                  <Button onClick={() => setOpen('fail')}>{t('mediation.fail')}</Button>
                )}
              </div>
              {open === 'offer' && <OfferDialog labourCase={labourCase} settlements={all} onClose={close} />}
              {open === 'state' && current && (
                <StateDialog labourCase={labourCase} settlement={current} onClose={close} />
              )}
              {open === 'note' && current && (
                <NoteDialog labourCase={labourCase} settlement={current} onClose={close} />
              )}
              {open === 'fail' && current && (
                <FailDialog labourCase={labourCase} settlement={current} onClose={close} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
}

function OfferDialog({
  labourCase,
  settlements,
  onClose,
}: {
  labourCase: Case;
  settlements: Settlements;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const last = openOne(settlements);
  const { parties } = labourCase;
  const claims = labourCase.claims.filter(({ id }) => settlements.openClaimIds.includes(id));
  const [form, setForm] = useState(() => firstForm(claims, parties, last?.offers.at(-1)?.terms ?? null));
  const offer = useCaseAction(
    labourCase.id,
    (input: OfferRequest, headers) =>
      body(
        api.POST('/api/cases/{caseId}/settlements', {
          params: { path: { caseId: labourCase.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(t('mediation.done.offer'));
    },
  );
  const fields = { form, onChange: setForm, claims, parties };
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      width={680}
      title={t('mediation.propose')}
      confirm={t('mediation.send')}
      isPending={offer.isPending}
      problem={<ActionProblem error={offer.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(offer.error)}
      onSubmit={() =>
        offer.mutate({
          version: last?.version ?? 0,
          terms: termsOf(form, claims, parties),
          isShownToTribunal: true,
        })
      }
    >
      <ResultFields {...fields} />
      <MoneyFields {...fields} />
      <OtherField form={form} onChange={setForm} />
      <WhatHappens items={[t('mediation.happens.offer'), t('mediation.happens.offer-free')]} />
    </DecisionDialog>
  );
}

function StateDialog({
  labourCase,
  settlement,
  onClose,
}: {
  labourCase: Case;
  settlement: Settlement;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const user = useUser();
  const signature = useSignature(user?.name ?? '');
  const [isLawful, setLawful] = useState(false);
  const state = useCaseAction(
    labourCase.id,
    (input: Schemas['StateSettlementDto'], headers) =>
      body(
        api.POST('/api/settlements/{settlementId}/statement', {
          params: { path: { settlementId: settlement.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(t('mediation.done.state'));
    },
  );
  // The drawing is uploaded first: what is sent again after a lost answer is the same request.
  const sign = useMutation({
    mutationFn: async () =>
      state.mutateAsync({ version: settlement.version, signature: await signature.take(), isLawful }),
  });
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      width={680}
      title={t('mediation.state-it')}
      confirm={t('mediation.state-it.confirm')}
      isPending={sign.isPending}
      problem={<ActionProblem error={sign.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(sign.error)}
      onSubmit={() => sign.mutate()}
    >
      <SettlementFacts settlement={settlement} claims={labourCase.claims} parties={labourCase.parties} />
      <Tick
        pointer="/isLawful"
        checked={isLawful}
        onChange={setLawful}
        isRequired
        missing={t('mediation.lawful.missing')}
      >
        {t('mediation.lawful')}
      </Tick>
      <WhatHappens
        items={[
          t('mediation.happens.paper'),
          t('mediation.happens.signed'),
          t(`mediation.happens.${settlement.scope ?? 'whole'}`),
        ]}
      />
      <SignatureFields
        signature={signature}
        promise={t('mediation.sign.promise')}
        date={longDate(legalDayOf(new Date()))}
      />
    </DecisionDialog>
  );
}

const CAPACITIES = ['in-person', 'legal-representative', 'agent'] as const;

/** A party without an account has signed on paper before the tribunal. */
function NoteDialog({
  labourCase,
  settlement,
  onClose,
}: {
  labourCase: Case;
  settlement: Settlement;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const parties = labourCase.parties.filter(({ hasJoined }) => !hasJoined);
  const [partyId, setParty] = useState<string | null>(parties.length === 1 ? parties[0]!.id : null);
  const [personName, setName] = useState('');
  const [actingAs, setActingAs] = useState<(typeof CAPACITIES)[number] | null>(null);
  const [hasAuthority, setAuthority] = useState(false);
  const note = useCaseAction(
    labourCase.id,
    (input: Schemas['NoteAcceptanceDto'], headers) =>
      body(
        api.POST('/api/settlements/{settlementId}/acceptance-on-paper', {
          params: { path: { settlementId: settlement.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(t('mediation.done.note'));
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('mediation.note')}
      confirm={t('mediation.note.confirm')}
      isPending={note.isPending}
      problem={<ActionProblem error={note.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(note.error)}
      onSubmit={() => {
        if (!partyId || !actingAs) return;
        note.mutate({
          version: settlement.version,
          partyId,
          personName: personName.trim(),
          actingAs,
          ...(actingAs === 'agent' ? { hasSpecialAuthority: hasAuthority } : {}),
        });
      }}
    >
      <p className="quiet">{t('mediation.note.lead')}</p>
      <Field pointer="/partyId" isGroup label={t('mediation.note.party')}>
        <Choice
          value={partyId}
          onChange={setParty}
          options={parties.map(({ id, name }) => ({ value: id, label: <span lang="zh-CN">{name}</span> }))}
        />
      </Field>
      <Field pointer="/personName" label={t('mediation.note.person')}>
        <TextInput value={personName} onChange={setName} maxLength={60} size={20} />
      </Field>
      <Field pointer="/actingAs" isGroup label={t('mediation.note.as')}>
        <Choice
          value={actingAs}
          onChange={setActingAs}
          options={CAPACITIES.map((value) => ({ value, label: t(`mediation.note.as.${value}`) }))}
        />
      </Field>
      {actingAs === 'agent' && (
        <Tick
          pointer="/hasSpecialAuthority"
          checked={hasAuthority}
          onChange={setAuthority}
          isRequired
          missing={t('mediation.authority.missing')}
        >
          {t('mediation.note.authority')}
        </Tick>
      )}
    </DecisionDialog>
  );
}

function FailDialog({
  labourCase,
  settlement,
  onClose,
}: {
  labourCase: Case;
  settlement: Settlement;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const fail = useCaseAction(
    labourCase.id,
    (input: Schemas['FailSettlementDto'], headers) =>
      body(
        api.POST('/api/settlements/{settlementId}/failure', {
          params: { path: { settlementId: settlement.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(t('mediation.done.fail'));
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={t('mediation.fail')}
      confirm={t('mediation.fail.confirm')}
      isDanger
      isPending={fail.isPending}
      problem={<ActionProblem error={fail.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(fail.error)}
      onSubmit={() => fail.mutate({ version: settlement.version, reason: reason.trim() })}
    >
      <Field pointer="/reason" label={t('mediation.fail.reason')} hint={t('mediation.fail.reason.hint')}>
        <TextArea value={reason} onChange={setReason} rows={3} maxLength={2000} />
      </Field>
      <WhatHappens
        items={[t('mediation.happens.failed'), ...(settlement.paperId ? [t('mediation.happens.void')] : [])]}
      />
    </DecisionDialog>
  );
}

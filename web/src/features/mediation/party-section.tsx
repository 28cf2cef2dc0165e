import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { useIntents } from '../../api/intent';
import { Form } from '../../ui/form';
import { Tick } from '../../ui/inputs';
import { useOpenFile } from '../../ui/open-file';
import { useSentence } from '../../ui/query-problem';
import { useServices, type Case } from '../cases/queries';
import { Loaded } from '../cases/section';
import lists from '../cases/sections/lists.module.css';
import styles from './mediation.module.css';
import { useSettlements, type Settlement } from './queries';
import { SettlementFacts, SettlementStateTag } from './settlement-facts';

/** 调解 for a party: what is offered, and the next thing to do about it. */
export function MediationSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const settlements = useSettlements(labourCase.id);
  return (
    <Loaded query={settlements}>
      {(all) => (
        <div className="stack">
          {all.items.length === 0 && <p className="quiet">{t('mediation.none')}</p>}
          {all.items.length > 0 && (
            <ul className={lists['list']}>
              {[...all.items].reverse().map((settlement) => (
                <li key={settlement.id}>
                  <div className="row-apart">
                    <h3>{t('mediation.title')}</h3>
                    <SettlementStateTag settlement={settlement} />
                  </div>
                  <SettlementFacts
                    settlement={settlement}
                    claims={labourCase.claims}
                    parties={labourCase.parties}
                  />
                  <Acts labourCase={labourCase} settlement={settlement} needsAuthority={all.needsAuthority} />
                </li>
              ))}
            </ul>
          )}
          {all.canOffer && (
            <>
              <p>{t('mediation.why')}</p>
              <OfferLink caseId={labourCase.id} text={t('mediation.propose')} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

function OfferLink({ caseId, text, isMain = false }: { caseId: string; text: string; isMain?: boolean }) {
  const navigate = useNavigate();
  const to = `/cases/${caseId}/mediation/offer`;
  return (
    <div>
      <Button
        size="large"
        type={isMain ? 'primary' : 'default'}
        style={{ textDecoration: 'none' }}
        href={to}
        onClick={(event) => {
          event.preventDefault();
          void navigate(to);
        }}
      >
        {text}
      </Button>
    </div>
  );
}

/** Accepting, proposing otherwise, declining; then signing for the statement, or going back on it. */
function Acts({
  labourCase,
  settlement,
  needsAuthority,
}: {
  labourCase: Case;
  settlement: Settlement;
  needsAuthority: boolean;
}) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntents();
  const open = useOpenFile();
  const services = useServices(labourCase.id);
  const [hasAuthority, setAuthority] = useState(false);
  const { id: settlementId, version, actions, paperId } = settlement;
  const service = (services.data ?? []).find(
    (each) => each.paperId === paperId && each.actions.includes('service.confirm'),
  );
  const at = { params: { path: { settlementId } } };
  const act = useMutation({
    mutationFn: async (what: 'accept' | 'decline' | 'retract' | 'sign') => {
      switch (what) {
        case 'accept': {
          const request = { version, ...(needsAuthority ? { hasSpecialAuthority: hasAuthority } : {}) };
          const headers = intent(what).headers(request);
          return api.POST('/api/settlements/{settlementId}/acceptance', { ...at, body: request, headers });
        }
        case 'decline': {
          const headers = intent(what).headers({ version });
          return api.POST('/api/settlements/{settlementId}/declination', {
            ...at,
            body: { version },
            headers,
          });
        }
        case 'retract': {
          const headers = intent(what).headers({ version });
          return api.POST('/api/settlements/{settlementId}/retraction', {
            ...at,
            body: { version },
            headers,
          });
        }
        case 'sign':
          return api.POST('/api/services/{serviceId}/receipt', {
            params: { path: { serviceId: service?.id ?? '' } },
            headers: intent(what).headers(service?.id),
          });
      }
    },
    onSuccess: (_answer, what) => {
      intent(what).done();
      void message.success(t(`mediation.done.${what}`));
    },
    onError: (error) => void message.error(sentence(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', labourCase.id] }),
  });
  const ask = (what: 'accept' | 'decline' | 'retract' | 'sign'): void =>
    void modal.confirm({
      title: t(`mediation.ask.${what}`),
      content: t(`mediation.ask.${what}.text`),
      okText: t(`mediation.do.${what}`),
      cancelText: t('mediation.cancel'),
      onOk: () => act.mutateAsync(what).catch(() => undefined),
    });
  if (actions.length === 0 && !service && !paperId) return null;
  return (
    <>
      {actions.includes('settlement.accept') && (
        <Form onSubmit={() => ask('accept')}>
          {needsAuthority && (
            <Tick
              pointer="/hasSpecialAuthority"
              checked={hasAuthority}
              onChange={setAuthority}
              isRequired
              missing={t('mediation.authority.missing')}
            >
              {t('mediation.authority')}
            </Tick>
          )}
          <div className={styles['acts']}>
            <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
              {t('mediation.do.accept')}
            </Button>
          </div>
        </Form>
      )}
      <div className={styles['acts']}>
        {paperId && (
          <Button
            size="large"
            onClick={() =>
              open(() =>
                body(
                  api.POST('/api/cases/{caseId}/papers/{paperId}/tickets', {
                    params: { path: { caseId: labourCase.id, paperId } },
                  }),
                ),
              )
            }
          >
            {t('mediation.open')}
          </Button>
        )}
        {service && settlement.state === 'stated' && (
          <Button type="primary" size="large" loading={act.isPending} onClick={() => ask('sign')}>
            {t('mediation.do.sign')}
          </Button>
        )}
        {actions.includes('settlement.offer') && (
          <OfferLink caseId={labourCase.id} text={t('mediation.propose-otherwise')} />
        )}
        {actions.includes('settlement.decline') && (
          <Button size="large" onClick={() => ask('decline')}>
            {t('mediation.do.decline')}
          </Button>
        )}
        {actions.includes('settlement.retract') && (
          <Button size="large" danger onClick={() => ask('retract')}>
            {t('mediation.do.retract')}
          </Button>
        )}
      </div>
    </>
  );
}

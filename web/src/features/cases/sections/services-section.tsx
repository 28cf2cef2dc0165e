import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { useIntent, useIntents } from '../../../api/intent';
import { dateTime, longDate } from '../../../ui/format';
import { useOpenFile } from '../../../ui/open-file';
import { useSentence } from '../../../ui/query-problem';
import { Tag } from '../../../ui/tags';
import { useServices, type Case, type Service } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

/** Papers served on the reader, and signing for them. */
export function ServicesSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const services = useServices(labourCase.id);
  return (
    <Loaded query={services}>
      {(list) =>
        list.length === 0 ? (
          <p className="quiet">{t('services.none')}</p>
        ) : (
          <>
            <SignForAll caseId={labourCase.id} services={list.filter(isSignedForHere)} />
            <ul className={styles['list']}>
              {list.map((service) => (
                <ServiceItem key={service.id} service={service} name={paperName(service, labourCase)} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

/** Of two awards each bears a number of its own: 仲裁裁决书 · 穗南劳人仲案〔2026〕1号之一. */
function paperName({ paperTitle, paperNumber }: Service, { number }: Case): string {
  return paperNumber && paperNumber !== number ? `${paperTitle} · ${paperNumber}` : paperTitle;
}

/** A mediation statement takes effect by the signature: it is signed for where that is said, and never with a heap of others. */
export const isSignedForHere = ({ actions, paperKind }: Service): boolean =>
  actions.includes('service.confirm') && paperKind !== 'mediation-statement';

const receive = (serviceId: string, headers: Record<'Idempotency-Key', string>) =>
  api.POST('/api/services/{serviceId}/receipt', { params: { path: { serviceId } }, headers });

/** One press for all that waits; each paper is signed for and recorded by itself. */
function SignForAll({ caseId, services }: { caseId: string; services: readonly Service[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntents();
  const all = useMutation({
    mutationFn: async (waiting: readonly Service[]) => {
      for (const { id } of waiting) await receive(id, intent(id).headers('receipt'));
      return waiting.length;
    },
    onSuccess: (count) => void message.success(t('services.all-confirmed', { count })),
    onError: (error) => void message.error(sentence(error)),
    // Those signed for before one failed stay signed for.
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  if (services.length < 2) return null;
  return (
    <div className="stack-s" style={{ marginBottom: 16 }}>
      <p className="quiet small">{t('services.confirm-all.lead')}</p>
      <div>
        <Button type="primary" loading={all.isPending} onClick={() => all.mutate(services)}>
          {t('services.confirm-all', { count: services.length })}
        </Button>
      </div>
    </div>
  );
}

function ServiceItem({ service, name }: { service: Service; name: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const open = useOpenFile();
  const intent = useIntent();
  const confirm = useMutation({
    mutationFn: () => receive(service.id, intent.headers('receipt')),
    onSuccess: () => {
      intent.done();
      void message.success(t('services.confirmed.toast', { title: name }));
      void client.invalidateQueries({ queryKey: ['case', service.caseId] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  const mayConfirm = isSignedForHere(service);
  return (
    <li>
      <div className="row-apart">
        <h3 className="serif" lang="zh-CN">
          {name}
        </h3>
        <Tag tone={service.confirmedAt ? 'ok' : service.state === 'served' ? 'active' : 'neutral'}>
          {service.confirmedAt ? `✓ ${t('services.confirmed')}` : t(`services.state.${service.state}`)}
        </Tag>
      </div>
      <p className="quiet small">
        {[
          service.channel && t(`services.channel.${service.channel}`),
          service.servedOn && t('services.served-on', { date: longDate(service.servedOn) }),
          service.confirmedAt && t('services.confirmed-at', { at: dateTime(service.confirmedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="row" style={{ marginTop: 8 }}>
        <Button
          onClick={() =>
            open(() =>
              body(
                api.POST('/api/cases/{caseId}/papers/{paperId}/tickets', {
                  params: { path: { caseId: service.caseId, paperId: service.paperId } },
                }),
              ),
            )
          }
        >
          {t('services.open')}
          <span className="visually-hidden">{name}</span>
        </Button>
        {mayConfirm && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('services.confirm')}
            <span className="visually-hidden">{name}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

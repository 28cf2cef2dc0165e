import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client';
import { useIntent } from '../../../api/intent';
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
          <ul className={styles['list']}>
            {list.map((service) => (
              <ServiceItem key={service.id} service={service} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function ServiceItem({ service }: { service: Service }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const open = useOpenFile();
  const intent = useIntent();
  const confirm = useMutation({
    mutationFn: () =>
      api.POST('/api/services/{serviceId}/receipt', {
        params: { path: { serviceId: service.id } },
        headers: intent.headers('receipt'),
      }),
    onSuccess: () => {
      intent.done();
      void message.success(t('services.confirmed.toast', { title: service.paperTitle }));
      void client.invalidateQueries({ queryKey: ['case', service.caseId] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  const mayConfirm = service.actions.includes('service.confirm');
  return (
    <li>
      <div className="row-apart">
        <h3 className="serif" lang="zh-CN">
          {service.paperTitle}
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
          <span className="visually-hidden">{service.paperTitle}</span>
        </Button>
        {mayConfirm && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('services.confirm')}
            <span className="visually-hidden">{service.paperTitle}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

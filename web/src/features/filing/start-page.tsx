import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { dateTime } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import { useFilingPlace } from './filing-place';
import styles from './start-page.module.css';

/** Before the first question: go on with a draft, or begin. */
export function StartPage() {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const { base, isAtCounter } = useFilingPlace();
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: () => body(api.GET('/api/drafts')),
    staleTime: 0,
  });
  const begin = useMutation({
    mutationFn: () => body(api.POST('/api/drafts', { headers: intent.headers('begin') })),
    onSuccess: (draft) => {
      intent.done();
      void navigate(`${base}/${draft.id}/${isAtCounter ? 'claimant' : 'commission'}`);
    },
  });
  const discard = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/drafts/{id}', { params: { path: { id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
    onError: (error) => void message.error(sentence(error)),
  });

  return (
    <Page
      title={t(isAtCounter ? 'counter.title' : 'filing.start.title')}
      lead={t(isAtCounter ? 'counter.lead' : 'filing.start.lead')}
      width="narrow"
    >
      <div className="stack-l">
        <div className={styles['paper']}>
          <h2>{t(isAtCounter ? 'counter.how' : 'filing.start.how')}</h2>
          <ul>
            {isAtCounter
              ? ['ask', 'read-back', 'confirm', 'receipt'].map((item) => (
                  <li key={item}>{t(`counter.how.${item}`)}</li>
                ))
              : ['steps', 'saved', 'free', 'false'].map((item) => (
                  <li key={item}>{t(`filing.start.${item}`)}</li>
                ))}
          </ul>
        </div>
        {drafts.isPending && <Loading />}
        {drafts.isError && <QueryProblem query={drafts} />}
        {drafts.data && drafts.data.length > 0 && (
          <section aria-labelledby="drafts" className="stack">
            <h2 id="drafts">{t('filing.start.drafts')}</h2>
            <ul className={styles['drafts']}>
              {drafts.data.map((draft) => (
                <li key={draft.id}>
                  <div>
                    <p className={styles['name']}>
                      {draft.respondents.length > 0
                        ? t('filing.start.against', { names: draft.respondents.join(t('ui.list-comma')) })
                        : t('filing.start.unnamed')}
                    </p>
                    {draft.correctsCaseId && <p>{t('filing.start.corrects')}</p>}
                    <p className="quiet small">
                      {t('filing.start.saved-at', { at: dateTime(draft.updatedAt) })}
                    </p>
                  </div>
                  <div className={styles['actions']}>
                    <Link to={`${base}/${draft.id}`} className={styles['go']}>
                      {t('filing.start.continue')}
                      <span className="visually-hidden">{draft.respondents.join(t('ui.list-comma'))}</span>
                    </Link>
                    {!draft.correctsCaseId && (
                      <Button
                        type="text"
                        danger
                        onClick={() =>
                          modal.confirm({
                            title: t('filing.start.discard.title'),
                            content: t('filing.start.discard.text'),
                            okText: t('filing.start.discard'),
                            okButtonProps: { danger: true },
                            cancelText: t('filing.start.keep'),
                            onOk: () => discard.mutateAsync(draft.id),
                          })
                        }
                      >
                        {t('filing.start.discard')}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        {begin.isError && <Notice tone="danger" title={sentence(begin.error)} live />}
        <div>
          <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate()}>
            {t(drafts.data?.length ? 'filing.start.another' : 'filing.start.begin')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

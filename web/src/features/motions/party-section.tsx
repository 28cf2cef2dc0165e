import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useIntent } from '../../api/intent';
import { useSentence } from '../../ui/query-problem';
import { Loaded } from '../cases/section';
import lists from '../cases/sections/lists.module.css';
import { MotionFacts, MotionStateTag } from './motion-facts';
import { useMotions, type Motion } from './queries';

/** 申请事项: what was asked for in the case, what became of it, and the one way to ask for more. */
export function MotionsSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const motions = useMotions(caseId);
  const to = `/cases/${caseId}/motions/new`;
  return (
    <Loaded query={motions}>
      {(all) => (
        <div className="stack">
          {all.items.length === 0 ? (
            <p className="quiet">{t('motions.none')}</p>
          ) : (
            <ul className={lists['list']}>
              {[...all.items].reverse().map((motion) => (
                <li key={motion.id}>
                  <div className="row-apart">
                    <h3>{t(`motion.kind.${motion.kind}`)}</h3>
                    <MotionStateTag motion={motion} />
                  </div>
                  <MotionFacts motion={motion} motions={all} />
                  {motion.actions.includes('motion.waive-defence') && <WaiveDefence motion={motion} />}
                  {motion.actions.includes('motion.withdraw') && <TakeBack motion={motion} />}
                </li>
              ))}
            </ul>
          )}
          {all.options.length > 0 && (
            <div>
              <Button
                size="large"
                style={{ textDecoration: 'none' }}
                href={to}
                onClick={(event) => {
                  event.preventDefault();
                  void navigate(to);
                }}
              >
                {t('motions.ask')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}

export function TakeBack({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const withdraw = useMutation({
    mutationFn: () =>
      api.POST('/api/motions/{motionId}/withdrawal', {
        params: { path: { motionId: motion.id } },
        headers: intent.headers('withdrawal'),
      }),
    onSuccess: () => {
      intent.done();
      void client.invalidateQueries({ queryKey: ['case', motion.caseId] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  return (
    <Button
      style={{ marginTop: 10 }}
      loading={withdraw.isPending}
      onClick={() =>
        modal.confirm({
          title: t('motion.take-back.title', { motion: t(`motion.kind.${motion.kind}`) }),
          content: t('motion.take-back.text'),
          okText: t('motion.take-back'),
          cancelText: t('motion.keep'),
          onOk: () => withdraw.mutateAsync(),
        })
      }
    >
      {t('motion.take-back')}
    </Button>
  );
}

/** 放弃答辩期: expressly, because the time is the respondent's (Rules 44). */
function WaiveDefence({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const waive = useMutation({
    mutationFn: () =>
      api.POST('/api/motions/{motionId}/defence-waiver', {
        params: { path: { motionId: motion.id } },
        headers: intent.headers('defence-waiver'),
      }),
    onSuccess: () => {
      intent.done();
      void message.success(t('motion.waive-defence.done'));
      void client.invalidateQueries({ queryKey: ['case', motion.caseId] });
    },
    onError: (error) => void message.error(sentence(error)),
  });
  return (
    <Button
      style={{ marginTop: 10 }}
      loading={waive.isPending}
      onClick={() =>
        modal.confirm({
          title: t('motion.waive-defence.title'),
          content: t('motion.waive-defence.text'),
          okText: t('motion.waive-defence'),
          cancelText: t('motion.waive-defence.no'),
          onOk: () => waive.mutateAsync(),
        })
      }
    >
      {t('motion.waive-defence')}
    </Button>
  );
}

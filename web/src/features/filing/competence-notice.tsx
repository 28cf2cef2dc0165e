import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { FindingView } from '../../ui/finding';
import type { Finding } from '../../ui/law';
import { Notice } from '../../ui/states';
import { useDraft, useDraftStore } from './draft-context';
import { useCommissions } from './use-commissions';

/**
 * Where the places in the draft lead to, and a word when the commission chosen is none of them: advice, never a bar.
 * `onlyIfElsewhere` leaves out what nobody has to do anything about.
 */
export function CompetenceNotice({ onlyIfElsewhere = false }: { onlyIfElsewhere?: boolean }) {
  const { t } = useTranslation();
  const store = useDraftStore();
  const { data, save } = useDraft();
  const commissions = useCommissions();
  const competence = useQuery({
    queryKey: ['draft', store.id, 'competence', data.employment?.workplace, data.respondents],
    queryFn: () => body(api.GET('/api/drafts/{id}/competence', { params: { path: { id: store.id } } })),
    // The server answers from what it has.
    enabled: save === 'saved' || save === 'idle',
  });
  const found = competence.data?.found;
  if (!found || found.competent.length === 0 || !commissions.data) return null;
  const isElsewhere = data.commissionId !== undefined && !found.competent.includes(data.commissionId);
  if (onlyIfElsewhere && !isElsewhere) return null;
  const names = found.competent
    .map((id) => commissions.data.find((each) => each.id === id)?.name ?? id)
    .join(t('ui.list-comma'));
  return (
    <Notice
      tone={isElsewhere ? 'warn' : 'info'}
      {...(isElsewhere ? { title: t('filing.competence.elsewhere') } : {})}
    >
      <p>{t('filing.competence.here', { names })}</p>
      {isElsewhere && <p className="small">{t('filing.competence.free')}</p>}
      <FindingView
        finding={{ value: null, basis: found.basis, steps: found.steps } as unknown as Finding}
        about={t('filing.competence.about')}
      />
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { ArticleLink } from '../../../ui/cited';
import { Field } from '../../../ui/form';
import { Choice } from '../../../ui/inputs';
import { QueryProblem } from '../../../ui/query-problem';
import { Loading } from '../../../ui/states';
import { CompetenceNotice } from '../competence-notice';
import { useDraft } from '../draft-context';
import { useFilingPlace } from '../filing-place';
import { useCommissions } from '../use-commissions';

export function CommissionStep() {
  const { t } = useTranslation();
  const { isAtCounter } = useFilingPlace();
  const { data, change } = useDraft();
  const commissions = useCommissions();
  if (commissions.isPending) return <Loading />;
  if (commissions.isError) return <QueryProblem query={commissions} />;
  // At the counter of one commission nothing is taken down for another.
  const offered = commissions.data.filter(({ id }) => !isAtCounter || id === data.commissionId);
  return (
    <>
      <Field pointer="/commissionId" label={t('filing.commission.label')} isGroup>
        <Choice
          options={offered.map((commission) => ({
            value: commission.id,
            label: <span lang="zh-CN">{commission.name}</span>,
            hint: <span lang="zh-CN">{commission.address}</span>,
          }))}
          value={data.commissionId ?? null}
          onChange={(id) => change('commissionId', id)}
        />
      </Field>
      <CompetenceNotice />
      <p className="small quiet">
        {t('filing.commission.both')} <ArticleLink article={{ law: 'law', article: '21' }} />
      </p>
    </>
  );
}

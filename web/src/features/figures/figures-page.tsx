import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { FigureTables } from './figure-tables';
import { useFigures } from './queries';

/** What the calculators compute with, open to everybody. */
export function FiguresPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')} width="wide">
      {figures.isPending && <Loading />}
      {figures.isError && <QueryProblem query={figures} />}
      {figures.data && (
        <div className="stack-l">
          <FigureTables tables={figures.data} />
        </div>
      )}
    </Page>
  );
}

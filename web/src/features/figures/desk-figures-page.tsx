import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../ui/format';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { DeskPage } from '../desk/desk-page';
import { FigureDialog, type FigureMove } from './figure-dialog';
import { FigureTables } from './figure-tables';
import { valueText } from './figure-words';
import styles from './figures.module.css';
import { useFigureHistory, useFigureRights, useFigures, type FigureRow, type FigureTable } from './queries';
import { SettingsSection } from './settings-section';

/** Figures and settings of the commission: everybody of the house reads them, its head keeps them. */
export function DeskFiguresPage() {
  const { t } = useTranslation();
  const figures = useFigures();
  const rights = useFigureRights();
  const [move, setMove] = useState<FigureMove | null>(null);
  const [past, setPast] = useState<{ table: FigureTable; row: FigureRow } | null>(null);
  const areasOf = ({ tableName }: FigureTable): readonly string[] =>
    rights.data?.changeable.find((each) => each.tableName === tableName)?.areas ?? [];
  const isHead = (rights.data?.changeable.length ?? 0) > 0;
  return (
    <DeskPage title={t('figures.title')} lead={t(isHead ? 'figures.head.lead' : 'figures.lead')}>
      {(figures.isPending || rights.isPending) && <Loading />}
      {figures.isError && <QueryProblem query={figures} />}
      {rights.isError && <QueryProblem query={rights} />}
      <div className="stack-l">
        {figures.data && rights.data && (
          <FigureTables
            tables={figures.data}
            aside={(table) =>
              areasOf(table).length > 0 && (
                <Button onClick={() => setMove({ kind: 'add', table, areas: areasOf(table) })}>
                  {t('figures.add')}
                </Button>
              )
            }
            moves={(table, row) => (
              <>
                {areasOf(table).includes(row.area) && (
                  <>
                    <Button type="link" onClick={() => setMove({ kind: 'correct', table, row })}>
                      {t('figures.correct')}
                    </Button>
                    {!row.isVerified && (
                      <Button type="link" onClick={() => setMove({ kind: 'verify', table, row })}>
                        {t('figures.verify')}
                      </Button>
                    )}
                    <Button type="link" danger onClick={() => setMove({ kind: 'withdraw', table, row })}>
                      {t('figures.withdraw')}
                    </Button>
                  </>
                )}
                <Button type="link" onClick={() => setPast({ table, row })}>
                  {t('figures.history')}
                </Button>
              </>
            )}
          />
        )}
        <SettingsSection />
      </div>
      {move && <FigureDialog move={move} onClose={() => setMove(null)} />}
      <Modal
        open={past !== null}
        title={t('figures.history')}
        footer={null}
        onCancel={() => setPast(null)}
        destroyOnHidden
      >
        {past && <History {...past} />}
      </Modal>
    </DeskPage>
  );
}

function History({ table, row }: { table: FigureTable; row: FigureRow }) {
  const { t } = useTranslation();
  const history = useFigureHistory(row);
  if (history.isPending) return <Loading />;
  if (history.isError) return <QueryProblem query={history} />;
  return (
    <ol className={styles['history']}>
      {history.data.map((each) => (
        <li key={each.version}>
          <p>
            <strong>{t(`figures.change.${each.change}`)}</strong> · {valueText(t, table.unit, each.value)} ·{' '}
            <span lang="zh-CN">{each.source}</span>
          </p>
          {each.document && (
            <p>
              {t('figures.compared-with')} <span lang="zh-CN">{each.document}</span>
            </p>
          )}
          {each.reason && <p>{each.reason}</p>}
          <p className="small quiet">
            {each.changedAt
              ? `${dateTime(each.changedAt)} · ${each.changedBy ?? ''} · ${each.commissionName ?? ''}`
              : t('figures.with-program')}
          </p>
        </li>
      ))}
    </ol>
  );
}

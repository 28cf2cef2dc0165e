import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../ui/format';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/tags';
import { areaName, itemText, valueText } from './figure-words';
import styles from './figures.module.css';
import type { FigureRow, FigureTable } from './queries';

/** The figures by kind and area, each with where it is from and whether anybody has compared it. */
export function FigureTables({
  tables,
  aside,
  moves,
}: {
  tables: readonly FigureTable[];
  /** Beside the heading of a table. */
  aside?: (table: FigureTable) => ReactNode;
  /** What may be done with a row. */
  moves?: (table: FigureTable, row: FigureRow) => ReactNode;
}) {
  const { t } = useTranslation();
  return tables.map((table) => (
    <section key={table.tableName} aria-labelledby={`figures-${table.tableName}`} className={styles['card']}>
      <div className={styles['head']}>
        <h2 id={`figures-${table.tableName}`}>{t(`figures.table.${table.tableName}`)}</h2>
        {aside?.(table)}
      </div>
      {table.rows.length === 0 ? (
        <Empty title={t('figures.none')}>
          <p>{t('figures.none.lead')}</p>
        </Empty>
      ) : (
        <div
          className={styles['scroll']}
          tabIndex={0}
          role="region"
          aria-labelledby={`figures-${table.tableName}`}
        >
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('figures.area')}</th>
                <th scope="col">{t('figures.from')}</th>
                {table.item !== 'none' && <th scope="col">{t(`figures.item.${table.item}`)}</th>}
                <th scope="col" className={styles['number']}>
                  {t('figures.value')}
                </th>
                <th scope="col">{t('figures.source')}</th>
                <th scope="col">{t('figures.state')}</th>
                {moves && <th scope="col">{t('figures.moves')}</th>}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={`${row.area} ${row.fromOn} ${row.item}`}>
                  <th scope="row">{areaName(t, row.area)}</th>
                  <td>{longDate(row.fromOn)}</td>
                  {table.item !== 'none' && <td>{itemText(t, table.item, row.item)}</td>}
                  <td className={styles['number']}>{valueText(t, table.unit, row.value)}</td>
                  <td lang="zh-CN">{row.source}</td>
                  <td>
                    {row.isVerified ? (
                      <>
                        <Tag tone="ok">✓ {t('figures.verified')}</Tag>
                        {row.document && (
                          <span className="small quiet">
                            {' '}
                            {t('figures.compared-with')} <span lang="zh-CN">{row.document}</span>
                          </span>
                        )}
                      </>
                    ) : (
                      <Tag tone="warn">! {t('figures.not-verified')}</Tag>
                    )}
                  </td>
                  {moves && <td className={styles['moves']}>{moves(table, row)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  ));
}

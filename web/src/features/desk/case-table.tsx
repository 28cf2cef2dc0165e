import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { legalDayOf, longDate, yuan } from '../../ui/format';
import { CaseStateTag, ClockBadge } from '../../ui/tags';
import styles from './case-table.module.css';
import type { CaseSummary } from './queries';

export const URGENCIES = ['overdue', 'today', 'soon', 'later', 'none'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Within so many working days a case stands among those to look at soon. */
const SOON_DAYS = 3;

export function urgencyOf({ nextClock }: CaseSummary): Urgency {
  const remaining = nextClock?.remaining;
  if (!remaining) return 'none';
  if (remaining.isPast) return remaining.isOverdue ? 'overdue' : 'none';
  if (remaining.isDueToday) return 'today';
  return remaining.days <= SOON_DAYS ? 'soon' : 'later';
}

const ROW = 'data-case-row';

/** Moves the focus up or down the list, as the keys j and k do; Enter then opens the link that has it. */
export function moveInList(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>(`[${ROW}]`) ?? [])];
  if (links.length === 0) return;
  const at = links.findIndex((link) => link === document.activeElement);
  const next =
    at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
}

/** Cases, one a row; under a heading for each degree of urgency when the list is sorted by it. */
export function CaseTable({
  items,
  caption,
  isGrouped = false,
}: {
  items: readonly CaseSummary[];
  caption: string;
  isGrouped?: boolean;
}) {
  const { t } = useTranslation();
  const groups = isGrouped
    ? URGENCIES.map((urgency) => ({ urgency, items: items.filter((item) => urgencyOf(item) === urgency) }))
    : [{ urgency: null, items }];
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.list.deadline')}</th>
          <th scope="col">{t('desk.list.number')}</th>
          <th scope="col" className={styles['parties']}>
            {t('desk.list.parties')}
          </th>
          <th scope="col" className={styles['wide']}>
            {t('desk.list.claims')}
          </th>
          <th scope="col" className={styles['wide']}>
            {t('desk.list.state')}
          </th>
        </tr>
      </thead>
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <tbody key={group.urgency ?? 'all'}>
            {group.urgency && (
              <tr className={styles['group']}>
                <th colSpan={5} scope="rowgroup">
                  {t(`desk.urgency.${group.urgency}`)}
                  <span className={styles['count']}>{group.items.length}</span>
                </th>
              </tr>
            )}
            {group.items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

function Row({ item }: { item: CaseSummary }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const link = useRef<HTMLAnchorElement>(null);
  const { nextClock } = item;
  const to = `/desk/cases/${item.id}`;
  return (
    <tr
      className={styles['row']}
      onClick={(event) => {
        // The whole row may be pressed; a press that selects text or hits the link itself is left alone.
        if ((event.target as HTMLElement).closest('a') || window.getSelection()?.toString()) return;
        void navigate(to);
      }}
    >
      <td className={styles['clock']}>
        {nextClock ? (
          <>
            <ClockBadge remaining={nextClock.remaining} state={nextClock.state} />
            <span className={styles['under']}>
              {t(nextClock.titleKey)}
              {nextClock.dueOn && <span className="nowrap"> · {longDate(nextClock.dueOn)}</span>}
            </span>
          </>
        ) : (
          <span className="quiet">{t('desk.list.no-clock')}</span>
        )}
      </td>
      <td>
        <Link ref={link} to={to} className={styles['number']} {...{ [ROW]: item.id }}>
          {item.number ?? item.receiptNumber}
        </Link>
        <span className={styles['under']}>
          {t('desk.list.received', { on: longDate(legalDayOf(item.receivedAt)) })}
        </span>
        <span className={styles['narrow']}>
          <CaseStateTag state={item.state} isSuspended={item.suspendedOn !== null} />
        </span>
      </td>
      <td>
        <span className={styles['party']}>{item.claimantNames}</span>
        <span className={styles['against']}>
          <span aria-hidden="true">{t('desk.list.versus')} </span>
          <span className="visually-hidden">{t('desk.list.against')} </span>
          {item.respondentNames}
        </span>
      </td>
      <td className={styles['wide']}>
        <span>{item.heads.map((head) => t(`claim.${head}`)).join(t('desk.list.comma'))}</span>
        <span className={`${styles['under']} amount`}>{yuan(item.claimedFen)}</span>
      </td>
      <td className={styles['wide']}>
        <CaseStateTag state={item.state} isSuspended={item.suspendedOn !== null} />
      </td>
    </tr>
  );
}

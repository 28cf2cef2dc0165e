import type { Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { lawText } from '../../platform/law-texts';
import type { BOARD_TABLES, BoardClocksDto, BoardDto } from './board.dto';
import { csv, type Cell } from './csv';

type Table = (typeof BOARD_TABLES)[number];

const BUCKETS = ['overdue', 'dueToday', 'dueSoon'] as const satisfies (keyof BoardClocksDto)[];

/** One table of the board as a file, its headings in the reader's language. */
export function boardCsv(board: BoardDto, table: Table, locale: Locale): string {
  const t = (key: string): string => sentence(locale, `board.${key}`);
  switch (table) {
    case 'states':
      return csv([
        [t('state'), t('cases')],
        ...board.states.map((row): Cell[] => [t(`state-${row.state}`), row.count]),
      ]);
    case 'clocks':
      return csv([
        [t('urgency'), t('due-on'), t('clock'), t('case-number'), t('claimant'), t('respondent')],
        ...BUCKETS.flatMap((bucket) =>
          board.clocks[bucket].clocks.map((clock): Cell[] => [
            t(`urgency-${bucket}`),
            clock.dueOn,
            lawText(locale, clock.titleKey),
            clock.caseNumber,
            clock.claimantNames,
            clock.respondentNames,
          ]),
        ),
      ]);
    case 'months':
      return csv([
        [t('month'), t('received'), t('accepted'), t('decided'), t('average-days')],
        ...board.months.map((row): Cell[] => [
          row.month,
          row.received,
          row.accepted,
          row.decided,
          row.averageDays,
        ]),
      ]);
  }
}

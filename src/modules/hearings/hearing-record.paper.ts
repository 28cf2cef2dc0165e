import type { LocalDate } from '../../kernel/local-date';
import { chineseDate, chineseInstant } from '../../platform/papers/chinese-dates';
import { hei, plain } from '../../platform/papers/inline';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';
import { ROLE_NAMES, type PartyRole } from '../../platform/papers/party-block';

/** 庭审笔录 (Law 40, Rules 41, 42): the course of the hearing, corrections asked for, and who confirmed or refused. */
export interface HearingRecordFacts {
  readonly cause: string;
  readonly on: LocalDate;
  /** ordinal of this hearing: 1 for the first */
  readonly session: number;
  /** ISO instants */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly venue: { readonly kind: 'online' | 'on-site' | 'mixed'; readonly name: string };
  readonly isPublic: boolean;
  readonly tribunal: readonly { readonly capacity: 'sole' | 'presiding' | 'member'; readonly name: string }[];
  readonly recorder: string;
  readonly attendance: readonly {
    readonly role: PartyRole;
    readonly party: string;
    /** who came for the party; null when nobody did */
    readonly person: string | null;
    /** 本人; 法定代表人; 委托代理人（特别授权） */
    readonly capacity: string | null;
    /** 已核对居民身份证 */
    readonly identity: string | null;
  }[];
  readonly stages: readonly {
    /** 庭前准备; 仲裁请求与答辩; 庭审调查与质证; 辩论; 最后意见; 调解 */
    readonly title: string;
    readonly entries: readonly RecordEntry[];
  }[];
  /** network failures and other interruptions of an online hearing */
  readonly interruptions: readonly { readonly at: string; readonly who: string; readonly note: string }[];
  /** Law 40: a correction refused is recorded too */
  readonly corrections: readonly {
    readonly by: string;
    /** what the record said before; left out in papers of the time before it was kept */
    readonly original?: string | null;
    readonly request: string;
    readonly isMade: boolean;
  }[];
  readonly signatures: readonly {
    readonly role: string;
    readonly name: string;
    readonly state: 'confirmed' | 'on-paper' | 'refused' | 'left' | 'absent';
    /** ISO instant of confirmation */
    readonly at: string | null;
    readonly note: string | null;
  }[];
}

export interface RecordEntry {
  /** 仲裁员, 申请人, 被申请人委托代理人李明; null for a note of the recorder */
  readonly speaker: string | null;
  readonly text: string;
}

const CAPACITY = { sole: '仲裁员', presiding: '首席仲裁员', member: '仲裁员' } as const;
const STATES = {
  confirmed: '已在线核对并确认',
  'on-paper': '已在纸质笔录上签名',
  refused: '拒绝签名',
  left: '已离开，未签名',
  absent: '未到庭',
} as const;
const MODES = { online: '在线', 'on-site': '现场', mixed: '现场与在线相结合' } as const;

export const hearingRecord: PaperDefinition<HearingRecordFacts> = {
  kind: 'hearing-record',
  title: '庭审笔录',
  volume: 'main',

  draw(page: PaperPage, facts: HearingRecordFacts): void {
    page.useScale('record');
    page.masthead('庭审笔录', facts.session > 1 ? `（第${facts.session}次）` : undefined);
    page.caseNumber();
    page.fields([
      [
        ['案由', facts.cause],
        ['开庭日期', chineseDate(facts.on)],
      ],
      [
        ['开始时间', chineseInstant(facts.startedAt, 'minute')],
        ['结束时间', chineseInstant(facts.endedAt, 'minute')],
      ],
      [
        [facts.venue.kind === 'online' ? '网上仲裁庭' : '开庭地点', facts.venue.name],
        ['审理方式', `${facts.isPublic ? '公开' : '不公开'}，${MODES[facts.venue.kind]}`],
      ],
      [
        ['仲裁庭', facts.tribunal.map(({ capacity, name }) => `${CAPACITY[capacity]}${name}`).join('、')],
        ['记录人员', facts.recorder],
      ],
    ]);
    page.table({
      widths: [0.13, 0.32, 0.15, 0.2, 0.2],
      aligns: ['center', 'left', 'center', 'center', 'center'],
      head: ['地位', '当事人', '到庭人员', '身份', '核对情况'],
      rows: facts.attendance.map((row) => [
        ROLE_NAMES[row.role],
        row.party,
        row.person ?? '未到庭',
        row.capacity ?? '—',
        row.identity ?? '—',
      ]),
    });
    for (const stage of facts.stages) {
      page.heading(stage.title);
      for (const entry of stage.entries) {
        page.paragraph(
          entry.speaker === null ? `（${entry.text}）` : [hei(`${entry.speaker}：`), plain(entry.text)],
        );
      }
    }
    if (facts.interruptions.length > 0) {
      page.heading('在线庭审中断情况');
      page.table({
        widths: [0.32, 0.24, 0.44],
        head: ['时间', '人员', '情况及处理'],
        rows: facts.interruptions.map(({ at, who, note }) => [chineseInstant(at), who, note]),
      });
    }
    page.heading('笔录核对');
    page.paragraph(
      '本笔录已交当事人和其他仲裁参与人核对。认为对自己陈述的记录有遗漏或者差错的，有权当庭申请补正；不予补正的，记录其申请。',
    );
    if (facts.corrections.length > 0) {
      page.table({
        widths: [0.18, 0.32, 0.34, 0.16],
        aligns: ['left', 'left', 'left', 'center'],
        head: ['申请人员', '原记录', '补正申请', '处理'],
        rows: facts.corrections.map(({ by, original, request, isMade }) => [
          by,
          original ?? '—',
          request,
          isMade ? '已补正' : '不予补正',
        ]),
      });
    }
    page.table({
      widths: [0.22, 0.18, 0.22, 0.38],
      aligns: ['left', 'center', 'center', 'left'],
      head: ['签名人', '姓名', '确认情况', '时间及备注'],
      rows: facts.signatures.map(({ role, name, state, at, note }) => [
        role,
        name,
        STATES[state],
        [at === null ? null : chineseInstant(at), note].filter((part) => part !== null).join('；') || '—',
      ]),
    });
    page.note(
      facts.venue.kind !== 'on-site'
        ? '依照《广东省劳动人事争议仲裁委员会“互联网+仲裁”在线庭审规则（试行）》第四条，当事人在线电子签名与线下签名具有同等法律效力；拒绝签名或者离开未签名的，已记明情况附卷。'
        : '在纸质笔录上签名的，签名页附卷；拒绝签名、盖章或者离开未签名的，已依照《劳动人事争议仲裁办案规则》第四十二条记明情况附卷。',
    );
    // signatures page by page: each page names who confirmed the whole record
    const confirmed = facts.signatures.filter(({ state }) => state === 'confirmed');
    if (confirmed.length > 0) {
      page.runningFoot = `电子确认：${confirmed.map(({ role, name }) => `${role} ${name}`).join('　')}`;
    }
  },
};

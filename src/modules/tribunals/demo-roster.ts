import { newId } from '../../kernel/id';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date';
import type { RelationKind } from '../../law/tribunal';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Users } from '../identity';
import {
  Arbitrator,
  ArbitratorEngagement,
  ArbitratorInterest,
  ArbitratorLeave,
  type Language,
  type Region,
  type Specialty,
} from './arbitrator.entity';

/** Who is special on the demonstration register, for the stories told with it. */
export const DEMO_ROSTER_NOTES = {
  /** On leave from three days before the register is loaded to three weeks after it. */
  onLeave: 'arb.laizhiyuan',
  /** May hold one open case at a time: give this one a case and the limit is reached. */
  atLoadLimit: 'arb.tanmeiqi',
  /** Has declared an interest in the employer below. */
  interested: 'arb.zhengshaohua',
  interestedIn: '广州南沙海韵餐饮管理有限公司',
  /** Mutual engagement at Nansha ended; mutual engagement at Nansha not begun. */
  engagementEnded: 'arb.maiguoqiang',
  engagementToCome: 'arb.ouyanglan',
} as const;

interface DemoArbitrator {
  readonly username: string;
  readonly name: string;
  readonly latin?: string;
  readonly home: string;
  readonly kind: 'full-time' | 'part-time';
  readonly region: Region;
  readonly qualification: 1 | 2 | 3 | 4;
  readonly languages: readonly Language[];
  readonly specialties: readonly Specialty[];
  readonly loadLimit?: number;
  /** Mutual engagements: the commission, and where it is not the whole term, days from today. */
  readonly mutual?: readonly { readonly at: string; readonly from?: number; readonly to?: number }[];
  readonly leave?: { readonly from: number; readonly to: number; readonly reason: string };
  readonly interest?: {
    readonly kind: RelationKind;
    readonly organisation: string;
    readonly fromYear: number;
    readonly toYear: number | null;
  };
}

const LOAD_LIMIT = 12;
/** Terms are of five years (Organisation Rules 24). */
const TERM = { from: localDate('2024-01-01'), to: localDate('2028-12-31') };
const LOCAL: readonly Language[] = ['mandarin', 'cantonese'];
const ABROAD: readonly Language[] = ['mandarin', 'cantonese', 'english'];
const MACAU: readonly Language[] = ['mandarin', 'cantonese', 'portuguese'];

/**
 * Invented people. Three full-time arbitrators at each commission (Organisation Rules 22), four part-time ones from
 * Hong Kong and Macau, and mutual engagements across the five.
 */
const ARBITRATORS: readonly DemoArbitrator[] = [
  {
    username: 'arb.linhuimin',
    name: '林慧敏',
    home: 'nansha',
    kind: 'full-time',
    region: 'mainland',
    qualification: 1,
    languages: LOCAL,
    specialties: ['wages', 'dismissal'],
    mutual: [{ at: 'dongguan' }, { at: 'zhongshan' }, { at: 'hengqin' }],
  },
  {
    username: 'arb.zhengshaohua',
    name: '郑少华',
    home: 'nansha',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['wages', 'working-time'],
    interest: {
      kind: 'employed-by',
      organisation: DEMO_ROSTER_NOTES.interestedIn,
      fromYear: 2017,
      toYear: 2021,
    },
  },
  {
    username: 'arb.laizhiyuan',
    name: '赖志远',
    home: 'nansha',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['contracts', 'new-employment'],
    leave: { from: -3, to: 21, reason: '年休假' },
  },
  {
    username: 'arb.tanmeiqi',
    name: '谭美琪',
    home: 'nansha',
    kind: 'part-time',
    region: 'mainland',
    qualification: 4,
    languages: LOCAL,
    specialties: ['dismissal', 'work-injury'],
    loadLimit: 1,
  },
  {
    username: 'arb.wongkaying',
    name: '黄嘉莹',
    latin: 'Wong Ka Ying',
    home: 'nansha',
    kind: 'part-time',
    region: 'hong-kong',
    qualification: 4,
    languages: ABROAD,
    specialties: ['cross-border', 'contracts'],
    mutual: [{ at: 'hengqin' }, { at: 'dongguan' }],
  },
  {
    username: 'arb.leungchiho',
    name: '梁志豪',
    latin: 'Leung Chi Ho',
    home: 'nansha',
    kind: 'part-time',
    region: 'hong-kong',
    qualification: 2,
    languages: ABROAD,
    specialties: ['cross-border', 'wages'],
    mutual: [{ at: 'zhongshan' }],
  },
  {
    username: 'arb.oujianwen',
    name: '区健文',
    home: 'foshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 1,
    languages: LOCAL,
    specialties: ['wages', 'working-time'],
    mutual: [{ at: 'nansha' }],
  },
  {
    username: 'arb.maiguoqiang',
    name: '麦国强',
    home: 'foshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['work-injury', 'social-insurance'],
    mutual: [{ at: 'nansha', to: -30 }],
  },
  {
    username: 'arb.huojingyi',
    name: '霍静怡',
    home: 'foshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 2,
    languages: LOCAL,
    specialties: ['dismissal', 'contracts'],
  },
  {
    username: 'arb.yinweiming',
    name: '尹伟明',
    home: 'dongguan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 1,
    languages: LOCAL,
    specialties: ['wages', 'working-time'],
    mutual: [{ at: 'nansha' }, { at: 'foshan' }],
  },
  {
    username: 'arb.ouyanglan',
    name: '欧阳岚',
    home: 'dongguan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['dismissal', 'social-insurance'],
    mutual: [{ at: 'nansha', from: 30 }],
  },
  {
    username: 'arb.yeruofeng',
    name: '叶若枫',
    home: 'dongguan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 4,
    languages: LOCAL,
    specialties: ['contracts', 'new-employment'],
  },
  {
    username: 'arb.gaozhaotang',
    name: '高兆棠',
    home: 'zhongshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 1,
    languages: LOCAL,
    specialties: ['wages', 'dismissal'],
    mutual: [{ at: 'nansha' }],
  },
  {
    username: 'arb.xiaoyuqing',
    name: '萧雨晴',
    home: 'zhongshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 2,
    languages: LOCAL,
    specialties: ['working-time', 'contracts'],
  },
  {
    username: 'arb.gandingbang',
    name: '甘定邦',
    home: 'zhongshan',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['work-injury', 'social-insurance'],
    mutual: [{ at: 'hengqin' }],
  },
  {
    username: 'arb.rongshiting',
    name: '容诗婷',
    home: 'hengqin',
    kind: 'full-time',
    region: 'mainland',
    qualification: 1,
    languages: LOCAL,
    specialties: ['wages', 'cross-border'],
  },
  {
    username: 'arb.chenbaichuan',
    name: '陈百川',
    home: 'hengqin',
    kind: 'full-time',
    region: 'mainland',
    qualification: 3,
    languages: LOCAL,
    specialties: ['dismissal', 'contracts'],
    mutual: [{ at: 'nansha' }],
  },
  {
    username: 'arb.tangwenhao',
    name: '唐文浩',
    home: 'hengqin',
    kind: 'full-time',
    region: 'mainland',
    qualification: 2,
    languages: LOCAL,
    specialties: ['working-time', 'new-employment'],
  },
  {
    username: 'arb.fongianmei',
    name: '冯欣美',
    latin: 'Fong Ian Mei',
    home: 'hengqin',
    kind: 'part-time',
    region: 'macau',
    qualification: 4,
    languages: MACAU,
    specialties: ['cross-border', 'contracts'],
    mutual: [{ at: 'nansha' }],
  },
  {
    username: 'arb.sousachan',
    name: '陈苏沙',
    latin: 'Paula Chan de Sousa',
    home: 'hengqin',
    kind: 'part-time',
    region: 'macau',
    qualification: 2,
    languages: [...MACAU, 'english'],
    specialties: ['cross-border', 'dismissal'],
  },
];

/** Loads the demonstration register: accounts and rows. Loading it again changes nothing. */
export async function loadRoster(tx: Tx, users: Users, password: string): Promise<void> {
  for (const [index, demo] of ARBITRATORS.entries()) {
    const { id: userId } = await users.ensureStaff(tx, {
      username: demo.username,
      name: demo.name,
      password,
      commissionId: demo.home,
      roles: ['arbitrator'],
    });
    if (await tx.manager.existsBy(Arbitrator, { userId })) continue;
    await loadOne(tx, demo, userId, index);
  }
}

async function loadOne(tx: Tx, demo: DemoArbitrator, userId: string, index: number): Promise<void> {
  const arbitratorId = newId(tx.at.getTime());
  const own = () => ({ id: newId(tx.at.getTime()), arbitratorId });
  const day = (days: number | undefined, otherwise: LocalDate): LocalDate =>
    days === undefined ? otherwise : addDays(tx.today, days);
  await tx.manager.insert(Arbitrator, {
    id: arbitratorId,
    userId,
    name: demo.name,
    nameLatin: demo.latin ?? null,
    homeCommissionId: demo.home,
    kind: demo.kind,
    region: demo.region,
    certificateNumber: `粤演示${String(index + 1).padStart(4, '0')}`,
    qualification: demo.qualification,
    languages: [...demo.languages],
    specialties: [...demo.specialties],
    termFrom: TERM.from,
    termTo: TERM.to,
    loadLimit: demo.loadLimit ?? LOAD_LIMIT,
    sort: index,
  });
  await tx.manager.insert(ArbitratorEngagement, [
    { ...own(), commissionId: demo.home, basis: 'home', fromOn: TERM.from, toOn: TERM.to },
    ...(demo.mutual ?? []).map(({ at, from, to }) => ({
      ...own(),
      commissionId: at,
      basis: 'mutual-engagement' as const,
      fromOn: day(from, TERM.from),
      toOn: day(to, TERM.to),
    })),
  ]);
  if (demo.leave) {
    const { from, to, reason } = demo.leave;
    await tx.manager.insert(ArbitratorLeave, {
      ...own(),
      fromOn: addDays(tx.today, from),
      toOn: addDays(tx.today, to),
      reason,
    });
  }
  if (demo.interest) {
    const { kind, organisation, fromYear, toYear } = demo.interest;
    await tx.manager.insert(ArbitratorInterest, {
      ...own(),
      kind,
      subjectKind: 'organisation',
      subjectName: organisation,
      subjectIndex: null,
      fromYear,
      toYear,
      declaredAt: tx.at,
    });
  }
}

import * as acts from '../../src/demo/acts';
import { RequestFailed, type Person } from '../../src/demo/person';
import { DomainError } from '../../src/kernel/domain-error';
import type { CaseState } from '../../src/modules/cases';
import type { Problem } from '../../src/platform/http/problem.filter';
import type { TestApp } from './app';
import { clerkOf, filed, staffOf, type FiledCase } from './cases';
import { decide, motionsOf, ask, type MotionView } from './motions';
import { appointment, confirmRecord, sit } from './proceedings';
import { accept, offer, settlementsOf, statementRequest, termsOf } from './settlements';

const DAY_MS = 86_400_000;
const ROLES = ['claimant', 'respondent', 'clerk', 'director', 'arbitrator', 'recorder', 'stranger'] as const;
type Role = (typeof ROLES)[number];
const ARBITRATORS = ['arb.linhuimin', 'arb.wongkaying', 'arb.leungchiho', 'arb.tanmeiqi'] as const;

/** Draws that can be repeated: mulberry32. */
export class Dice {
  constructor(private state: number) {}

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both possible. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  one<T>(among: readonly T[]): T {
    const chosen = among[this.between(0, among.length - 1)];
    if (chosen === undefined) throw new Error('nothing to draw from');
    return chosen;
  }
}

/** What became of something that somebody tried. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem }
  /** By the room, whose answers are no HTTP. */
  | { readonly kind: 'refused-in-room'; readonly code: string }
  /** There was nothing to try it with: no hearing to hold, no draft to correct. */
  | { readonly kind: 'idle' };

/** A case, everybody who may meet it, and somebody who has nothing to do with it. */
export class Course {
  private readonly people: Readonly<Record<Role, Person>>;

  private constructor(
    readonly app: TestApp,
    readonly dice: Dice,
    readonly filed: FiledCase,
    private readonly arbitratorName: string,
  ) {
    this.people = {
      claimant: filed.claimant,
      respondent: app.party(filed.matter.respondents[0]?.phone ?? ''),
      clerk: clerkOf(app),
      director: staffOf(app, 'director.nansha'),
      arbitrator: staffOf(app, arbitratorName),
      recorder: staffOf(app, 'recorder.nansha'),
      stranger: clerkOf(app, 'foshan'),
    };
  }

  static async begin(app: TestApp, dice: Dice): Promise<Course> {
    return new Course(app, dice, await filed(app), dice.one(ARBITRATORS));
  }

  get caseId(): string {
    return this.filed.caseId;
  }

  /** Whose act it is, or one time in six somebody else. */
  private someone(proper: Role): Person {
    return this.people[this.dice.chance(1 / 6) ? this.dice.one(ROLES) : proper];
  }

  async state(): Promise<CaseState> {
    const [row] = await this.app.query<{ state: CaseState }>('SELECT state FROM labour_case WHERE id = $1', [
      this.caseId,
    ]);
    return row!.state;
  }

  /** Something that could be next, or anything at all. */
  draw(state: CaseState): Act {
    const natural = NEXT[state] ?? [];
    return natural.length > 0 && this.dice.chance(0.6)
      ? this.dice.one(natural)
      : this.dice.one(Object.keys(this.acts) as Act[]);
  }

  async try(name: Act): Promise<Outcome> {
    try {
      const isDone = await this.acts[name]();
      return { kind: isDone === false ? 'idle' : 'done' };
    } catch (error) {
      if (error instanceof DomainError) return { kind: 'refused-in-room', code: error.code };
      if (!(error instanceof RequestFailed)) throw error;
      return { kind: 'refused', status: error.reply.status, problem: error.reply.body as Problem };
    }
  }

  readonly acts = {
    'time passes': async () => {
      const days = this.dice.between(1, 12);
      this.app.clock.set(new Date(this.app.clock.now().getTime() + days * DAY_MS).toISOString());
      return Promise.resolve(true);
    },
    accept: () => acts.accept(this.someone('clerk'), this.caseId),
    'accept on a stale page': async () => {
      const clerk = this.someone('clerk');
      const { version } = await acts.open(clerk, this.caseId);
      const stale = { version: version - 1, conditions: acts.ALL_CONDITIONS };
      return clerk.do('POST', `/cases/${this.caseId}/acceptance`, stale);
    },
    refuse: () => acts.refuse(this.someone('clerk'), this.caseId, '不属于劳动争议。'),
    refer: () => acts.refer(this.someone('clerk'), this.caseId, 'foshan', '劳动合同履行地在佛山。'),
    'ask for a correction': () =>
      acts.requestCorrection(this.someone('clerk'), this.caseId, {
        defects: [{ section: 'statement', text: '事实不清楚', remedy: '写明离职的经过' }],
        dueOn: this.day(6),
      }),
    correct: async () => {
      const claimant = this.someone('claimant');
      if (!(await acts.open(claimant, this.caseId)).correction?.draftId) return false;
      return acts.correct(claimant, this.caseId, this.filed.matter.claimant.name, (data) => data);
    },
    join: async () => {
      const clerk = clerkOf(this.app);
      const papers = await acts.services(clerk, this.caseId);
      if (!papers.some(({ paperKind }) => paperKind === 'response-notice')) return false;
      return acts.join(this.people.respondent, await acts.joinCode(clerk, this.caseId), {
        name: '吴国强',
        capacity: 'legal-representative',
        consentsToElectronic: true,
        consentsToOnlineHearing: true,
      });
    },
    answer: () =>
      acts.answer(this.someone('respondent'), this.caseId, {
        positions: [{ stance: 'denied', reasons: '申请人自行离职。' }],
        statement: '不同意全部仲裁请求。',
        signedBy: '吴国强',
      }),
    constitute: async () =>
      this.someone('clerk').do(
        'POST',
        `/cases/${this.caseId}/tribunal`,
        await appointment(this.app, this.caseId, this.arbitratorName),
      ),
    waive: () => acts.waiveNotice(this.someone(this.dice.one(['claimant', 'respondent'])), this.caseId),
    'set down': () =>
      acts.setDown(this.someone('clerk'), this.caseId, {
        startsAt: new Date(`${this.day(this.dice.between(0, 25))}T0${this.dice.between(1, 8)}:00:00Z`),
        durationMinutes: 60,
        roomId: 'nansha-online-1',
      }),
    'call off': async () => {
      const [hearing] = await this.hearings('scheduled');
      if (!hearing) return false;
      return this.someone('clerk').do('POST', `/hearings/${hearing}/cancellation`, {
        reason: '仲裁员临时有事。',
      });
    },
    hear: async () => {
      const [hearing] = await this.hearings('scheduled');
      const [{ n: sides } = { n: 0 }] = await this.app.query<{ n: number }>(
        `SELECT count(DISTINCT p.role)::int AS n FROM case_member m JOIN case_party p ON p.id = m.party_id
         WHERE m.case_id = $1 AND m.until IS NULL`,
        [this.caseId],
      );
      if (!hearing || sides < 2) return false;
      await sit(this.app, hearing, this.caseId);
      return confirmRecord(this.app, { caseId: this.caseId, hearingId: hearing });
    },
    'hear again': async () => {
      const person = this.someone('arbitrator');
      const { version } = await acts.open(person, this.caseId);
      return person.do('POST', `/cases/${this.caseId}/hearing-reopening`, {
        version,
        reason: '还有事实没有查清。',
      });
    },
    award: () =>
      acts.award(this.someone('arbitrator'), this.caseId, {
        facts: '经审理查明，被申请人拖欠两个月工资。',
        rulings: [
          { outcome: 'granted', reasons: '拖欠工资属实。' },
          { outcome: this.dice.one(['granted', 'refused']), reasons: '依照查明的事实。' },
        ],
      }),
    'sign for papers': () =>
      acts.confirmAll(this.people[this.dice.one<Role>(['claimant', 'respondent'])], this.caseId),
    withdraw: () => this.ask('claimant', 'withdrawal'),
    extend: () =>
      this.ask('arbitrator', 'extension', { days: this.dice.between(1, 15), reason: '案情复杂。' }),
    suspend: () =>
      this.ask(this.dice.one(['claimant', 'respondent', 'arbitrator', 'clerk']), 'suspension', {
        ground: this.dice.one(['force-majeure', 'other-case']),
        reason: '等待工伤认定的结果。',
      }),
    resume: () =>
      this.ask(this.dice.one(['claimant', 'arbitrator', 'director']), 'resumption', { reason: '情形消除。' }),
    postpone: () =>
      this.ask(this.dice.one(['claimant', 'respondent']), 'postponement', { reason: '住院治疗。' }),
    'more time for evidence': () =>
      this.ask(this.dice.one(['claimant', 'respondent']), 'evidence-extension', {
        until: this.day(this.dice.between(5, 40)),
        reason: '材料在外地。',
      }),
    'deem withdrawn': () =>
      this.ask('arbitrator', 'deemed-withdrawal', {
        happened: 'did-not-come',
        hasGoodReason: false,
        isTechnicalFailure: false,
        reason: '经书面通知没有到庭。',
      }),
    revoke: () =>
      this.ask(this.dice.one(['clerk', 'director']), 'revocation', {
        ground: 'scope',
        reason: '不属于受案范围。',
      }),
    terminate: () =>
      this.ask(this.dice.one(['clerk', 'arbitrator', 'claimant']), 'termination', {
        court: '广州市南沙区人民法院',
        courtNumber: '（2026）粤0115民初1号',
        courtAcceptedOn: this.day(-1),
      }),
    challenge: () =>
      this.ask(this.dice.one(['claimant', 'respondent', 'arbitrator']), 'recusal', {
        ...(this.dice.chance(0.5) ? { challenged: 'arbitrator' } : {}),
        ground: 'interest',
        reason: '曾任一方的代理人。',
      }),
    'object to jurisdiction': () =>
      this.ask('respondent', 'jurisdiction-objection', {
        competent: 'foshan',
        reason: '劳动合同履行地在佛山。',
      }),
    transfer: () =>
      this.ask('arbitrator', 'transfer', { competent: 'foshan', reason: '劳动合同履行地在佛山。' }),
    'offer terms': async () => {
      const person = this.someone(this.dice.one(['claimant', 'respondent', 'arbitrator']));
      const open = (await settlementsOf(person, this.caseId)).items.at(-1);
      const version = open && ['offered', 'agreed', 'stated'].includes(open.state) ? open.version : 0;
      const claims = this.dice.chance(0.5) ? { paid: [0], dropped: [1] } : { paid: [0] };
      const terms = await termsOf({ claimant: this.people.claimant, caseId: this.caseId }, claims);
      return offer(person, this.caseId, { version, terms, isShownToTribunal: this.dice.chance(0.5) });
    },
    'accept terms': async () => {
      const person = this.someone(this.dice.one(['claimant', 'respondent']));
      const open = (await settlementsOf(person, this.caseId)).items.at(-1);
      return open
        ? accept(person, { settlementId: open.id, version: open.version, state: open.state })
        : false;
    },
    'state the settlement': async () => {
      const person = this.someone('arbitrator');
      const open = (await settlementsOf(person, this.caseId)).items.at(-1);
      if (!open) return false;
      return person.do('POST', `/settlements/${open.id}/statement`, statementRequest(person, open.version));
    },
    'decide what was asked': async () => {
      const person = this.someone(this.dice.one(['director', 'arbitrator', 'clerk']));
      const open = (await motionsOf(person, this.caseId)).items.filter(({ state }) => state === 'filed');
      if (open.length === 0) return false;
      const motion: MotionView = this.dice.one(open);
      return decide(
        person,
        this.caseId,
        motion.id,
        this.dice.chance(0.7) ? { outcome: 'granted' } : { outcome: 'refused', reason: '理由不成立。' },
      );
    },
  } satisfies Record<string, () => Promise<unknown>>;

  private ask(proper: Role, kind: string, details: Record<string, unknown> = {}): Promise<unknown> {
    return ask(this.someone(proper), this.caseId, kind, details);
  }

  private day(ahead: number): string {
    return new Date(this.app.clock.now().getTime() + ahead * DAY_MS + 8 * 3_600_000)
      .toISOString()
      .slice(0, 10);
  }

  private async hearings(state: string): Promise<string[]> {
    const rows = await this.app.query<{ id: string }>(
      'SELECT id FROM hearing WHERE case_id = $1 AND state = $2 ORDER BY starts_at',
      [this.caseId, state],
    );
    return rows.map(({ id }) => id);
  }
}

export type Act = keyof Course['acts'];

/** What brings a case further, so that some of them come to the end. */
const NEXT: Partial<Record<CaseState, readonly Act[]>> = {
  received: ['accept', 'accept', 'ask for a correction'],
  correcting: ['correct'],
  accepted: ['join', 'answer', 'constitute'],
  constituted: [
    'join',
    'waive',
    'set down',
    'set down',
    'offer terms',
    'accept terms',
    'state the settlement',
  ],
  'set-down': ['hear'],
  heard: ['award', 'award', 'decide what was asked', 'sign for papers'],
  decided: ['sign for papers'],
};

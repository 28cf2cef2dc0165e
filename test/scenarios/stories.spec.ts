import { DataSource } from 'typeorm';
import { guide } from '../../src/demo/guide';
import { jobsDone } from '../../src/demo/jobs';
import type { Person } from '../../src/demo/person';
import type { Stage } from '../../src/demo/stage';
import { STORIES, tell } from '../../src/demo/tell';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date';
import { addWorkingDays, subtractWorkingDays } from '../../src/law/calendar';
import type { CaseDto } from '../../src/modules/cases/cases.dto';
import { Users } from '../../src/modules/identity';
import { Reference } from '../../src/modules/reference';
import { verifyRecord } from '../../src/platform/record/record';
import { startApp, type TestApp } from '../support/app';
import { clerkOf, staffOf } from '../support/cases';
import { inspectPdf } from '../support/pdf';

/** The stories of the demonstration, told on the first working days after the longest holidays of the year. */
const NOW = '2026-10-12T15:40:00+08:00';

/** Eight cases are driven through the real interface and all their papers drawn: slow on a busy machine. */
jest.setTimeout(600_000);

interface Told {
  caseId: string;
  view: CaseDto;
  claimant: Person;
  clerk: Person;
}

describe('the stories of the demonstration', () => {
  let app: TestApp;
  const told = new Map<string, Told>();
  beforeAll(async () => {
    app = await startApp({ now: NOW });
    await tell(STORIES, app.nest, app.transport, app.clock);
    for (const story of STORIES) {
      const claimant = app.party(story.parties[0]?.phone ?? '');
      const { items } = await claimant.read<{ items: { id: string; commissionId: string }[] }>(
        '/cases?view=mine',
      );
      expect(items).toHaveLength(1);
      const [item] = items;
      if (!item) continue;
      const clerk = clerkOf(app, item.commissionId);
      told.set(story.key, {
        caseId: item.id,
        view: await claimant.read(`/cases/${item.id}`),
        claimant,
        clerk,
      });
    }
    await jobsDone(app.get(DataSource));
  });
  afterAll(() => app?.close());

  const of = (key: string): Told => {
    const found = told.get(key);
    if (!found) throw new Error(`no story ${key}`);
    return found;
  };
  const kinds = async (person: Person, caseId: string): Promise<Record<string, number>> => {
    const papers = await person.read<{ kind: string; state: string }[]>(`/cases/${caseId}/papers`);
    expect(papers.filter(({ state }) => state !== 'rendered')).toEqual([]);
    const count: Record<string, number> = {};
    for (const { kind } of papers) count[kind] = (count[kind] ?? 0) + 1;
    return count;
  };

  it.each(STORIES.map((story) => [story.key, story.state] as const))('%s stands at %s', (key, state) => {
    expect(of(key).view.state).toBe(state);
  });

  it('are listed with the people to sign in as', async () => {
    const { cases, staff } = await guide(app.get(Reference), app.get(Users));
    expect(cases).toHaveLength(STORIES.length);
    for (const [i, { key, commissionId }] of STORIES.entries()) {
      expect(of(key).view.commissionId).toBe(commissionId);
      expect(cases[i]).toMatchObject({
        state: expect.stringMatching(/^\p{Script=Han}+$/u) as string,
        clerk: `clerk.${commissionId}`,
        commission: staff.find(({ clerk }) => clerk === `clerk.${commissionId}`)?.commission,
      });
    }
  });

  it('give the clerk of Nansha work of several kinds', async () => {
    const { items } = await clerkOf(app, 'nansha').read<{ items: { state: string }[] }>('/cases?view=queue');
    expect(new Set(items.map(({ state }) => state))).toEqual(
      new Set(['received', 'correcting', 'accepted', 'constituted']),
    );
  });

  it('left the clock where it was, and nothing in the future', async () => {
    expect(Math.abs(app.clock.now().getTime() - new Date(NOW).getTime())).toBeLessThan(10 * 60_000);
    const [row] = await app.query<{ late: number }>(
      'SELECT count(*)::int AS late FROM record_entry WHERE at > $1',
      [new Date(new Date(NOW).getTime() + 60_000)],
    );
    expect(row?.late).toBe(0);
  });

  // Entries carry the time at which their transaction began: two at once may change places by its length.
  it('left an unbroken record whose times go forward', async () => {
    const report = await verifyRecord(app.get(DataSource).manager);
    expect(report.breaks).toEqual([]);
    expect(report.chains).toBe(STORIES.length);
    const [row] = await app.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT at < lag(at) OVER (PARTITION BY case_id ORDER BY seq) - interval '5 seconds' AS back FROM record_entry) r WHERE back`,
    );
    expect(row?.n).toBe(0);
  });

  it('numbered cases in the order of their acceptance', async () => {
    const rows = await app.query<{ commission_id: string; number: string }>(
      'SELECT commission_id, number FROM labour_case WHERE number IS NOT NULL ORDER BY commission_id, accepted_at',
    );
    const byCommission = new Map<string, number[]>();
    for (const { commission_id: commission, number } of rows) {
      const serials = byCommission.get(commission) ?? [];
      byCommission.set(commission, [...serials, Number(/〕(\d+)号/.exec(number)?.[1])]);
    }
    for (const serials of byCommission.values()) expect(serials).toEqual(serials.map((_, i) => i + 1));
  });

  it('received today: the clerk has five working days, and a receipt was given', async () => {
    const { view, claimant, caseId, clerk } = of('received-today');
    expect(await kinds(claimant, caseId)).toEqual({ application: 1, receipt: 1 });
    const intake = view.clocks.find(({ code }) => code === 'D01');
    expect(intake).toMatchObject({
      state: 'running',
      dueOn: '2026-10-19',
      remaining: { days: 5, unit: 'working' },
    });
    const { items } = await clerk.read<{ items: { id: string }[] }>('/cases?view=queue');
    expect(items.map(({ id }) => id)).toContain(caseId);
  });

  it('to correct: two defects, one draft in which to mend them', async () => {
    const { view } = of('to-correct');
    expect(view.correction?.defects).toHaveLength(2);
    expect(view.correction?.draftId).not.toBeNull();
    expect(view.actions).toContain('case.correct');
  });

  it('waiting for the answer: served by mail, the days of the respondent are running out', async () => {
    const { caseId, clerk } = of('waiting-for-answer');
    const services = await clerk.read<{ paperKind: string; state: string; servedOn: string | null }[]>(
      `/cases/${caseId}/services`,
    );
    const notice = services.find(({ paperKind }) => paperKind === 'response-notice');
    expect(notice).toMatchObject({
      state: 'served',
      servedOn: expect.stringMatching(/^2026-09-2\d$/) as string,
    });
    const { clocks } = await clerk.read<CaseDto>(`/cases/${caseId}`);
    const answer = clocks.find(({ bearer, state }) => bearer === 'respondent' && state === 'running');
    expect(answer?.remaining?.days).toBeLessThanOrEqual(3);
    const candidates = await clerk.read<{
      items: { name: string; isEligible: boolean; reasons: unknown[] }[];
    }>(`/cases/${caseId}/arbitrator-candidates`);
    // The one has worked for this employer, the other has a case already and takes no second one.
    const excluded = candidates.items.filter(({ isEligible }) => !isEligible);
    for (const name of ['郑少华', '谭美琪']) {
      expect(excluded.find((each) => each.name === name)?.reasons.length).toBeGreaterThan(0);
    }
    expect(candidates.items.some(({ isEligible }) => isEligible)).toBe(true);
  });

  it('constituted: answered, evidence from both sides, everybody has the notice', async () => {
    const { caseId, claimant, view } = of('constituted');
    expect(view.members.map(({ capacity }) => capacity).sort()).toEqual([
      'arbitrator',
      'claimant',
      'recorder',
      'respondent',
    ]);
    expect(await kinds(claimant, caseId)).toMatchObject({ answer: 1, 'composition-notice': 1 });
    const evidence = await claimant.read<{ items: { partyRole: string }[] }>(`/cases/${caseId}/evidence`);
    expect(evidence.items.map(({ partyRole }) => partyRole).sort()).toEqual(['claimant', 'respondent']);
  });

  it('set down: the waiting room can be entered now, by whoever belongs there', async () => {
    const { caseId, claimant } = of('set-down');
    const [hearing] = await claimant.read<
      { id: string; startsAt: string; lobbyOpensAt: string; role: string }[]
    >(`/cases/${caseId}/hearings`);
    expect(hearing?.role).toBe('claimant');
    expect(new Date(hearing?.lobbyOpensAt ?? '').getTime()).toBeLessThanOrEqual(app.clock.now().getTime());
    expect(new Date(hearing?.startsAt ?? '').getTime()).toBeGreaterThan(app.clock.now().getTime());
    expect(await kinds(claimant, caseId)).toMatchObject({ 'hearing-notice': 1 });
  });

  it('heard: the record is signed by all four and has become a paper', async () => {
    const { caseId, claimant } = of('heard');
    const [hearing] = await claimant.read<{ id: string; state: string; recordState: string }[]>(
      `/cases/${caseId}/hearings`,
    );
    expect(hearing).toMatchObject({ state: 'closed', recordState: 'confirmed' });
    const record = await claimant.read<{ signatures: { state: string }[]; entries: unknown[] }>(
      `/hearings/${hearing?.id ?? ''}/record`,
    );
    expect(record.signatures.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed', 'signed']);
    expect(await kinds(claimant, caseId)).toMatchObject({ 'hearing-record': 1 });
    expect((await staffOf(app, 'arb.oujianwen').read<CaseDto>(`/cases/${caseId}`)).nextStep).toBe(
      'next.arbitrator.heard',
    );
  });

  it('awarded: a final and a non-final document with every party, number and amount, served and genuine', async () => {
    const { caseId, claimant, view } = of('awarded');
    const awards = await claimant.read<
      { kind: string; number: string; totalFen: number; paperId: string; items: { amountFen: number }[] }[]
    >(`/cases/${caseId}/awards`);
    expect(awards.map(({ kind }) => kind).sort()).toEqual(['final', 'non-final']);
    const papers = await claimant.read<
      { id: string; kind: string; verificationCode: string; sha256: string }[]
    >(`/cases/${caseId}/papers`);
    for (const award of awards) {
      const paper = papers.find(({ id }) => id === award.paperId);
      const pdf = await claimant.download(`/cases/${caseId}/papers/${award.paperId}/tickets`);
      const { words, isClean } = await inspectPdf(pdf);
      expect(isClean).toBe(true);
      for (const word of ['梁永健', '中山市古镇明晖灯饰有限公司', award.number, '高兆棠', '萧文轩']) {
        expect(words).toContain(word);
      }
      for (const { amountFen } of award.items) {
        expect(words).toContain((amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }));
      }
      const checked = await app
        .visitor()
        .do<{ isGenuine: boolean }>('POST', `/verify/${paper?.verificationCode ?? ''}`, {
          sha256: paper?.sha256,
        });
      expect(checked.isGenuine).toBe(true);
    }
    expect(view.clocks.some(({ code, state }) => code.startsWith('D') && state === 'running')).toBe(true);
    const services = await claimant.read<{ paperKind: string; state: string; confirmedAt: string | null }[]>(
      `/cases/${caseId}/services`,
    );
    const served = services.filter(({ paperKind }) => paperKind === 'award');
    expect(served).toHaveLength(2);
    for (const service of served)
      expect(service).toMatchObject({ state: 'served', confirmedAt: expect.any(String) as string });
  });

  it('refused: with the court to go to', async () => {
    const { caseId, claimant } = of('refused');
    const papers = await claimant.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`);
    const notice = papers.find(({ kind }) => kind === 'refusal-notice');
    const { words } = await inspectPdf(
      await claimant.download(`/cases/${caseId}/papers/${notice?.id ?? ''}/tickets`),
    );
    expect(words).toContain('承揽');
    expect(words).toContain('人民法院');
  });

  it('told everybody what happened, each in a message of their own', async () => {
    const messages = await of('awarded').claimant.messages();
    const said = messages.map(({ text }) => text).filter((text) => !text.includes('验证码'));
    for (const word of ['收到', '受理', '答辩', '开庭', '裁决'])
      expect(said.some((text) => text.includes(word))).toBe(true);
  });
});

describe('on whatever day they are told', () => {
  it('acts come in order and none after now', async () => {
    const app = await startApp({ hasWorker: false });
    try {
      const calendar = await app.get(Reference).calendar();
      const noPerson = (): Person => {
        throw new Error('nobody acts while a story is laid out');
      };
      for (let today: LocalDate = localDate('2026-01-01'); today < '2027-02-15'; today = addDays(today, 1)) {
        const now = new Date(`${today}T11:17:00+08:00`);
        const stage: Stage = {
          today,
          now,
          workingDaysAgo: (days) => subtractWorkingDays(today, days, calendar),
          workingDaysAfter: (day, days) => addWorkingDays(day, days, calendar),
          party: noPerson,
          staff: noPerson,
          people: noPerson as never,
          hold: noPerson as never,
        };
        for (const story of STORIES) {
          const times = story.acts(stage).map(({ at }) => at.getTime());
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
        }
      }
    } finally {
      await app.close();
    }
  });
});

import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { addWorkingDays, subtractWorkingDays } from '../../src/law/calendar';
import { localDate } from '../../src/kernel/local-date';
import { Reference } from '../../src/modules/reference';
import { startApp, type TestApp } from '../support/app';
import { accepted, staffOf } from '../support/cases';
import { inspectPdf } from '../support/pdf';
import { appointment, withRoster } from '../support/proceedings';
import { RoomPage } from '../realtime/support/people';

interface PaperView {
  id: string;
  kind: string;
}

interface HearingView {
  id: string;
  mode: string;
  state: string;
  recordState: string;
  parties: { id: string; role: string; noticeServedOn: string | null; canBeHeardOver: boolean }[];
}

/** A respondent that never joins: served by mail, heard over in the chamber, and told of the award by mail (Rules 39). */
describe('a respondent that never joins', () => {
  let app: TestApp;
  const pages: RoomPage[] = [];

  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await app?.close();
  });

  /** Somebody's page in the hearing. */
  async function enter(person: Person, hearingId: string): Promise<RoomPage> {
    const { ticket } = await person.do<{ ticket: string }>('POST', `/hearings/${hearingId}/tickets`);
    const page = await RoomPage.open(app, { ticket });
    pages.push(page);
    await page.enter();
    return page;
  }

  async function words(person: Person, caseId: string, paperId: string): Promise<string> {
    return (await inspectPdf(await person.download(`/cases/${caseId}/papers/${paperId}/tickets`))).words;
  }

  async function paper(person: Person, caseId: string, kind: string): Promise<PaperView[]> {
    return (await person.read<PaperView[]>(`/cases/${caseId}/papers`)).filter((each) => each.kind === kind);
  }

  it('is heard over once its notice is proved to have come in time, and the award says so of it', async () => {
    const { caseId, clerk, claimant, matter } = await accepted(app);
    const company = matter.respondents[0]!.name;
    await app.settled();
    const arbitrator = staffOf(app, 'arb.linhuimin');
    const recorder = staffOf(app, 'recorder.nansha');
    await acts.delivered(
      clerk,
      await acts.post(clerk, caseId, 'respondent', 'EMS1000000001'),
      app.clock.today(),
      '前台张小姐',
    );
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.linhuimin'));

    // Nobody has agreed for the respondent, so by video alone nobody is heard.
    const startsAt = new Date('2026-04-15T09:30:00+08:00');
    const day = { startsAt: startsAt.toISOString(), durationMinutes: 90 };
    const byVideo = await clerk.post<{ code: string; detail: string; basis: string[] }>(
      `/cases/${caseId}/hearings`,
      { ...day, roomId: 'nansha-online-1' },
    );
    expect(byVideo).toMatchObject({ status: 409, body: { code: 'hearing.online-not-consented' } });
    expect(byVideo.body.detail).toContain(company);
    expect(byVideo.body.detail).toContain('可以在现场开庭');
    const { hearingId } = await clerk.do<{ hearingId: string }>('POST', `/cases/${caseId}/hearings`, {
      ...day,
      chamberId: 'nansha-seat',
    });
    await app.settled();
    const hearing = (): Promise<HearingView> => clerk.read(`/hearings/${hearingId}`);
    expect((await hearing()).mode).toBe('on-site');
    const notices = await paper(clerk, caseId, 'hearing-notice');
    expect(notices).toHaveLength(2);
    for (const notice of notices) {
      const text = await words(clerk, caseId, notice.id);
      expect(text).toContain('现场开庭');
      expect(text).toContain('南沙仲裁庭（广州市南沙区）');
      expect(text).not.toContain('在线开庭须知');
    }

    // By mail, on the last day that is early enough.
    const servedOn = subtractWorkingDays(localDate('2026-04-15'), 5, await app.get(Reference).calendar());
    app.clock.at(servedOn, '16:00');
    const posted = await acts.post(clerk, caseId, 'respondent', 'EMS1000000002');
    expect(posted.map(({ paperKind }) => paperKind)).toContain('hearing-notice');
    await acts.delivered(clerk, posted, servedOn, '前台张小姐');
    expect((await hearing()).parties.find(({ role }) => role === 'respondent')).toMatchObject({
      noticeServedOn: servedOn,
      canBeHeardOver: true,
    });

    app.clock.set(new Date(startsAt.getTime() - 600_000));
    const [bench, desk] = [await enter(arbitrator, hearingId), await enter(recorder, hearingId)];
    const { parties } = await hearing();
    const [worker, absent] = ['claimant', 'respondent'].map((role) =>
      parties.find((party) => party.role === role),
    );
    await desk.must('tribunal:seat-in-chamber', {
      partyId: worker!.id,
      name: matter.claimant.name,
      appearance: 'in-person',
    });
    const reason = '经书面通知，无正当理由拒不到庭。';
    await bench.must('tribunal:open', { absences: [{ partyId: absent!.id, reason }] });
    await desk.must('record:append', {
      stage: 'statement',
      speaker: 'claimant',
      text: '仲裁请求和事实理由与申请书一致。',
    });
    await bench.must('tribunal:close', {});

    // No award before the record is settled, by whoever was there (Law 40).
    const plan: acts.AwardPlan = {
      facts: '申请人主张的工资数额有工资流水证实。',
      mediation: 'impossible',
      rulings: [
        { outcome: 'granted', reasons: '被申请人未举证证明已支付。' },
        { outcome: 'granted', reasons: '被申请人未举证证明解除合法。' },
      ],
    };
    await expect(acts.award(arbitrator, caseId, plan)).rejects.toThrow('award.record-unconfirmed');
    const { sha256 } = await desk.must('record:present', {});
    for (const page of [bench, desk]) await page.must('record:sign', { sha256 });
    await expect(acts.award(arbitrator, caseId, plan)).rejects.toThrow('award.record-unconfirmed');
    await desk.must('record:note-signature', { seatId: claimant.id });
    expect(await hearing()).toMatchObject({ state: 'closed', recordState: 'confirmed' });
    const awards = await acts.award(arbitrator, caseId, plan);
    await app.settled();

    const [record] = await paper(clerk, caseId, 'hearing-record');
    const kept = await words(clerk, caseId, record!.id);
    expect(kept).toContain('公开，现场');
    expect(kept).toContain('已在纸质笔录上签名');
    expect(kept).toContain('记录人员当场核对');
    for (const { paperId } of awards) {
      const text = await words(clerk, caseId, paperId);
      expect(text).toContain(
        `被申请人${company}经本委书面通知，无正当理由拒不到庭，本委依法缺席审理和裁决。`,
      );
      expect(text).toContain('因有当事人未到庭，本委无法进行调解。');
      expect(text).toContain('第三十六条第二款');
      expect(text).not.toContain('通过互联网在线');
    }
    await acts.delivered(
      clerk,
      await acts.post(clerk, caseId, 'respondent', 'EMS1000000003'),
      app.clock.today(),
      '前台张小姐',
    );
    const served = (await acts.services(clerk, caseId)).filter(
      ({ paperKind, partyRole }) => paperKind === 'award' && partyRole === 'respondent',
    );
    expect(served).toHaveLength(awards.length);
    for (const each of served) expect(each.state).toBe('served');
  });

  it('is not heard over before it has the application, and not within its ten days to answer (Rules 33)', async () => {
    const { caseId, clerk, matter } = await accepted(app);
    await app.settled();
    const calendar = await app.get(Reference).calendar();
    const [arbitrator, recorder] = [staffOf(app, 'arb.linhuimin'), staffOf(app, 'recorder.nansha')];
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.linhuimin'));
    const hearingOn = addWorkingDays(app.clock.today(), 20, calendar);
    const startsAt = new Date(`${hearingOn}T09:30:00+08:00`);
    const { hearingId } = await clerk.do<{ hearingId: string }>('POST', `/cases/${caseId}/hearings`, {
      startsAt: startsAt.toISOString(),
      durationMinutes: 90,
      chamberId: 'nansha-seat',
    });
    await app.settled();
    // The notice of the hearing comes in time; the application goes astray, and comes five days before the hearing.
    const toCompany = (await acts.services(clerk, caseId)).filter(
      ({ partyRole, actions }) => partyRole === 'respondent' && actions.includes('service.record-attempt'),
    );
    const notice = toCompany.filter(({ paperKind }) => paperKind !== 'response-notice');
    const application = toCompany.filter(({ paperKind }) => paperKind === 'response-notice');
    const serve = async (services: acts.Service[], on: string) => {
      for (const { id } of services) {
        await clerk.do('POST', `/services/${id}/attempts`, {
          channel: 'mail',
          outcome: 'sent',
          waybill: 'EMS1000000007',
          enclosed: [],
        });
      }
      for (const each of services) await acts.delivered(clerk, [each], on, '前台张小姐');
    };
    await serve(notice, app.clock.today());
    app.clock.set(new Date(startsAt.getTime() - 600_000));
    const [bench, desk] = [await enter(arbitrator, hearingId), await enter(recorder, hearingId)];
    const { parties } = await clerk.read<HearingView>(`/hearings/${hearingId}`);
    const [worker, absent] = ['claimant', 'respondent'].map((role) =>
      parties.find((party) => party.role === role),
    );
    await desk.must('tribunal:seat-in-chamber', {
      partyId: worker!.id,
      name: matter.claimant.name,
      appearance: 'in-person',
    });
    const open = { absences: [{ partyId: absent!.id, reason: '经书面通知，无正当理由拒不到庭。' }] };
    expect(await bench.verdict('tribunal:open', open)).toContain('hearing.application-unserved');
    await serve(application, subtractWorkingDays(hearingOn, 5, calendar));
    expect(await bench.verdict('tribunal:open', open)).toContain('hearing.defence-open');
    // Whoever comes all the same takes part.
    await desk.must('tribunal:seat-in-chamber', {
      partyId: absent!.id,
      name: '赵经理',
      appearance: 'agent',
    });
    await bench.must('tribunal:open', { absences: [] });
  });
});

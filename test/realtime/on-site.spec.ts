import type { HearingRole, RecordView } from '../../src/modules/hearings/conferencing/protocol';
import { HearingQueries } from '../../src/modules/hearings';
import {
  CAPABILITIES,
  constitutedCase,
  MICROPHONE,
  applicationServed,
  noticeServed,
  type Cast,
  type RoomPage,
} from './support/people';
import { eventually, startServer, type TestServer } from './support/server';

/** Wednesdays; between the two lie more than five working days. */
const SET_DOWN = new Date('2026-12-02T10:00:00+08:00');
const HEARING = new Date('2026-12-16T09:30:00+08:00');
const LAST_NOTICE_DAY = '2026-12-09';
const CHAMBER = { id: 'nansha-seat', name: '南沙仲裁庭' };

describe('a hearing in a chamber', () => {
  let server: TestServer;
  const pages: RoomPage[] = [];

  beforeAll(async () => {
    server = await startServer(SET_DOWN);
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setNow(SET_DOWN));
  afterEach(async () => {
    for (const page of pages.splice(0)) page.close();
    await server.db.query('DELETE FROM booking');
  });

  /** Set down on the first day, and the clock moved to ten minutes before the hearing. */
  async function setDown(cast: Cast, place: { roomId?: string; chamberId?: string }): Promise<string> {
    const { hearingId } = await cast.clerk.post<{ hearingId: string }>(`/cases/${cast.caseId}/hearings`, {
      startsAt: HEARING.toISOString(),
      durationMinutes: 90,
      ...place,
    });
    server.setNow(new Date(HEARING.getTime() - 600_000));
    return hearingId;
  }

  async function enter(cast: Cast, role: HearingRole, hearingId: string): Promise<RoomPage> {
    const page = await cast[role].page(hearingId);
    pages.push(page);
    await page.enter();
    return page;
  }

  const onSite = { chamberId: CHAMBER.id };
  const mixed = { chamberId: CHAMBER.id, roomId: 'nansha-online-1' };
  const because = (...partyIds: string[]) =>
    partyIds.map((partyId) => ({ partyId, reason: '经书面通知，无正当理由拒不到庭。' }));

  async function presented(recorder: RoomPage): Promise<RecordView & { sha256: string }> {
    await recorder.must('record:append', { stage: 'statement', speaker: 'claimant', text: '月工资五千元。' });
    const { sha256 } = await recorder.must('record:present', {});
    const record = await eventually(() => {
      const last = recorder.last('record:changed').record;
      expect(last.sha256).toBe(sha256);
      return last;
    });
    return { ...record, sha256 };
  }

  it('is held over a respondent that never joined, and signed on paper', async () => {
    const cast = await constitutedCase(server, {
      hasRespondentJoined: false,
      consentsToOnline: { claimant: false, respondent: false },
    });
    const { parties, caseId } = cast;
    await expect(setDown(cast, { roomId: 'nansha-online-1' })).rejects.toMatchObject({
      code: 'hearing.online-not-consented',
    });
    const hearingId = await setDown(cast, onSite);
    const view = await cast.claimant.get<{ mode: string; placeName: string; chamberAddress: string }>(
      `/hearings/${hearingId}`,
    );
    expect(view).toMatchObject({
      mode: 'on-site',
      placeName: CHAMBER.name,
      chamberAddress: '广州市南沙区',
      parties: [
        { name: '李小明', noticeServedOn: null, canBeHeardOver: null },
        { name: '广州南沙测试有限公司', noticeServedOn: null, canBeHeardOver: null },
      ],
    });

    const [recorder, arbitrator] = [
      await enter(cast, 'recorder', hearingId),
      await enter(cast, 'arbitrator', hearingId),
    ];
    // Nothing travels over the network: everybody is in one room.
    expect(recorder.entered).toMatchObject({ send: null, recv: null, snapshot: { mode: 'on-site' } });
    expect(
      await recorder.verdict('media:produce', {
        transportId: 'none',
        source: 'mic',
        rtpParameters: MICROPHONE,
      }),
    ).toBe('NOT_ALLOWED room.not-for-you');

    expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.claimant-absent');
    await recorder.must('tribunal:seat-in-chamber', {
      partyId: parties.claimant,
      name: '李小明',
      appearance: 'in-person',
    });
    await eventually(() =>
      expect(arbitrator.last('seat:updated')).toMatchObject({
        seatId: cast.claimant.userId,
        partyId: parties.claimant,
        presence: 'chamber',
        space: 'main',
      }),
    );
    expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.respondent-absent');
    const absences = because(parties.respondent);
    expect(await arbitrator.verdict('tribunal:open', { absences })).toBe(
      'BAD_STATE hearing.respondent-not-notified',
    );
    await noticeServed(server, caseId, hearingId, parties.respondent, LAST_NOTICE_DAY);
    await applicationServed(server, caseId, parties.respondent, '2026-11-10');
    await arbitrator.must('tribunal:open', { absences });

    const record = await presented(recorder);
    expect(record.text).toContain(`地点：${CHAMBER.name}（现场庭审）`);
    expect(record.signatures.map(({ role, isInChamber }) => [role, isInChamber]).sort()).toEqual([
      ['arbitrator', false],
      ['claimant', true],
      ['recorder', false],
    ]);
    // Asked for by word of mouth, written down by the recorder, decided as any other.
    const { correctionId } = await recorder.must('record:note-correction', {
      seatId: cast.claimant.userId,
      entryId: record.entries[0]!.id,
      proposedText: '月工资六千元。',
      reason: '听错',
    });
    const note = { seatId: cast.claimant.userId };
    expect(await recorder.verdict('record:note-signature', note)).toBe(
      'BAD_STATE hearing-record.correction-open',
    );
    await arbitrator.must('record:decide-correction', { correctionId, isGranted: true, reason: '属实' });
    expect(await recorder.verdict('record:note-signature', { seatId: cast.arbitrator.userId })).toBe(
      'BAD_STATE hearing-record.not-in-chamber',
    );
    await recorder.must('record:note-signature', note);
    await arbitrator.must('tribunal:close', {});
    const { sha256, text } = await cast.recorder.get<RecordView>(`/hearings/${hearingId}/record`);
    expect(text).toContain('申请人（李小明）申请补正第1项记录');
    for (const page of [arbitrator, recorder]) await page.must('record:sign', { sha256: sha256! });
    const done = await cast.claimant.get<RecordView>(`/hearings/${hearingId}/record`);
    expect(done.state).toBe('confirmed');
    expect(done.signatures.find(({ role }) => role === 'claimant')).toMatchObject({
      state: 'signed',
      isOnPaper: true,
    });
    const [held] = await server.app.get(HearingQueries).held(caseId);
    expect(held).toMatchObject({
      mode: 'on-site',
      attended: [{ partyId: parties.claimant, personName: '李小明', appearance: 'in-person' }],
      absentPartyIds: [parties.respondent],
      isRecordConfirmed: true,
    });
  });

  it('seats a party that has no account, refuses for it, and survives an empty room', async () => {
    const cast = await constitutedCase(server, { hasRespondentJoined: false });
    const { parties } = cast;
    const hearingId = await setDown(cast, onSite);
    const recorder = await enter(cast, 'recorder', hearingId);
    expect(
      await recorder.verdict('tribunal:seat-in-chamber', {
        partyId: 'of another case',
        name: '某人',
        appearance: 'agent',
      }),
    ).toBe('NOT_FOUND hearing.party-unknown');
    for (const [partyId, name, appearance] of [
      [parties.claimant, '李小明', 'in-person'],
      [parties.respondent, '张律师', 'agent'],
    ] as const) {
      await recorder.must('tribunal:seat-in-chamber', { partyId, name, appearance });
    }
    await recorder.must('room:leave', {});
    // The room was given up when its last page went; who sits in the chamber is on the books.
    const back = await enter(cast, 'recorder', hearingId);
    expect(
      back
        .entered!.snapshot.seats.filter(({ presence }) => presence === 'chamber')
        .map(({ name, partyId }) => [name, partyId])
        .sort(),
    ).toEqual([
      ['广州南沙测试有限公司（张律师）', parties.respondent],
      ['李小明', parties.claimant],
    ]);
    const arbitrator = await enter(cast, 'arbitrator', hearingId);
    // Gone again before the opening: not there, not counted.
    await arbitrator.must('tribunal:return', { seatId: parties.respondent, reason: '身份不符' });
    expect(await arbitrator.verdict('tribunal:open', {})).toBe('BAD_STATE hearing.respondent-absent');
    await back.must('tribunal:seat-in-chamber', {
      partyId: parties.respondent,
      name: '张律师',
      appearance: 'agent',
    });
    await arbitrator.must('tribunal:open', {});
    await presented(back);
    await back.must('record:refuse', { seatId: parties.respondent, note: '拒绝签名，未说明理由' });
    await back.must('record:note-signature', { seatId: cast.claimant.userId });
    expect(await back.verdict('record:note-signature', { seatId: cast.claimant.userId })).toBe(
      'BAD_STATE hearing-record.already-settled',
    );
  });

  it('a party that opens the page from elsewhere waits; one in the chamber reads and may sign on its telephone', async () => {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, onSite);
    const [recorder, arbitrator] = [
      await enter(cast, 'recorder', hearingId),
      await enter(cast, 'arbitrator', hearingId),
    ];
    const [claimant, respondent] = [
      await enter(cast, 'claimant', hearingId),
      await enter(cast, 'respondent', hearingId),
    ];
    expect(claimant.entered!.snapshot.space).toBe('lobby');
    expect(await recorder.verdict('tribunal:admit', { seatId: cast.respondent.userId })).toBe(
      'NOT_ALLOWED room.not-for-you',
    );
    const { parties } = cast;
    for (const [partyId, name] of [
      [parties.claimant, '李小明'],
      [parties.respondent, '王经理'],
    ] as const) {
      await recorder.must('tribunal:seat-in-chamber', { partyId, name, appearance: 'agent' });
    }
    await eventually(() => expect(claimant.last('space:moved').snapshot.space).toBe('main'));
    await arbitrator.must('tribunal:open', {});
    const { sha256 } = await presented(recorder);
    await claimant.must('record:sign', { sha256 });
    await respondent.must('record:refuse', { note: '有异议' });
  });

  it('with some by video: each respondent is judged by its own notice (Law 36)', async () => {
    const cast = await constitutedCase(server, { hasSecondRespondent: true });
    const { parties, caseId } = cast;
    const second = parties.second!;
    const hearingId = await setDown(cast, mixed);
    const [recorder, arbitrator, claimant] = [
      await enter(cast, 'recorder', hearingId),
      await enter(cast, 'arbitrator', hearingId),
      await enter(cast, 'claimant', hearingId),
    ];
    expect(claimant.entered!.send).not.toBeNull();
    await recorder.must('tribunal:admit', { seatId: cast.claimant.userId });
    await arbitrator.produce('mic');
    await eventually(() => expect(claimant.consumers()).toHaveLength(1));

    await applicationServed(server, caseId, parties.respondent, '2026-11-10');
    // Proof on the one says nothing of the other.
    await noticeServed(server, caseId, hearingId, parties.respondent, LAST_NOTICE_DAY);
    const open = (...ids: string[]) => arbitrator.verdict('tribunal:open', { absences: because(...ids) });
    expect(await open(parties.respondent)).toBe('BAD_STATE hearing.respondent-absent');
    expect(await open(parties.respondent, second)).toBe('BAD_STATE hearing.respondent-not-notified');
    await noticeServed(server, caseId, hearingId, second, '2026-12-15');
    const refusal = await arbitrator.ask('tribunal:open', { absences: because(parties.respondent, second) });
    expect(refusal).toMatchObject({
      ok: false,
      reason: 'hearing.notice-late',
      message:
        '广州南沙用工有限公司于 2026-12-15 才收到开庭通知，不足五个工作日（最迟应于 2026-12-09 收到），也没有放弃通知期限，不能缺席开庭；请延期开庭。',
    });
    const { parties: told } = await cast.recorder.get<{
      parties: { id: string; noticeServedOn: string | null; canBeHeardOver: boolean }[];
    }>(`/hearings/${hearingId}`);
    expect(
      told.map(({ id, noticeServedOn, canBeHeardOver }) => [id, noticeServedOn, canBeHeardOver]),
    ).toEqual([
      [parties.claimant, null, false],
      [parties.respondent, LAST_NOTICE_DAY, true],
      [second, '2026-12-15', false],
    ]);

    // It comes all the same: of those who are there nobody asks when they were notified.
    await recorder.must('tribunal:seat-in-chamber', {
      partyId: second,
      name: '赵经理',
      appearance: 'legal-representative',
    });
    expect(await open(parties.respondent, second)).toBe('ok');
    const kept = await server.db.query(
      'SELECT party_id, reason, notice_served_on::text AS on FROM hearing_absence WHERE hearing_id = $1',
      [hearingId],
    );
    expect(kept).toEqual([
      { party_id: parties.respondent, reason: '经书面通知，无正当理由拒不到庭。', on: LAST_NOTICE_DAY },
    ]);
    const [held] = await server.app.get(HearingQueries).held(caseId);
    expect(held).toMatchObject({ mode: 'mixed', absentPartyIds: [parties.respondent] });
    expect((held?.attended ?? []).map(({ partyId }) => partyId).sort()).toEqual(
      [parties.claimant, second].sort(),
    );
    expect(held?.attended).toContainEqual({
      partyId: second,
      personName: '赵经理',
      appearance: 'legal-representative',
    });

    // Two companies on one side: the record says which of them spoke, and each has its own words corrected.
    const words = { stage: 'answer' as const, speaker: 'respondent' as const, text: '没有欠薪。' };
    expect(await recorder.verdict('record:append', words)).toBe('BAD_STATE hearing-record.speaker-missing');
    expect(await recorder.verdict('record:append', { ...words, partyId: parties.claimant })).toBe(
      'NOT_FOUND hearing-record.speaker-unknown',
    );
    const of = async (partyId: string) =>
      (await recorder.must('record:append', { ...words, partyId })).entryId;
    const [entryId, ofOther] = [await of(second), await of(parties.respondent)];
    const wanted = { seatId: second, proposedText: '已结清。', reason: '听错' };
    expect(await recorder.verdict('record:note-correction', { entryId: ofOther, ...wanted })).toBe(
      'BAD_STATE hearing-record.not-own-words',
    );
    const { correctionId } = await recorder.must('record:note-correction', { entryId, ...wanted });
    await arbitrator.must('record:decide-correction', { correctionId, isGranted: true, reason: '属实' });

    const { signatures, text } = await presented(recorder);
    expect(text).toContain('1．被申请人（广州南沙用工有限公司）：已结清。');
    expect(text).toContain('2．被申请人（广州南沙测试有限公司）：没有欠薪。');
    expect(signatures.find(({ seatId }) => seatId === cast.claimant.userId)!.isInChamber).toBe(false);
    expect(await recorder.verdict('record:note-signature', { seatId: cast.claimant.userId })).toBe(
      'BAD_STATE hearing-record.not-in-chamber',
    );
    await recorder.must('record:note-signature', { seatId: second });
  });

  it('takes the connections of whoever changes from the screen to the chamber, and makes new ones for the way back', async () => {
    const cast = await constitutedCase(server);
    const hearingId = await setDown(cast, mixed);
    const [recorder, arbitrator, claimant] = [
      await enter(cast, 'recorder', hearingId),
      await enter(cast, 'arbitrator', hearingId),
      await enter(cast, 'claimant', hearingId),
    ];
    const seatId = cast.claimant.userId;
    await recorder.must('tribunal:admit', { seatId });
    await claimant.produce('mic');
    await eventually(() => expect(arbitrator.consumers()).toHaveLength(1));
    await recorder.must('tribunal:seat-in-chamber', {
      partyId: cast.parties.claimant,
      name: '李小明',
      appearance: 'in-person',
    });
    await eventually(() => expect(arbitrator.consumers()).toEqual([]));
    expect(await claimant.verdict('transport:restart-ice', { transportId: claimant.entered!.send!.id })).toBe(
      'NOT_FOUND room.no-transport',
    );
    // Entering again gives no connections either: the chamber has its own microphone.
    expect(await claimant.must('room:enter', { rtpCapabilities: CAPABILITIES })).toMatchObject({
      send: null,
      snapshot: { space: 'main' },
    });
    await arbitrator.must('tribunal:return', { seatId, reason: '改为在线参加' });
    await eventually(() => expect(claimant.heard.map(({ event }) => event)).toContain('media:reset'));
    expect(claimant.last('space:moved').snapshot.space).toBe('lobby');
  });
});

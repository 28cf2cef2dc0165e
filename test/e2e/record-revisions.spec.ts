import type { Person } from '../../src/demo/person';
import type { SignedInActor } from '../../src/kernel/actor';
import { HearingRecords } from '../../src/modules/hearings';
import { startApp, type TestApp } from '../support/app';
import { newPhone } from '../support/cases';
import { problemOf } from '../support/problem';
import { heardWithoutRecord, withRoster } from '../support/proceedings';

interface Revision {
  cause: string;
  entryOrdinal: number | null;
  text: string;
  signatures: { role: string; state: string }[];
  madeBy: string;
}

describe('what stood in a hearing record before it was changed (Law 40)', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
  });
  afterAll(() => app?.close());

  const actorOf = async (username: string): Promise<SignedInActor> => {
    const [row] = await app.query<{ id: string; name: string }>(
      'SELECT id, name FROM user_account WHERE username = $1',
      [username],
    );
    return { kind: 'staff', userId: row!.id, name: row!.name, commissionId: 'nansha', roles: [] };
  };
  const seatOf = async (hearingId: string, role: string): Promise<string> => {
    const [row] = await app.query<{ seat_id: string }>(
      'SELECT seat_id FROM hearing_seat WHERE hearing_id = $1 AND role = $2',
      [hearingId, role],
    );
    return row!.seat_id;
  };

  it('stays, with what had been signed, for everybody who reads the record', async () => {
    const { hearingId, claimant, respondent, clerk } = await heardWithoutRecord(app);
    const records = app.get(HearingRecords);
    const recorder = await actorOf('recorder.nansha');
    const worker: SignedInActor = {
      kind: 'party',
      userId: await seatOf(hearingId, 'claimant'),
      name: '林秀英',
    };
    const entryId = await records.append(recorder, hearingId, {
      stage: 'statement',
      speaker: 'claimant',
      speakerName: null,
      text: '我每月八千元。',
    });
    await records.amend(recorder, hearingId, entryId, 1, '我每月工资八千元。');
    const first = await records.present(recorder, hearingId);
    await records.sign(worker, hearingId, first);
    // Granted while it is being signed: what the claimant signed was another text.
    const correctionId = await records.requestCorrection(worker, hearingId, worker.userId, {
      entryId,
      proposedText: '我每月工资八千五百元。',
      reason: '听错',
    });
    await records.decideCorrection(recorder, hearingId, correctionId, true, '准予');
    await records.reopen(recorder, hearingId, '遗漏一段');

    const read = (person: Person) => person.read<Revision[]>(`/hearings/${hearingId}/record/revisions`);
    const revisions = await read(claimant);
    expect(revisions.map(({ cause, entryOrdinal, madeBy }) => [cause, entryOrdinal, madeBy])).toEqual([
      ['amended', 1, recorder.name],
      ['corrected', 1, recorder.name],
      ['corrected', null, recorder.name],
      ['reopened', null, recorder.name],
    ]);
    expect(revisions.map(({ text }) => text).slice(0, 2)).toEqual(['我每月八千元。', '我每月工资八千元。']);
    expect(revisions[2]?.text).toContain('我每月工资八千元。');
    expect(revisions[2]?.signatures).toContainEqual(
      expect.objectContaining({ role: 'claimant', state: 'signed' }),
    );
    expect(revisions[3]?.text).toContain('我每月工资八千五百元。');
    expect(revisions[3]?.signatures.every(({ state }) => state === 'awaited')).toBe(true);
    expect(await read(respondent)).toEqual(revisions);
    expect(await read(clerk)).toEqual(revisions);
    problemOf(
      await app.party(newPhone()).get(`/hearings/${hearingId}/record/revisions`),
      404,
      'request.not-found',
    );
    await expect(app.query('DELETE FROM hearing_record_revision')).rejects.toThrow('append-only');
  });
});

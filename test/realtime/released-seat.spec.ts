import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { joined } from '../support/cases';
import { withRoster } from '../support/proceedings';
import { RoomPage } from './support/people';
import { eventually } from './support/server';

describe('a seat of the case that is taken back while its holder sits in a hearing', () => {
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

  const enter = async (person: Person, hearingId: string): Promise<RoomPage> => {
    const { ticket } = await person.do<{ ticket: string }>('POST', `/hearings/${hearingId}/tickets`);
    const page = await RoomPage.open(app, { ticket });
    pages.push(page);
    await page.enter();
    return page;
  };

  it('shows the holder out at once, and nobody else; there is no way back in', async () => {
    const { caseId, claimant, respondent, clerk } = await joined(app);
    await acts.appoint(clerk, caseId, { arbitrator: '林慧敏' });
    for (const party of [claimant, respondent]) await acts.waiveNotice(party, caseId);
    const hearingId = await acts.setDown(clerk, caseId, {
      startsAt: new Date(app.clock.now().getTime() + 30 * 60_000),
      roomId: 'nansha-online-1',
    });
    const [other, impostor] = [await enter(claimant, hearingId), await enter(respondent, hearingId)];
    const { parties } = await acts.open(clerk, caseId);
    const { id } = parties.find(({ role }) => role === 'respondent')!;
    await acts.releaseSeat(clerk, caseId, id, '公司来人说明，从未有人代表其应诉');

    await eventually(() => expect(impostor.socket.connected).toBe(false));
    expect(other.socket.connected).toBe(true);
    const connections = await app.query<{ cause: string | null }>(
      'SELECT cause FROM hearing_connection WHERE hearing_id = $1 AND user_id = $2',
      [hearingId, respondent.id],
    );
    expect(connections).toEqual([{ cause: 'ended' }]);
    await respondent.signIn();
    expect((await respondent.post(`/hearings/${hearingId}/tickets`)).status).toBe(404);
    expect(await other.verdict('net:ping', {})).toBe('ok');
  });
});

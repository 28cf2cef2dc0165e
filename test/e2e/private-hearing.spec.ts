import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { ask, constituted, decide, kindsFor, refusalOf, setDown } from '../support/motions';
import { inspectPdf } from '../support/pdf';
import { withRoster } from '../support/proceedings';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
});
afterAll(() => app?.close());

describe('a hearing that is not public (Law 26, Rules 25)', () => {
  const say = async (c: { claimant: Person; caseId: string }, kind: string) => {
    const paper = (
      await c.claimant.read<{ id: string; kind: string }[]>(`/cases/${c.caseId}/papers`)
    ).findLast((each) => each.kind === kind)!;
    const file = await c.claimant.download(`/cases/${c.caseId}/papers/${paper.id}/tickets`);
    return (await inspectPdf(file)).words;
  };
  const isPublic = async (person: Person, caseId: string) =>
    (await person.read<{ isPublic: boolean }[]>(`/cases/${caseId}/hearings`)).map((each) => each.isPublic);

  it('is asked for by a party, decided by the arbitrator, and holds for every hearing from then on', async () => {
    const c = await setDown(app);
    expect(await say(c, 'hearing-notice')).toContain('公开开庭审理');
    expect(await say(c, 'hearing-notice')).not.toContain('不公开');
    const { motionId } = await ask(c.respondent, c.caseId, 'private-hearing', {
      ground: 'trade-secret',
      reason: '涉及客户名单。',
    });
    await decide(c.arbitrator, c.caseId, motionId);
    await app.settled();
    expect(await isPublic(c.claimant, c.caseId)).toEqual([false]);
    const notice = await say(c, 'private-hearing-notice');
    expect(notice).toContain('涉及商业秘密');
    expect(notice).toContain('第二十五条');
    expect(await kindsFor(c.claimant, c.caseId)).not.toContain('private-hearing');
    const again = await refusalOf(c.claimant, c.caseId, 'private-hearing', {
      ground: 'privacy',
      reason: '病历',
    });
    expect(again.body.code).toBe('motion.already-private');
    // Adjourned: the next notice says so from the start.
    await c.clerk.do('POST', `/hearings/${c.hearingId}/cancellation`, { reason: '仲裁员另有开庭' });
    await acts.setDown(c.clerk, c.caseId, {
      startsAt: new Date(app.clock.now().getTime() + 40 * 86_400_000),
      roomId: 'nansha-online-3',
    });
    await app.settled();
    expect(await say(c, 'hearing-notice')).toContain('仲裁庭决定不公开开庭审理');
    expect(await isPublic(c.respondent, c.caseId)).toEqual([false, false]);
  });

  it('the tribunal finds of itself only that state secrets are concerned; the rest a party asks for', async () => {
    const c = await constituted(app);
    const refused = await refusalOf(c.arbitrator, c.caseId, 'private-hearing', {
      ground: 'trade-secret',
      reason: '客户名单',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/details/ground', code: 'field.choice' }]);
    expect(
      await ask(c.arbitrator, c.caseId, 'private-hearing', { ground: 'state-secret', reason: '军品' }),
    ).toMatchObject({ state: 'granted' });
  });
});

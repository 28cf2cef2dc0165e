import { HEARING_STATES, type HearingState, type Space } from './protocol';
import { canHear, canPublish, canSee, hasMedia, isLive, wantedFeeds, type Seated } from './visibility';

const seat = (seatId: string, role: Seated['role'], space: Space): Seated => ({ seatId, role, space });
const arbitrator = seat('a', 'arbitrator', 'main');
const admitted = seat('c', 'claimant', 'main');
const waiting = seat('r', 'respondent', 'lobby');

describe('who sees and hears whom', () => {
  it.each<[HearingState, boolean, boolean]>([
    ['scheduled', false, false],
    ['lobby-open', true, true],
    ['in-session', true, true],
    ['recess', false, true],
    ['closed', false, false],
    ['adjourned', false, false],
    ['cancelled', false, false],
  ])('%s: pictures flow %s, connections are kept %s', (state, live, media) => {
    expect(isLive(state)).toBe(live);
    expect(hasMedia(state)).toBe(media);
    expect(canSee(arbitrator, admitted, state)).toBe(live);
    expect(canHear(admitted, arbitrator, state)).toBe(live);
  });

  it.each(HEARING_STATES)('whoever sits in the chamber neither sends nor receives (%s)', (state) => {
    const inChamber: Seated = { ...seat('x', 'respondent', 'main'), isInChamber: true };
    expect(canPublish(inChamber, state)).toBe(false);
    expect(canSee(inChamber, arbitrator, state)).toBe(false);
    expect(canSee(arbitrator, inChamber, state)).toBe(false);
  });

  it.each(HEARING_STATES)('nobody sees the waiting room or from it (%s)', (state) => {
    expect(canSee(waiting, arbitrator, state)).toBe(false);
    expect(canSee(arbitrator, waiting, state)).toBe(false);
    expect(canPublish(waiting, state)).toBe(false);
  });

  it('nobody receives their own picture, and a publication without a seat reaches nobody', () => {
    expect(canSee(arbitrator, arbitrator, 'in-session')).toBe(false);
    expect(wantedFeeds([arbitrator], [{ ownerId: 'gone', source: 'cam' }], 'in-session')).toEqual([]);
  });

  it('names every pair once', () => {
    const feeds = wantedFeeds(
      [arbitrator, admitted, waiting],
      [{ ownerId: 'c', source: 'cam' }],
      'in-session',
    );
    expect(feeds).toEqual([{ viewerId: 'a', ownerId: 'c', source: 'cam' }]);
  });
});

import { RateLimit } from './rate-limit';

describe('rate limit', () => {
  it('lets a burst through, then as many as the rate allows', () => {
    let now = 0;
    const limit = new RateLimit(3, 2, () => now);
    expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
    now = 500;
    expect([limit.take(), limit.take()]).toEqual([true, false]);
    now = 60_000;
    expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
  });
});

import { AddressLimit, RateLimit } from './rate-limit';

describe('rate limit', () => {
  it('lets a burst through, then as many as the rate allows', () => {
    let now = 0;
    const limit = new RateLimit(3, 2, () => now);
    expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
    now = 500;
    expect([limit.take(), limit.take()]).toEqual([true, false]);
    now = 60_000;
    expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
    now = 0;
    expect(limit.take()).toBe(false);
    now = 500;
    expect([limit.take(), limit.take()]).toEqual([true, false]);
  });
});

describe('a limit for each address', () => {
  it('one flood does not stop another address, and ends with time', () => {
    let now = 0;
    const limit = new AddressLimit(2, 1, 10, () => now);
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false]);
    expect(limit.take('b')).toBe(true);
    now = 1000;
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false]);
  });

  it('forgets who has not come back for the longest', () => {
    const limit = new AddressLimit(1, 0, 2, () => 0);
    limit.take('a');
    limit.take('b');
    limit.take('a'); // refused, but it came back
    limit.take('c'); // b is forgotten
    expect([limit.take('a'), limit.take('b')]).toEqual([false, true]);
  });
});

/** A token bucket: short bursts pass (a join sends a dozen requests at once), a flood does not. */
export class RateLimit {
  private tokens: number;
  private at: number;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number = Date.now,
  ) {
    this.tokens = burst;
    this.at = now();
  }

  take(): boolean {
    const now = this.now();
    // A clock that was put back takes nothing away.
    const elapsed = Math.max(0, now - this.at);
    this.tokens = Math.min(this.burst, this.tokens + (elapsed / 1000) * this.perSecond);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}

/**
 * One bucket for each network address, in this process: for open requests that cost little but must not cost much.
 * Addresses that have not come back for the longest are forgotten first, so that a flood of them fills no memory.
 */
export class AddressLimit {
  private readonly buckets = new Map<string, RateLimit>();

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly maxAddresses: number,
    private readonly now: () => number = Date.now,
  ) {}

  take(address: string): boolean {
    const bucket = this.buckets.get(address) ?? new RateLimit(this.burst, this.perSecond, this.now);
    this.buckets.delete(address);
    this.buckets.set(address, bucket);
    if (this.buckets.size > this.maxAddresses) {
      for (const [oldest] of this.buckets) {
        this.buckets.delete(oldest);
        break;
      }
    }
    return bucket.take();
  }
}

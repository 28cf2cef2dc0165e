/** The last answers given to one person: a request that is repeated because its answer was lost is not done twice. */
export class Answers {
  private readonly byId = new Map<string, Promise<unknown>>();

  constructor(private readonly size = 64) {}

  /** `isFinal` says which answers stand; after another one the same request is done again. */
  once<T>(reqId: string | undefined, work: () => Promise<T>, isFinal: (answer: T) => boolean): Promise<T> {
    if (reqId === undefined) return work();
    const known = this.byId.get(reqId) as Promise<T> | undefined;
    if (known) return known;
    const answer = work().then((done) => {
      if (!isFinal(done)) this.byId.delete(reqId);
      return done;
    });
    this.byId.set(reqId, answer);
    for (const oldest of this.byId.keys()) {
      if (this.byId.size <= this.size) break;
      this.byId.delete(oldest);
    }
    return answer;
  }
}

import { Answers } from './answers';

const always = () => true;

describe('answers', () => {
  it('does a repeated request once and answers it twice, also while it is being done', async () => {
    const answers = new Answers();
    let done = 0;
    const work = () => Promise.resolve((done += 1));
    expect(await Promise.all([answers.once('a', work, always), answers.once('a', work, always)])).toEqual([
      1, 1,
    ]);
    expect(await answers.once('a', work, always)).toBe(1);
    expect(await answers.once(undefined, work, always)).toBe(2);
    expect(await answers.once(undefined, work, always)).toBe(3);
  });

  it('does again what could only be answered with “try again”', async () => {
    const answers = new Answers();
    let done = 0;
    const work = () => Promise.resolve((done += 1));
    expect(await answers.once('a', work, (n) => n > 1)).toBe(1);
    expect(await answers.once('a', work, (n) => n > 1)).toBe(2);
    expect(await answers.once('a', work, (n) => n > 1)).toBe(2);
  });

  it('forgets the oldest', async () => {
    const answers = new Answers(2);
    let done = 0;
    const work = () => Promise.resolve((done += 1));
    for (const id of ['a', 'b', 'c']) await answers.once(id, work, always);
    expect(await answers.once('c', work, always)).toBe(3);
    expect(await answers.once('a', work, always)).toBe(4);
  });
});

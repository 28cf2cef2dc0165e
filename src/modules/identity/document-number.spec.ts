import { usccProblem } from './document-number';

describe('统一社会信用代码 (GB 32100)', () => {
  it('takes one of the thirty-one check characters after each seventeen, and any of them after some', () => {
    const taken = Array.from({ length: 400 }, (_, i) => {
      const body = `91440115MA5C${String(i).padStart(5, '0')}`;
      return [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((check) => usccProblem(body + check) === null);
    });
    expect(taken.every((checks) => checks.length === 1)).toBe(true);
    expect(new Set(taken.flat()).size).toBe(31);
  });

  it.each([
    ['ends in 0', '91440115MA5C002850', null],
    ['spaces and small letters', '91440115 ma5c0028 50', null],
    ['one digit changed', '91440115MA5C002851', 'field.check-digit'],
    ['two digits exchanged', '91440115MA5C020850', 'field.check-digit'],
    ['too short', '91440115MA5C00285', 'field.uscc-format'],
    ['a letter the standard leaves out', '91440115MA5C00285I', 'field.uscc-format'],
  ])('%s', (_name, code, problem) => {
    expect(usccProblem(code)).toBe(problem);
  });
});

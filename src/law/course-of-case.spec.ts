import fc from 'fast-check';
import { localDate as d } from '../kernel/local-date';
import {
  decideSuspension,
  decideTermination,
  ExtensionFacts,
  LONGEST_EXTENSION,
  mayExtend,
  SUSPENSION_GROUNDS,
  SuspensionCause,
  SuspensionFacts,
  SuspensionGround,
  SuspensionOutcome,
  TerminationFacts,
} from './course-of-case';

const cause = (ground: SuspensionGround, change: Partial<SuspensionCause> = {}): SuspensionCause => ({
  ground,
  isOver: false,
  explanation: '',
  ...change,
});

describe('suspension and resumption (Rules 47)', () => {
  it.each<[SuspensionGround, string]>([
    ['worker-died', '1'],
    ['capacity-lost', '2'],
    ['employer-ended', '3'],
    ['force-majeure', '4'],
    ['other-case', '5'],
    ['appraisal', '6'],
    ['other', '7'],
  ])('%s is item %s', (ground, item) => {
    const causes = [cause(ground, { explanation: '等待批复' })];
    const found = decideSuspension({ causes, isSuspended: false, approvedBy: 'delegate' });
    expect(found.value).toBe('may-suspend');
    expect(found.steps[0]).toMatchObject({
      key: SUSPENSION_GROUNDS[ground].key,
      article: { law: 'rules', article: '47', paragraph: '1', item },
    });
  });

  const facts: SuspensionFacts = { causes: [cause('appraisal')], isSuspended: false, approvedBy: 'head' };
  const gone = cause('appraisal', { isOver: true });
  it.each<[string, Partial<SuspensionFacts>, SuspensionOutcome, string[]]>([
    ['approved by the head', {}, 'may-suspend', ['suspension.appraisal', 'suspension.tell-parties']],
    [
      'not approved',
      { approvedBy: null },
      'needs-approval',
      ['suspension.appraisal', 'suspension.needs-approval'],
    ],
    ['no cause', { causes: [] }, 'no-ground', ['suspension.no-ground']],
    ['the cause is gone', { causes: [gone] }, 'no-ground', ['suspension.over', 'suspension.no-ground']],
    [
      'another ground, not named',
      { causes: [cause('other', { explanation: ' ' })] },
      'no-ground',
      ['suspension.unexplained', 'suspension.no-ground'],
    ],
    ['suspended, the cause lasts', { isSuspended: true }, 'stay-suspended', ['suspension.appraisal']],
    [
      'suspended, one of two causes lasts',
      { isSuspended: true, causes: [gone, cause('worker-died')] },
      'stay-suspended',
      ['suspension.over', 'suspension.worker-died'],
    ],
    [
      'suspended, all causes are gone',
      { isSuspended: true, causes: [gone, cause('worker-died', { isOver: true })] },
      'must-resume',
      ['suspension.over', 'suspension.over', 'suspension.must-resume'],
    ],
    [
      'suspended without approval kept: the cause decides',
      { isSuspended: true, approvedBy: null },
      'stay-suspended',
      ['suspension.appraisal'],
    ],
  ])('%s', (_name, change, expected, keys) => {
    const found = decideSuspension({ ...facts, ...change });
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.basis.every((each) => each.law === 'rules' && each.article === '47')).toBe(true);
    expect(found.basis.length).toBeGreaterThan(0);
  });

  it('must resume under the second paragraph', () => {
    const found = decideSuspension({ ...facts, isSuspended: true, causes: [gone] });
    expect(found.steps.at(-1)?.article).toEqual({ law: 'rules', article: '47', paragraph: '2' });
    expect(found.steps[0]?.params).toEqual({ causeKey: 'suspension.appraisal' });
  });
});

describe('extension (Law 43, Rules 45)', () => {
  it('is fifteen days at most', () => {
    expect(LONGEST_EXTENSION).toBe(15);
  });

  const facts: ExtensionFacts = {
    isComplex: true,
    days: 15,
    extendedBy: 0,
    approval: { by: 'delegate', isWritten: true },
    decidedOn: d('2026-11-23'),
    periodEndsOn: d('2026-11-23'),
  };
  it.each<[string, Partial<ExtensionFacts>, string[]]>([
    ['fifteen days, on the last day', {}, ['extension.allowed']],
    ['sixteen days', { days: 16 }, ['extension.too-long']],
    ['ten after five', { days: 10, extendedBy: 5 }, ['extension.allowed']],
    ['eleven after five', { days: 11, extendedBy: 5 }, ['extension.too-long']],
    ['one after fifteen', { days: 1, extendedBy: 15 }, ['extension.too-long']],
    ['day after the period', { decidedOn: d('2026-11-24') }, ['extension.period-over']],
    ['not complex', { isComplex: false }, ['extension.not-complex']],
    ['not approved', { approval: null }, ['extension.needs-approval']],
    [
      'approved by word of mouth',
      { approval: { by: 'head', isWritten: false } },
      ['extension.needs-writing'],
    ],
    [
      'everything at once',
      { isComplex: false, days: 16, approval: null, decidedOn: d('2026-12-01') },
      ['extension.not-complex', 'extension.too-long', 'extension.needs-approval', 'extension.period-over'],
    ],
  ])('%s', (_name, change, keys) => {
    const found = mayExtend({ ...facts, ...change });
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value).toBe(keys[0] === 'extension.allowed');
    expect(found.basis.map((each) => `${each.law} ${each.article}`)).toEqual(['law 43', 'rules 45']);
  });

  it.each([
    [16, 0, 15],
    [11, 5, 10],
    [1, 20, 0],
  ])('%d days after %d: %d are left', (days, extendedBy, left) => {
    expect(mayExtend({ ...facts, days, extendedBy }).steps[0]?.params).toEqual({ days, left });
  });

  it.each([0, -1, 1.5])('refuses %d days', (days) => {
    expect(() => mayExtend({ ...facts, days })).toThrow(RangeError);
  });

  it('property: however it is cut up, what is allowed never passes fifteen days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (asked) => {
        let extendedBy = 0;
        for (const days of asked) if (mayExtend({ ...facts, days, extendedBy }).value) extendedBy += days;
        expect(extendedBy).toBeLessThanOrEqual(15);
      }),
    );
  });
});

describe('termination (Rules 48)', () => {
  it.each<[TerminationFacts['suit'], boolean, string, string]>([
    ['none', true, 'continue', 'termination.not-sued'],
    ['filed', true, 'continue', 'termination.not-accepted'],
    ['accepted', true, 'terminate', 'termination.accepted'],
    ['accepted', false, 'continue', 'termination.not-overrun'],
  ])('suit %s, overrun %s: %s', (suit, isOverrun, expected, key) => {
    const found = decideTermination({ isOverrun, suit });
    expect(found.value).toBe(expected);
    expect(found.steps).toMatchObject([{ key, article: { law: 'rules', article: '48' } }]);
  });
});

import { cited, lawTables, stepKeys, told } from '../../../test/support/law';
import { localDate as d } from '../../kernel/local-date';
import { fileTransfer, leavingCertificate, reinstatement, relationConfirmation } from './acts';

const filedOn = d('2026-11-23');
const tables = lawTables();
const ended = { endDate: d('2026-10-31') };

describe('claims for something else than money', () => {
  it.each([
    ['reinstatement', reinstatement, ['《劳动合同法》第四十八条']],
    ['certificate', leavingCertificate, ['《劳动合同法》第五十条第一款', '《劳动合同法》第八十九条']],
    ['transfer', fileTransfer, ['《劳动合同法》第五十条第一款']],
  ])('%s: no figure, which is not zero', (_name, rule, basis) => {
    const found = rule.compute(ended, tables, filedOn);
    expect(found.value).toBeNull();
    expect(found.steps.every((step) => step.amount === undefined)).toBe(true);
    expect(cited(found)).toEqual(expect.arrayContaining(basis));
    expect(told(rule.validate(ended, filedOn))).toEqual([]);
    expect(told(rule.validate({}, filedOn))).toEqual(['/endDate problem.missing']);
  });

  it('files and social insurance go over within fifteen days (Contract Law 50(1))', () => {
    expect(fileTransfer.compute(ended, tables, filedOn).steps[0]).toMatchObject({
      date: '2026-11-15',
      params: { dueOn: '2026-11-15', days: 15 },
    });
    expect(fileTransfer.compute({ endDate: d('2024-02-14') }, tables, filedOn).steps[0]?.date).toBe(
      '2024-02-29',
    );
  });

  it('a labour relation begins with the first day of work (Contract Law 7)', () => {
    const from = d('2025-03-01');
    expect(stepKeys(relationConfirmation.compute({ from }, tables, filedOn))).toEqual([
      'relation.since',
      'relation.proof',
    ]);
    const past = relationConfirmation.compute({ from, to: d('2026-03-01') }, tables, filedOn);
    expect(stepKeys(past)).toEqual(['relation.between', 'relation.proof']);
    expect(past.value).toBeNull();
    expect(told(relationConfirmation.validate({ from, to: '2025-02-28' }, filedOn))).toEqual([
      '/to problem.ends-before-it-starts',
    ]);
    expect(told(relationConfirmation.validate({ from }, filedOn))).toEqual([]);
  });
});

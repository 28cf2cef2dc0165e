import { localDate as d } from '../kernel/local-date';
import {
  decideObjection,
  decideTransfer,
  ObjectionFacts,
  ObjectionOutcome,
  TransferFacts,
  TransferOutcome,
} from './jurisdiction-objection';

const elsewhere = { isOurs: false, competent: '佛山市劳动人事争议仲裁委员会' } as const;
const founded = { isFounded: true, competent: elsewhere.competent } as const;

describe('objection to jurisdiction (Rules 10)', () => {
  const facts: ObjectionFacts = {
    isWritten: true,
    filedOn: d('2026-11-20'),
    defenceEndsOn: d('2026-11-23'),
    examined: null,
  };
  it.each<[string, Partial<ObjectionFacts>, ObjectionOutcome, string, string | undefined]>([
    ['in time, to be examined', {}, { outcome: 'examine' }, 'objection.to-examine', '1'],
    [
      'last day of the defence period',
      { filedOn: d('2026-11-23') },
      { outcome: 'examine' },
      'objection.to-examine',
      '1',
    ],
    ['day after it', { filedOn: d('2026-11-24') }, { outcome: 'disregard' }, 'objection.late', '2'],
    [
      'day after it, however right',
      { filedOn: d('2026-11-24'), examined: founded },
      { outcome: 'disregard' },
      'objection.late',
      '2',
    ],
    [
      'late and not written',
      { filedOn: d('2026-11-24'), isWritten: false },
      { outcome: 'disregard' },
      'objection.late',
      '2',
    ],
    ['not written', { isWritten: false }, { outcome: 'ask-for-writing' }, 'objection.not-written', '1'],
    [
      'before the copy was served',
      { defenceEndsOn: null },
      { outcome: 'examine' },
      'objection.to-examine',
      '1',
    ],
    [
      'founded',
      { examined: founded },
      { outcome: 'transfer', competent: elsewhere.competent },
      'objection.founded',
      '1',
    ],
    ['unfounded', { examined: { isFounded: false } }, { outcome: 'reject' }, 'objection.unfounded', '1'],
  ])('%s', (_name, change, expected, key, paragraph) => {
    const found = decideObjection({ ...facts, ...change });
    expect(found.value).toEqual(expected);
    expect(found.steps.at(-1)).toMatchObject({ key, article: { law: 'rules', article: '10', paragraph } });
  });

  it('names the competent commission', () => {
    expect(() => decideObjection({ ...facts, examined: { isFounded: true, competent: ' ' } })).toThrow(
      RangeError,
    );
  });
});

describe('transfer and designation (Rules 9)', () => {
  const facts: TransferFacts = {
    arrivedBy: 'filing',
    isAccepted: true,
    jurisdiction: { isOurs: true },
    isDisputed: false,
  };
  const transferred: TransferOutcome = { outcome: 'transfer', competent: elsewhere.competent };
  it.each<[string, Partial<TransferFacts>, TransferOutcome, string, string]>([
    ['ours', {}, { outcome: 'keep' }, 'jurisdiction.ours', '8'],
    ['another’s, accepted here', { jurisdiction: elsewhere }, transferred, 'jurisdiction.transfer', '9'],
    [
      'another’s, not yet accepted: an explanation',
      { jurisdiction: elsewhere, isAccepted: false },
      { outcome: 'explain', competent: elsewhere.competent },
      'acceptance.jurisdiction-not-met',
      '31',
    ],
    [
      'received by transfer and ours',
      { arrivedBy: 'transfer' },
      { outcome: 'keep' },
      'jurisdiction.received',
      '9',
    ],
    [
      'received by transfer, not ours: never sent back or on',
      { arrivedBy: 'transfer', jurisdiction: elsewhere },
      { outcome: 'request-designation' },
      'jurisdiction.no-bounce',
      '9',
    ],
    [
      'received by transfer, not yet accepted, not ours',
      { arrivedBy: 'transfer', jurisdiction: elsewhere, isAccepted: false },
      { outcome: 'request-designation' },
      'jurisdiction.no-bounce',
      '9',
    ],
    [
      'two commissions do not agree',
      { isDisputed: true },
      { outcome: 'request-designation' },
      'jurisdiction.disputed',
      '9',
    ],
    [
      'two commissions do not agree on another’s',
      { isDisputed: true, jurisdiction: elsewhere },
      { outcome: 'request-designation' },
      'jurisdiction.disputed',
      '9',
    ],
    [
      'designated: kept, whatever anybody thinks',
      { arrivedBy: 'designation', jurisdiction: elsewhere, isDisputed: true },
      { outcome: 'keep' },
      'jurisdiction.designated',
      '9',
    ],
  ])('%s', (_name, change, expected, key, cited) => {
    const found = decideTransfer({ ...facts, ...change });
    expect(found.value).toEqual(expected);
    expect(found.steps.map((each) => each.key)).toEqual([key]);
    expect(found.basis.map((each) => each.article)).toEqual([cited]);
  });

  it('names the competent commission', () => {
    expect(() => decideTransfer({ ...facts, jurisdiction: { isOurs: false, competent: '' } })).toThrow(
      RangeError,
    );
  });
});

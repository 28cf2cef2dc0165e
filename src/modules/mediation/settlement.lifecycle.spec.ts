import { DomainError } from '../../kernel/domain-error';
import { settlementLifecycle, type SettlementFacts, type SettlementState } from './settlement.lifecycle';

const FACTS: SettlementFacts = {
  offer: {},
  accept: { mayBind: true },
  agree: { haveAllAccepted: true },
  decline: {},
  state: { isForTribunal: true, areTermsPossible: true },
  'take-effect': { haveAllSigned: true },
  retract: { hasSigned: false },
  fail: { reason: '无法达成一致' },
  lapse: {},
};
const EVENTS = Object.keys(FACTS) as (keyof SettlementFacts)[];

function reached<E extends keyof SettlementFacts>(
  state: SettlementState,
  event: E,
  facts: SettlementFacts[E],
): string {
  try {
    return settlementLifecycle.step(state, event, facts).to;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'lifecycle.not-now' ? '–' : error.code;
  }
}

describe('settlement lifecycle', () => {
  it.each<[SettlementState, string]>([
    ['offered', 'offered offered agreed failed – – – failed lapsed'],
    ['agreed', '– – – – stated – retracted failed lapsed'],
    ['stated', '– – – – – effective retracted failed lapsed'],
    ['effective', '– – – – – – – – –'],
    ['failed', '– – – – – – – – –'],
    ['retracted', '– – – – – – – – –'],
    ['lapsed', '– – – – – – – – –'],
  ])('from %s: %s', (state, expected) => {
    expect(EVENTS.map((event) => reached(state, event, FACTS[event])).join(' ')).toBe(expected);
  });

  it.each<[SettlementState, keyof SettlementFacts, object, string]>([
    ['offered', 'accept', { mayBind: false }, 'settlement.needs-special-authority'],
    ['offered', 'agree', { haveAllAccepted: false }, 'settlement.not-all-accepted'],
    ['agreed', 'state', { isForTribunal: false, areTermsPossible: true }, 'settlement.no-tribunal'],
    ['agreed', 'state', { isForTribunal: true, areTermsPossible: false }, 'settlement.terms-outdated'],
    ['stated', 'take-effect', { haveAllSigned: false }, 'settlement.not-all-signed'],
    ['stated', 'retract', { hasSigned: true }, 'settlement.signed-already'],
    ['stated', 'fail', { reason: ' ' }, 'settlement.reason-missing'],
  ])('%s, %s with %j: %s', (state, event, facts, expected) => {
    expect(reached(state, event, facts as never)).toBe(expected);
  });
});

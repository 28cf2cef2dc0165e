import { Lifecycle } from '../../kernel/lifecycle';
import { article, citation } from '../../law/articles';

/**
 * offered: terms are on the table. agreed: all have accepted the same ones. stated: the mediation statement (调解书) is
 * made and goes to be signed for. effective: all have signed. failed: no agreement. retracted: a party went back on what
 * it had agreed to. lapsed: the case ended otherwise, or a party's seat was taken back.
 */
export const SETTLEMENT_STATES = [
  'offered',
  'agreed',
  'stated',
  'effective',
  'failed',
  'retracted',
  'lapsed',
] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** Something may still come of it. */
export const OPEN_STATES = ['offered', 'agreed', 'stated'] as const satisfies SettlementState[];

// A type and not an interface: the lifecycle wants an index signature.
export type SettlementFacts = {
  offer: Record<string, never>;
  accept: { mayBind: boolean };
  agree: { haveAllAccepted: boolean };
  decline: Record<string, never>;
  state: { isForTribunal: boolean; areTermsPossible: boolean };
  'take-effect': { haveAllSigned: boolean };
  retract: { hasSigned: boolean };
  fail: { reason: string };
  lapse: Record<string, never>;
};

const law = (paragraph: number): string => citation(article('law', 42, paragraph), 'zh-CN');
const rules = (number: number, paragraph?: number): string =>
  citation(article('rules', number, paragraph), 'zh-CN');

export const settlementLifecycle = new Lifecycle<SettlementState, SettlementFacts, never>(
  'settlement',
  'offered',
  ['effective', 'failed', 'retracted', 'lapsed'],
  [
    { on: 'offer', from: ['offered'], to: 'offered', basis: [law(1), rules(68), rules(71)] },
    {
      on: 'accept',
      from: ['offered'],
      to: 'offered',
      guards: [({ mayBind }) => (mayBind ? null : 'settlement.needs-special-authority')],
      basis: [law(2), citation(article('law', 24), 'zh-CN')],
    },
    {
      on: 'agree',
      from: ['offered'],
      to: 'agreed',
      guards: [({ haveAllAccepted }) => (haveAllAccepted ? null : 'settlement.not-all-accepted')],
      basis: [law(2), rules(72, 1)],
    },
    { on: 'decline', from: ['offered'], to: 'failed', basis: [law(4), rules(72, 3)] },
    {
      on: 'state',
      from: ['agreed'],
      to: 'stated',
      guards: [
        // The tribunal makes it: there is none before one sits (Rules 72).
        ({ isForTribunal }) => (isForTribunal ? null : 'settlement.no-tribunal'),
        ({ areTermsPossible }) => (areTermsPossible ? null : 'settlement.terms-outdated'),
      ],
      basis: [law(2), law(3), rules(72, 1), rules(72, 2), rules(73)],
    },
    {
      on: 'take-effect',
      from: ['stated'],
      to: 'effective',
      guards: [({ haveAllSigned }) => (haveAllSigned ? null : 'settlement.not-all-signed')],
      basis: [law(3), rules(72, 2)],
    },
    {
      on: 'retract',
      from: ['agreed', 'stated'],
      to: 'retracted',
      guards: [({ hasSigned }) => (hasSigned ? 'settlement.signed-already' : null)],
      basis: [law(4), rules(72, 3)],
    },
    {
      // Nobody answers, or nobody signs: the tribunal does not wait for ever.
      on: 'fail',
      from: ['offered', 'agreed', 'stated'],
      to: 'failed',
      guards: [({ reason }) => (reason.trim() === '' ? 'settlement.reason-missing' : null)],
      basis: [law(4), rules(72, 3)],
    },
    { on: 'lapse', from: ['offered', 'agreed', 'stated'], to: 'lapsed', basis: [law(4), rules(72, 3)] },
  ],
);

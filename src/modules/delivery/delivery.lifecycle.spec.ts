import { DomainError } from '../../kernel/domain-error';
import { serviceLifecycle, type ServiceFacts, type ServiceState } from './delivery.lifecycle';

const GOOD: ServiceFacts = {
  'serve-online': { hasJoined: true, consentsToElectronic: true },
  post: {},
  prove: {},
  fail: {},
  'set-aside': { channel: 'platform' },
  withdraw: {},
};
const STATES: ServiceState[] = ['pending', 'sent', 'served', 'failed', 'withdrawn'];
const NOT_NOW = 'lifecycle.not-now';
const EVENTS = Object.keys(GOOD) as (keyof ServiceFacts)[];

const after = <E extends keyof ServiceFacts>(
  state: ServiceState,
  event: E,
  facts: ServiceFacts[E],
): string => {
  try {
    return serviceLifecycle.step(state, event, facts).to;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('service lifecycle', () => {
  it('has a sound table', () => {
    expect(serviceLifecycle.defects()).toEqual([]);
  });

  it('is this matrix', () => {
    const matrix = STATES.map((state) => [state, ...EVENTS.map((event) => after(state, event, GOOD[event]))]);
    expect(matrix).toEqual([
      ['pending', 'served', 'sent', 'served', 'failed', NOT_NOW, 'withdrawn'],
      ['sent', 'served', NOT_NOW, 'served', 'failed', NOT_NOW, 'withdrawn'],
      ['served', NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW, 'pending', NOT_NOW],
      ['failed', 'served', 'sent', 'served', 'failed', NOT_NOW, 'withdrawn'],
      ['withdrawn', NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW],
    ]);
  });

  it.each(['mail', 'in-person', null] as const)('what was served by %s stays served', (channel) => {
    expect(after('served', 'set-aside', { channel })).toBe('service.proved-otherwise');
  });

  it.each([
    ['has joined and consents', true, true, 'served'],
    ['has joined without consent', true, false, 'service.needs-consent'],
    ['consents but has no account in the case', false, true, 'service.needs-consent'],
    ['neither', false, false, 'service.needs-consent'],
  ])('serves on line only whoever %s (民事诉讼法 90)', (_, hasJoined, consentsToElectronic, expected) => {
    expect(after('pending', 'serve-online', { hasJoined, consentsToElectronic })).toBe(expected);
  });
});

import { hasSentence } from '../../platform/http/message-catalogue';
import { concernedBy, NOTIFICATION_RULES, notificationsOf, type CasePerson } from './notification.rules';

const PEOPLE: CasePerson[] = [
  { userId: 'worker', as: 'claimant', partyId: 'claimant-party', isServedOnline: true },
  { userId: 'company', as: 'respondent', partyId: 'respondent-party', isServedOnline: false },
  { userId: 'arbitrator', as: 'arbitrator', partyId: null, isServedOnline: false },
  { userId: 'clerk', as: 'recorder', partyId: null, isServedOnline: false },
  { userId: 'clerk', as: 'filing-clerk', partyId: null, isServedOnline: false },
  { userId: 'head', as: 'director', partyId: null, isServedOnline: false },
];

const told = (type: string, actorId: string | null): string[] =>
  notificationsOf(type, actorId, PEOPLE).map(
    ({ userId, kind, isTexted }) => `${userId}: ${kind}${isTexted ? ' (text)' : ''}`,
  );

describe('notifications', () => {
  it.each([
    [
      'application.submitted',
      'worker',
      ['worker: application-received (text)', 'clerk: application-to-examine'],
    ],
    // The worker is served the notice on line, and gets the message of that service; the company is not.
    ['case.accepted', 'clerk', ['worker: case-accepted']],
    ['case.referred', 'clerk', ['worker: case-referred']],
    [
      'answer.submitted',
      'company',
      ['worker: answer-received', 'arbitrator: answer-received', 'clerk: answer-received'],
    ],
    [
      'evidence.added',
      'worker',
      ['company: evidence-added', 'arbitrator: evidence-added', 'clerk: evidence-added'],
    ],
    [
      'hearing.set-down',
      'clerk',
      ['worker: hearing-set-down', 'company: hearing-set-down (text)', 'arbitrator: hearing-set-down'],
    ],
    [
      'award.issued',
      'arbitrator',
      ['worker: award-issued', 'company: award-issued (text)', 'clerk: award-issued'],
    ],
    [
      'motion.filed',
      'worker',
      ['company: motion-filed (text)', 'arbitrator: motion-to-decide', 'clerk: motion-to-decide'],
    ],
    ['motion.proposed', 'arbitrator', ['head: motion-to-approve']],
    [
      'motion.granted',
      'head',
      [
        'worker: motion-decided (text)',
        'company: motion-decided (text)',
        'arbitrator: motion-decided',
        'clerk: motion-decided',
      ],
    ],
    ['motion.turned-down', 'head', ['arbitrator: motion-turned-down', 'clerk: motion-turned-down']],
    [
      'hearing.reopened',
      'arbitrator',
      ['worker: hearing-reopened (text)', 'company: hearing-reopened (text)', 'clerk: hearing-reopened'],
    ],
    ['party.seat-released', 'clerk', ['worker: seat-released', 'arbitrator: seat-released']],
    ['paper.rendered', null, []],
  ])('of %s by %s', (type, actorId, expected) => {
    expect(told(type, actorId)).toEqual(expected);
  });

  it.each([
    ['a period of one respondent', { to: ['respondent'], partyId: 'respondent-party' }, ['company']],
    ['a period of another one', { to: ['respondent'], partyId: 'another' }, []],
    [
      'a way to court of the worker',
      { to: ['claimant', 'respondent'], partyId: 'claimant-party' },
      ['worker'],
    ],
    ['a period of both', { to: ['claimant', 'respondent'], partyId: null }, ['worker', 'company']],
    ['a duty of the house', { to: ['recorder', 'director'], partyId: null }, ['clerk', 'head']],
  ])('of a clock: %s', (_name, payload, expected) => {
    expect(concernedBy(payload, PEOPLE).map(({ userId }) => userId)).toEqual(expected);
    expect(concernedBy({}, PEOPLE)).toEqual(PEOPLE);
  });

  it('have a sentence each in every language', () => {
    const kinds = Object.values(NOTIFICATION_RULES).flatMap((rules) => rules.map((rule) => rule.kind));
    expect(kinds.filter((kind) => !hasSentence(`notification.${kind}`))).toEqual([]);
  });
});

import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { caseRelations } from './case.policy';

const staff = (commissionId: string, ...roles: StaffActor['roles']): SignedInActor => ({
  kind: 'staff',
  userId: 'u',
  name: '',
  commissionId,
  roles,
});
const party: SignedInActor = { kind: 'party', userId: 'u', name: '' };

describe('how somebody stands to a case', () => {
  const here = { commissionId: 'nansha', capacities: [] };
  const sent = { ...here, receivedBy: 'foshan', sitsWhereReceived: false };

  it.each<[string, SignedInActor, Parameters<typeof caseRelations>[1], string[]]>([
    ['a party', party, { ...here, capacities: ['claimant'] }, ['claimant']],
    ['a clerk of its commission', staff('nansha', 'filing-clerk'), here, ['home-staff', 'filing-clerk']],
    ['the head', staff('nansha', 'director'), here, ['home-staff']],
    ['an arbitrator who does not sit in it', staff('nansha', 'arbitrator'), here, []],
    ['a clerk of another commission', staff('foshan', 'filing-clerk'), here, []],
    // The file goes with the case (Rules 9): it is read there, and nothing in it is for another clerk to do.
    ['a clerk of the commission it was sent to', staff('foshan', 'filing-clerk'), sent, ['home-staff']],
    ['an arbitrator there', staff('foshan', 'arbitrator'), sent, []],
    [
      'the arbitrator there who hears it',
      staff('foshan', 'arbitrator'),
      { ...sent, sitsWhereReceived: true },
      ['home-staff'],
    ],
    ['a third commission', staff('dongguan', 'filing-clerk'), sent, []],
    ['a party of nothing', party, { ...sent, sitsWhereReceived: true }, []],
  ])('%s', (_name, actor, subject, expected) => {
    expect([...caseRelations(actor, subject)]).toEqual(expected);
  });
});

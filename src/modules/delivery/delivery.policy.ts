import { Policy } from '../../kernel/policy';

/** How somebody stands to one service: to its case, and whether the paper is for them. */
export type ServiceRelation =
  'addressee' | 'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'home-staff';

export type ServicePermission =
  'service.read' | 'service.confirm' | 'service.record-attempt' | 'service.prove';

const HOUSE = ['home-staff', 'arbitrator', 'recorder'] as const;

/** Rules 20: the commission serves and keeps the proof; the addressee signs for what it got. */
export const servicePolicy = new Policy<ServicePermission, ServiceRelation>('service.read', {
  'service.read': ['addressee', ...HOUSE],
  'service.confirm': ['addressee'],
  'service.record-attempt': ['filing-clerk', 'recorder'],
  'service.prove': ['filing-clerk', 'recorder'],
});

import type { StaffRole } from '../kernel/actor';
import type { Users } from '../modules/identity';
import type { Reference } from '../modules/reference';
import { DEMO_PASSWORD } from './staff';
import { STORIES } from './tell';

/** What somebody needs to look around in the demonstration: whom to sign in as for which case. */
export interface DemoGuide {
  /** One for each story, as it stands when it was just told. */
  cases: {
    state: string;
    commission: string;
    clerk: string;
    claimant: string;
    respondent: string;
    about: string;
  }[];
  /** User names. */
  staff: {
    commission: string;
    clerk: string;
    recorder: string;
    director: string;
    arbitrators: string;
  }[];
  /** Of all staff. */
  password: string;
}

const STATES: Record<string, string> = {
  received: '等待受理',
  correcting: '等待补正',
  accepted: '已受理',
  constituted: '已组庭',
  'set-down': '已排期',
  heard: '已开庭',
  decided: '已裁决',
  refused: '不予受理',
};

export async function guide(reference: Reference, users: Users): Promise<DemoGuide> {
  const names = await reference.commissionNames();
  const shortName = (id: string): string => (names.get(id) ?? '').replace(/劳动人事争议仲裁委员会$/, '');
  const staff = await users.staff();
  // In the order of the stories.
  const commissions = [...new Set(STORIES.map(({ commissionId }) => commissionId))];
  const usernames = (commission: string, role: StaffRole): string =>
    staff
      .filter(({ commissionId, roles }) => commissionId === commission && roles.includes(role))
      .map(({ username }) => username)
      .join(' ');
  return {
    cases: STORIES.map(({ state, commissionId, parties: [claimant, respondent], about }) => ({
      state: STATES[state] ?? state,
      commission: shortName(commissionId),
      clerk: usernames(commissionId, 'filing-clerk'),
      claimant: claimant?.phone ?? '',
      respondent: respondent?.phone ?? '',
      about,
    })),
    staff: commissions.map((id) => ({
      commission: shortName(id),
      clerk: usernames(id, 'filing-clerk'),
      recorder: usernames(id, 'recorder'),
      director: usernames(id, 'director'),
      arbitrators: usernames(id, 'arbitrator'),
    })),
    password: DEMO_PASSWORD,
  };
}

import type { StaffRole } from '../kernel/actor';
import type { Users } from '../modules/identity';
import { loadRoster } from '../modules/tribunals';
import type { UnitOfWork } from '../platform/database/unit-of-work';

/** Everybody at a demonstration knows it; the second factor is on the demonstration page. */
export const DEMO_PASSWORD = 'yun-zhongcai-2026';

const ROLES = [
  { role: 'filing-clerk', prefix: 'clerk' },
  { role: 'recorder', prefix: 'recorder' },
  { role: 'director', prefix: 'director' },
] as const satisfies readonly { role: StaffRole; prefix: string }[];

/** Invented people: filing clerk, recorder and director of each commission. */
const NAMES: Record<string, readonly [clerk: string, recorder: string, director: string]> = {
  nansha: ['梁慧仪', '周婷', '罗建邦'],
  foshan: ['何嘉敏', '冯晓晴', '区志成'],
  dongguan: ['袁淑芬', '叶子健', '莫伟强'],
  zhongshan: ['郑丽娟', '萧文轩', '黎国栋'],
  hengqin: ['容雪莹', '欧阳俊', '鲍启明'],
};

export interface DemoAccount {
  username: string;
  name: string;
  role: StaffRole;
  commissionId: string;
}

export const DEMO_STAFF: readonly DemoAccount[] = Object.entries(NAMES).flatMap(([commissionId, names]) =>
  ROLES.map(({ role, prefix }, i) => ({
    username: `${prefix}.${commissionId}`,
    name: names[i] ?? '',
    role,
    commissionId,
  })),
);

/** Creates the accounts and the register of arbitrators, as far as they are not there yet. */
export async function loadStaff(uow: UnitOfWork, users: Users): Promise<void> {
  await uow.run({ kind: 'system', name: 'demo' }, async (tx) => {
    for (const { username, name, role, commissionId } of DEMO_STAFF) {
      await users.ensureStaff(tx, { username, name, password: DEMO_PASSWORD, commissionId, roles: [role] });
    }
    await loadRoster(tx, users, DEMO_PASSWORD);
  });
}

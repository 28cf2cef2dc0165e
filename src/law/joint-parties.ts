import { Article, article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Who has to be, or may be, brought in beside the worker and the employer (Law 22, Rules 6, 7; Interpretation (I) 26 to 30). */

/**
 * What has become of the employer. The first seven are those of Rules 6, in its order: 未办理营业执照, 被吊销营业执照,
 * 营业执照到期继续经营, 被责令关闭, 被撤销, 解散, 歇业.
 */
export type EmployerStatus =
  | 'unlicensed'
  | 'licence-revoked'
  | 'licence-expired'
  | 'ordered-closed'
  | 'cancelled'
  | 'dissolved'
  | 'out-of-business'
  | 'ordinary';

export type JointRole =
  /** 劳务派遣单位 */
  | 'dispatching-unit'
  /** 用工单位 */
  | 'user-unit'
  /** 发包的组织 */
  | 'contracting-organisation'
  /** 个人承包经营者 */
  | 'contractor'
  /** 出资人、开办单位或者主管部门 */
  | 'sponsor'
  /** 营业执照出借方 */
  | 'licence-lender'
  /** 合并后的单位 */
  | 'merged-unit'
  /** 分立后的单位 */
  | 'divided-unit'
  /** 新的用人单位, a third person */
  | 'new-employer';

export interface JointPartyFacts {
  readonly isDispatched: boolean;
  /** The worker was taken on by an individual who runs a business under contract. */
  readonly worksForContractor: boolean;
  readonly status: EmployerStatus;
  /** Whether the employer can still bear what it may be ordered to bear. */
  readonly canBearLiability: boolean;
  /** Does business under another's licence. */
  readonly borrowsLicence: boolean;
  readonly change: 'none' | 'merged' | 'divided';
  /** The former employer against a worker who had not left it when a new employer took the worker on. */
  readonly isAboutNewEmployer: boolean;
  /** Who has been named in the application already. */
  readonly named: readonly JointRole[];
}

export interface JointParty {
  readonly role: JointRole;
  readonly as: 'party' | 'third-person';
  /** False: the commission may bring them in, it need not. */
  readonly isRequired: boolean;
  readonly isNamed: boolean;
}

/** Rules 6 asks for both: a status of its list, and an employer that cannot bear liability. */
export function jointParties(facts: JointPartyFacts): Finding<readonly JointParty[]> {
  const found: JointParty[] = [];
  const steps: Step[] = [];
  const bring = (role: JointRole, key: string, rule: Article, isRequired = true): void => {
    found.push({
      role,
      as: role === 'new-employer' ? 'third-person' : 'party',
      isRequired,
      isNamed: facts.named.includes(role),
    });
    steps.push(step(key, {}, { article: rule }));
  };
  if (facts.isDispatched) {
    bring('dispatching-unit', 'joint-party.dispatching-unit', article('law', 22, 2));
    bring('user-unit', 'joint-party.user-unit', article('law', 22, 2));
  }
  if (facts.worksForContractor) {
    bring('contracting-organisation', 'joint-party.contracting-organisation', article('rules', 7));
    bring('contractor', 'joint-party.contractor', article('rules', 7));
  }
  if (facts.status !== 'ordinary') {
    if (facts.canBearLiability) {
      steps.push(step('joint-party.employer-can-bear', {}, { article: article('rules', 6) }));
    } else {
      bring('sponsor', 'joint-party.sponsor', article('rules', 6));
    }
  }
  // What the court would order brought in (Interpretation (I) 31) is better brought in at once.
  if (facts.borrowsLicence && isUnlicensed(facts.status)) {
    bring('licence-lender', 'joint-party.licence-lender', article('interpretation-1', 30));
  }
  if (facts.change === 'merged') {
    bring('merged-unit', 'joint-party.merged-unit', article('interpretation-1', 26, 1));
  }
  if (facts.change === 'divided') {
    bring('divided-unit', 'joint-party.divided-unit', article('interpretation-1', 26));
  }
  if (facts.isAboutNewEmployer) {
    bring('new-employer', 'joint-party.new-employer', article('interpretation-1', 27, 1), false);
  }
  if (found.length === 0) steps.push(step('joint-party.nobody', {}, { article: article('law', 22, 1) }));
  return finding(found, [article('law', 22)], steps);
}

/** Interpretation (I) 30 speaks of these three only. */
function isUnlicensed(status: EmployerStatus): boolean {
  return status === 'unlicensed' || status === 'licence-revoked' || status === 'licence-expired';
}

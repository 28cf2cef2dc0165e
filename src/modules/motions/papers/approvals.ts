import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { CaseLine } from './wording';

/** 审批表 of the sub volume (Rules 22): never shown to parties. */
interface ApprovalFacts extends CaseLine {
  readonly asker: string;
  readonly askedOn: LocalDate;
  readonly reason: string;
  readonly approver: string;
  readonly decidedOn: LocalDate;
  readonly opinion: string;
}

function form(
  page: PaperPage,
  title: string,
  facts: ApprovalFacts,
  about: readonly (readonly [string, string])[],
): void {
  page.masthead(title, '（副卷）');
  page.caseNumber();
  page.fields([
    [
      ['申请人', facts.claimant],
      ['被申请人', facts.respondents.join('、')],
    ],
    [
      ['案由', facts.cause],
      ['受理日期', facts.acceptedOn === null ? '' : chineseDate(facts.acceptedOn)],
    ],
    ...about.map((pair) => [pair]),
    [['理由', facts.reason]],
    [
      ['提出人', facts.asker],
      ['提出日期', chineseDate(facts.askedOn)],
    ],
    [['审批意见', facts.opinion]],
    [
      ['审批人', facts.approver],
      ['审批日期', chineseDate(facts.decidedOn)],
    ],
  ]);
}

/** 延期审理审批表 (Rules 45). */
export interface ExtensionApprovalFacts extends ApprovalFacts {
  readonly days: number;
  /** last day of the period before the extension; null where it stood still */
  readonly dueOn: LocalDate | null;
}

export const extensionApproval: PaperDefinition<ExtensionApprovalFacts> = {
  kind: 'extension-approval',
  title: '延期审理审批表',
  volume: 'sub',

  draw(page, facts) {
    form(page, '延期审理审批表', facts, [
      ['原审理期限', facts.dueOn === null ? '' : `至${chineseDate(facts.dueOn)}止`],
      ['申请延长', `${facts.days}日`],
      ['依据', '《劳动人事争议仲裁办案规则》第四十五条'],
    ]);
  },
};

/** 中止审理审批表 (Rules 47). */
export interface SuspensionApprovalFacts extends ApprovalFacts {
  readonly ground: string;
}

export const suspensionApproval: PaperDefinition<SuspensionApprovalFacts> = {
  kind: 'suspension-approval',
  title: '中止审理审批表',
  volume: 'sub',

  draw(page, facts) {
    form(page, '中止审理审批表', facts, [
      ['中止情形', facts.ground],
      ['依据', '《劳动人事争议仲裁办案规则》第四十七条'],
    ]);
  },
};

import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 受理通知书 (Rules 30), with rights and duties, the period for evidence, and what else is wanted. */
export interface AcceptanceNoticeFacts {
  readonly claimant: string;
  readonly respondents: readonly string[];
  /** 追索劳动报酬、经济补偿 */
  readonly cause: string;
  readonly receivedOn: LocalDate;
  readonly acceptedOn: LocalDate;
  /** end of the period for evidence set by the commission (Rules 15) */
  readonly evidenceUntil: LocalDate;
  readonly materialsWanted: readonly string[];
  /** date and place when they are fixed already */
  readonly hearing: string | null;
  readonly contact: string | null;
  readonly platformUrl: string | null;
}

export const acceptanceNotice: PaperDefinition<AcceptanceNoticeFacts> = {
  kind: 'acceptance-notice',
  title: '受理通知书',
  volume: 'main',

  draw(page: PaperPage, facts: AcceptanceNoticeFacts): void {
    page.masthead('受理通知书');
    page.caseNumber();
    page.addressee(facts.claimant);
    page.paragraph(
      `你与${facts.respondents.join('、')}因${facts.cause}争议向本委提出的仲裁申请，本委已于${chineseDate(facts.receivedOn)}收到。经审查，符合《劳动人事争议仲裁办案规则》第三十条规定的受理条件，本委决定自${chineseDate(facts.acceptedOn)}起予以受理${page.context.caseNumber === null ? '' : `，案号为${page.context.caseNumber}`}。现将有关事项通知如下：`,
    );
    const sections: [string, string[]][] = [
      [
        '你的权利',
        [
          '有权委托一至二名代理人参加仲裁活动；有权依法申请回避、提供证据、进行质证和辩论；有权在仲裁庭主持下或者自行与对方当事人和解、请求调解；有权放弃、变更仲裁请求，在仲裁处理结果作出前撤回仲裁申请；有权依法查阅、复制案卷正卷材料。',
          `需要增加或者变更仲裁请求的，应当在举证期限届满前提出；举证期限届满后提出的，应当另行申请仲裁。`,
        ],
      ],
      [
        '你的义务',
        [
          '应当如实陈述案件事实，依法行使权利，遵守仲裁程序和仲裁庭纪律，按时参加仲裁活动；送达地址、联系电话等发生变更的，应当及时书面告知本委；应当履行发生法律效力的调解书、裁决书。',
        ],
      ],
      [
        '举证',
        [
          `你对自己提出的主张有责任提供证据。请不迟于${chineseDate(facts.evidenceUntil)}向本委提交证据材料，逐项编号并填写证据材料清单，注明证据名称、证明对象和内容、有无原件。在该期限内提供证据确有困难的，可以在期限届满前申请延长。逾期提供证据的，应当说明理由；拒不说明理由或者理由不成立的，本委可以不予采纳该证据，或者采纳该证据但予以训诫。`,
          '与争议事项有关的证据属于用人单位掌握管理的，用人单位应当提供；用人单位不提供的，应当承担不利后果。',
        ],
      ],
      [
        '委托代理',
        [
          '委托他人参加仲裁活动的，应当在开庭前提交由你签名或者盖章的授权委托书，载明委托事项和权限，并提交代理人的身份证明。代为承认、放弃、变更仲裁请求，进行和解，提出反申请以及代领仲裁文书的，应当有你的特别授权。',
        ],
      ],
      ...(facts.materialsWanted.length > 0
        ? [['需要补充的材料', [`${facts.materialsWanted.join('；')}。`]] as [string, string[]]]
        : []),
      [
        '开庭',
        [
          `${facts.hearing ?? '仲裁庭的组成情况和开庭的日期、地点，本委将另行书面通知。'}收到书面开庭通知，无正当理由拒不到庭或者未经仲裁庭同意中途退庭的，可以按撤回仲裁申请处理；此后就同一争议重新申请仲裁的，本委不予受理。`,
        ],
      ],
    ];
    sections.forEach(([title, paragraphs], i) => {
      page.heading(`${'一二三四五六'.charAt(i)}、${title}`);
      page.paragraphs(paragraphs);
    });
    if (facts.platformUrl !== null)
      page.paragraph(`你可以登录${facts.platformUrl}查看案件进展、提交材料和接收文书。`);
    if (facts.contact !== null) page.paragraph(`联系方式：${facts.contact}`);
    page.paragraph('请在送达回证上签收本通知书。');
    page.sealed();
  },
};

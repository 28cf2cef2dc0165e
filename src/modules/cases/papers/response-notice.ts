import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import { claimSentence, type ClaimFacts } from '../../../platform/papers/claims';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 应诉通知书, sent with the copy of the application (Rules 33): answer, objection, counterclaim, evidence, joining. */
export interface ResponseNoticeFacts {
  readonly respondent: string;
  readonly isOrganisation: boolean;
  /** The other respondents of the case. */
  readonly others: readonly string[];
  readonly claimant: string;
  readonly cause: string;
  readonly acceptedOn: LocalDate;
  readonly claims: readonly ClaimFacts[];
  /** working days from receipt in which to answer: ten (Rules 33, 80) */
  readonly answerDays: number;
  readonly evidenceUntil: LocalDate;
  /** 仲裁申请书副本1份; 申请人证据材料6项 */
  readonly enclosures: readonly string[];
  readonly join: {
    readonly code: string;
    readonly url: string;
    readonly validUntil: LocalDate | null;
  } | null;
  readonly contact: string | null;
}

const WORKING_DAYS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export const responseNotice: PaperDefinition<ResponseNoticeFacts> = {
  kind: 'response-notice',
  title: '应诉通知书',
  volume: 'main',

  draw(page: PaperPage, facts: ResponseNoticeFacts): void {
    const days = `${WORKING_DAYS[facts.answerDays] ?? facts.answerDays}个工作日`;
    const you = facts.isOrganisation ? '你单位' : '你';
    const beside = facts.others.length > 0 ? `、被申请人${facts.others.join('、')}` : '';
    page.masthead('应诉通知书');
    page.caseNumber();
    page.addressee(facts.respondent);
    page.paragraph(
      `申请人${facts.claimant}与${you}${beside}因${facts.cause}争议一案，本委已于${chineseDate(facts.acceptedOn)}依法受理。现将仲裁申请书副本及有关材料送达${you}。申请人的仲裁请求为：`,
    );
    page.numbered(
      facts.claims.map((claim, i) => `${claimSentence(claim)}${i === facts.claims.length - 1 ? '。' : '；'}`),
    );
    page.paragraph('现将有关事项通知如下：');
    page.heading('一、答辩');
    page.paragraph(
      `${you}应当自收到仲裁申请书副本之日起${days}内向本委提交答辩书，对各项仲裁请求逐项说明承认或者不予承认的意见和理由。主张仲裁时效抗辩的，请在答辩书中明确提出。逾期未提交答辩书的，不影响仲裁程序的进行。`,
    );
    page.heading('二、管辖异议与反申请');
    page.paragraph(
      '对本委管辖有异议的，应当在答辩期满前书面提出；逾期提出的，不影响仲裁程序的进行。需要提出反申请的，应当在答辩期间提出；答辩期满后提出的，应当另行申请仲裁。',
    );
    page.heading('三、应当提交的材料');
    page.paragraph(
      `${facts.isOrganisation ? '营业执照副本复印件、法定代表人（主要负责人）身份证明书' : '身份证件复印件'}；委托代理人参加仲裁的，应当提交载明委托事项和权限的授权委托书及代理人身份证明，代理人为一至二名。`,
    );
    page.heading('四、举证');
    page.paragraph(
      `请不迟于${chineseDate(facts.evidenceUntil)}提交证据材料及证据材料清单。在该期限内提供证据确有困难的，可以在期限届满前申请延长；逾期提供且拒不说明理由或者理由不成立的，本委可以不予采纳该证据，或者采纳该证据但予以训诫。`,
    );
    page.paragraph(
      `劳动合同、职工名册、工资支付记录、考勤记录、社会保险缴费记录、规章制度以及作出解除劳动合同等决定的依据等，属于用人单位掌握管理的证据，${you}应当提供；不提供的，应当承担不利后果。`,
    );
    page.heading('五、权利和义务');
    page.paragraph(
      `${you}有权委托代理人，依法申请回避、提供证据、进行质证和辩论、请求调解、与申请人和解，查阅、复制案卷正卷材料；应当如实陈述案件事实，遵守仲裁程序和仲裁庭纪律，按时参加仲裁活动，送达地址变更时及时书面告知本委，并履行发生法律效力的调解书、裁决书。`,
    );
    page.paragraph(
      '仲裁庭的组成情况和开庭的日期、地点，本委将另行书面通知。收到书面开庭通知，无正当理由拒不到庭或者未经仲裁庭同意中途退庭的，仲裁庭可以继续开庭审理，并缺席裁决。',
    );
    if (facts.join !== null) {
      page.heading('六、在线参加仲裁');
      page.paragraph(`${you}可以凭下列应诉码在线查阅仲裁申请书和证据、提交答辩书和证据、接收文书：`);
      page.qrCard({
        url: facts.join.url,
        alt: `加入案件二维码：${facts.join.url}`,
        heading: `应诉码：${facts.join.code}`,
        lines: [
          `网址：${facts.join.url}`,
          facts.join.validUntil === null
            ? `应诉码仅供${you}使用，请勿转交他人。`
            : `应诉码有效期至${chineseDate(facts.join.validUntil)}，仅供${you}使用，请勿转交他人。`,
        ],
      });
    }
    if (facts.contact !== null) page.paragraph(`联系方式：${facts.contact}`);
    if (facts.enclosures.length > 0) {
      page.paragraph(`附：${facts.enclosures.join('；')}。`);
    }
    page.sealed();
  },
};

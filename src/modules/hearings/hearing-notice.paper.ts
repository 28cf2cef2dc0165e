import type { LocalDate } from '../../kernel/local-date';
import { chineseDate } from '../../platform/papers/chinese-dates';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';
import type { PartyRole } from '../../platform/papers/party-block';

/** 开庭通知书 (Rules 38, Law 35): when, where or in which room, who decides, and what staying away means for this party. */
export interface HearingNoticeFacts {
  readonly addressee: { readonly name: string; readonly role: PartyRole; readonly isOrganisation: boolean };
  readonly claimant: string;
  readonly respondents: readonly string[];
  readonly cause: string;
  readonly on: LocalDate;
  /** 星期三 */
  readonly weekday: string;
  /** '09:30' */
  readonly startsAt: string;
  readonly isPublic: boolean;
  readonly venue:
    | {
        readonly kind: 'online';
        /** 第一网上仲裁庭 */
        readonly room: string;
        readonly url: string;
        /** '09:10': from when the waiting room is open */
        readonly opensAt: string;
      }
    | { readonly kind: 'on-site'; readonly room: string; readonly address: string };
  readonly tribunal: readonly { readonly capacity: 'sole' | 'presiding' | 'member'; readonly name: string }[];
  readonly recorder: string;
  /**
   * last day on which postponement can be asked for: three working days before (Rules 38, 80); null when it had passed
   * as the notice was made, the parties having done without the notice period
   */
  readonly postponeUntil: LocalDate | null;
  /** both parties waived the five working days */
  readonly isNoticeWaived: boolean;
  readonly contact: string | null;
}

const CAPACITY = { sole: '仲裁员', presiding: '首席仲裁员', member: '仲裁员' } as const;

const clock = (time: string): string => {
  const [hours, minutes] = time.split(':');
  return `${Number(hours)}时${minutes}分`;
};

function consequence(role: PartyRole, you: string): string {
  const absence = `${you}收到本通知后，无正当理由拒不到庭或者未经仲裁庭同意中途退庭的，依照《劳动人事争议仲裁办案规则》第三十九条的规定，`;
  switch (role) {
    case 'claimant':
      return `${absence}可以按撤回仲裁申请处理；重新申请仲裁的，本委不予受理。`;
    case 'respondent':
      return `${absence}仲裁庭可以继续开庭审理，并缺席裁决。`;
    case 'third-party':
      return `${you}应当按时到庭；无正当理由拒不到庭或者未经仲裁庭同意中途退庭的，不影响仲裁庭对案件的审理和裁决。`;
  }
}

export const hearingNotice: PaperDefinition<HearingNoticeFacts> = {
  kind: 'hearing-notice',
  title: '开庭通知书',
  volume: 'main',

  draw(page: PaperPage, facts: HearingNoticeFacts): void {
    const { venue } = facts;
    const you = facts.addressee.isOrganisation ? '你单位' : '你';
    page.masthead('开庭通知书');
    page.caseNumber();
    page.addressee(facts.addressee.name);
    page.paragraph(
      `申请人${facts.claimant}与被申请人${facts.respondents.join('、')}因${facts.cause}争议一案，仲裁庭决定${facts.isPublic ? '公开' : '不公开'}开庭审理。依照《中华人民共和国劳动争议调解仲裁法》第三十五条、《劳动人事争议仲裁办案规则》第三十八条的规定，现将开庭事项通知如下：`,
    );
    page.fields([
      [['开庭时间', `${chineseDate(facts.on)}（${facts.weekday}）${clock(facts.startsAt)}`]],
      ...(venue.kind === 'online'
        ? ([[['开庭方式', '通过互联网在线开庭']], [['网上仲裁庭', venue.room]]] as const)
        : ([[['开庭方式', '现场开庭']], [['开庭地点', `${venue.room}（${venue.address}）`]]] as const)),
      [
        ['仲裁庭组成', facts.tribunal.map(({ capacity, name }) => `${CAPACITY[capacity]}${name}`).join('、')],
        ['记录人员', facts.recorder],
      ],
    ]);
    if (venue.kind === 'online') {
      page.qrCard({
        url: venue.url,
        alt: `进入网上仲裁庭的二维码：${venue.url}`,
        heading: '扫码进入网上仲裁庭',
        lines: [`网址：${venue.url}`, `开庭当日${clock(venue.opensAt)}起可以进入候庭室。`],
      });
    }
    page.paragraph(consequence(facts.addressee.role, you));
    if (facts.isNoticeWaived) {
      page.paragraph('双方当事人已书面同意不受开庭五日前通知期限的限制。');
    }
    page.paragraph(
      facts.postponeUntil === null
        ? '因双方当事人放弃了提前五日通知，本通知作出时，开庭三日前请求延期的期间已经届满；有正当理由需要延期开庭的，可以在开庭前向本委提出书面请求，是否延期，由本委根据实际情况决定。'
        : `有正当理由需要延期开庭的，应当不迟于${chineseDate(facts.postponeUntil)}向本委提出书面请求；是否延期，由本委根据实际情况决定。`,
    );
    if (venue.kind === 'online') {
      page.heading('在线开庭须知');
      page.numbered([
        `请于开庭当日${clock(venue.opensAt)}起登录上述地址，完成身份核验和设备检测，在候庭室等候。建议至少提前一日测试摄像头、麦克风和网络。`,
        '参加在线庭审应当选择安静、光线适宜、网络良好且相对封闭的场所，出示身份证件；无关人员不得在场。',
        '证据原件、原物应当随身备好，供仲裁庭当庭核对；需要补充的证据材料请在举证期限内上传。',
        '因网络故障、设备损坏、电力中断或者不可抗力掉线的，应当立即重新登录或者电话告知本委，不按拒不到庭或者中途退庭处理。',
        '不具备参与在线庭审的技术条件和能力，或者申请证人出庭接受询问的，请及时告知本委，以便变更开庭方式。',
      ]);
    } else {
      page.heading('出庭须知');
      page.numbered([
        '请携带身份证件、本通知书及证据原件、原物准时到庭；委托代理人出庭的，应当提交授权委托书和身份证明。',
        '到庭后请先向记录人员报到并核对身份。',
      ]);
    }
    page.heading('仲裁庭纪律');
    page.paragraph(
      '保持安静，未经许可不得发言、提问；不得未经准许录音、录像、摄影，不得未经准许以移动通信等方式现场传播庭审活动；不得吸烟；通信工具应当关闭或者静音。违反纪律的，仲裁庭可以依照《劳动人事争议仲裁办案规则》第四十三条予以训诫、责令退出，暂扣器材并责令删除有关内容。',
    );
    if (facts.contact !== null) page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

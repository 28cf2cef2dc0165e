import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate, chineseNumber } from '../../../platform/papers/chinese-dates';
import type { PaperDefinition } from '../../../platform/papers/paper';
import { bare, caseLine, LAW, noticeHead, RULES, type CaseLine } from './wording';

interface NoticeFacts extends CaseLine {
  readonly addressees: readonly string[];
  readonly contact: string;
}

/** 延期审理通知书 (Law 43(1), Rules 45). */
export interface ExtensionNoticeFacts extends NoticeFacts {
  readonly days: number;
  readonly dueOn: LocalDate;
}

export const extensionNotice: PaperDefinition<ExtensionNoticeFacts> = {
  kind: 'extension-notice',
  title: '延期审理通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '延期审理通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，因案情复杂需要延期，依照${LAW}第四十三条第一款、${RULES}第四十五条的规定，经本委主任批准，本案审理期限延长${chineseNumber(facts.days)}日，至${chineseDate(facts.dueOn)}止。`,
    );
    page.paragraph('特此通知。');
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 中止审理通知书 (Rules 47(1)). */
export interface SuspensionNoticeFacts extends NoticeFacts {
  /** item of Rules 47(1), 1 to 7 */
  readonly item: number;
  /** the ground in words */
  readonly ground: string;
  readonly reason: string;
  readonly since: LocalDate;
}

export const suspensionNotice: PaperDefinition<SuspensionNoticeFacts> = {
  kind: 'suspension-notice',
  title: '中止审理通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '中止审理通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，因${bare(facts.ground)}（${bare(facts.reason)}），依照${RULES}第四十七条第一款第（${chineseNumber(facts.item)}）项的规定，经本委主任批准，本案自${chineseDate(facts.since)}起中止审理。`,
    );
    page.paragraph(
      `中止审理期间不计入仲裁期限。中止审理的情形消除后，仲裁庭恢复审理，并书面通知当事人；当事人知悉该情形消除的，请及时告知本委。`,
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 恢复审理通知书 (Rules 47(2)). */
export interface ResumptionNoticeFacts extends NoticeFacts {
  readonly since: LocalDate;
  readonly resumedOn: LocalDate;
  readonly reason: string;
  /** last day for the award, counted without the time it stood still; null where no period runs */
  readonly dueOn: LocalDate | null;
}

export const resumptionNotice: PaperDefinition<ResumptionNoticeFacts> = {
  kind: 'resumption-notice',
  title: '恢复审理通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '恢复审理通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，本委于${chineseDate(facts.since)}中止审理。现中止审理的情形已经消除（${bare(facts.reason)}），依照${RULES}第四十七条第二款的规定，本案自${chineseDate(facts.resumedOn)}起恢复审理。`,
    );
    page.paragraph(
      `依照${RULES}第四十六条的规定，中止审理期间不计入仲裁期限${facts.dueOn === null ? '' : `，本案审理期限至${chineseDate(facts.dueOn)}止`}。`,
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 延期开庭通知书 (Law 35, Rules 38). */
export interface PostponementNoticeFacts extends NoticeFacts {
  /** 申请人陈小兰 */
  readonly asker: string;
  readonly hearingOn: LocalDate;
  readonly reason: string;
}

export const postponementNotice: PaperDefinition<PostponementNoticeFacts> = {
  kind: 'postponement-notice',
  title: '延期开庭通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '延期开庭通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，原定于${chineseDate(facts.hearingOn)}开庭审理。${facts.asker}以${bare(facts.reason)}为由请求延期开庭。依照${LAW}第三十五条、${RULES}第三十八条的规定，本委决定延期开庭，原定开庭取消。`,
    );
    page.paragraph('新的开庭日期、地点，本委另行书面通知。');
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 延长举证期限通知书 (Rules 15). */
export interface EvidenceExtensionNoticeFacts extends NoticeFacts {
  readonly asker: string;
  readonly filedOn: LocalDate;
  readonly until: LocalDate;
}

export const evidenceExtensionNotice: PaperDefinition<EvidenceExtensionNoticeFacts> = {
  kind: 'evidence-extension-notice',
  title: '延长举证期限通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '延长举证期限通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，${facts.asker}于${chineseDate(facts.filedOn)}申请延长举证期限。经审查，依照${RULES}第十五条的规定，本委决定将本案举证期限延长至${chineseDate(facts.until)}。`,
    );
    page.paragraph(
      '当事人应当在上述期限内提供有关证据。逾期提供证据的，应当说明理由；拒不说明理由或者理由不成立的，本委可以根据不同情形不予采纳该证据，或者采纳该证据但予以训诫。',
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 顺延期限通知书 (Rules 19(2), Civil Procedure Law 86). */
export interface OutageExtensionNoticeFacts extends NoticeFacts {
  readonly asker: string;
  readonly filedOn: LocalDate;
  /** 答辩期限 */
  readonly period: string;
  /** the last day that was lost, and when the service came back */
  readonly lostOn: LocalDate;
  readonly endedOn: LocalDate;
  readonly until: LocalDate;
}

export const outageExtensionNotice: PaperDefinition<OutageExtensionNoticeFacts> = {
  kind: 'outage-extension-notice',
  title: '顺延期限通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '顺延期限通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}。${facts.period}于${chineseDate(facts.lostOn)}届满，当日本委在线服务平台发生故障，至${chineseDate(facts.endedOn)}恢复。${facts.asker}于${chineseDate(facts.filedOn)}申请顺延期限。经审查，依照${RULES}第十九条第二款、《中华人民共和国民事诉讼法》第八十六条的规定，本委决定将${facts.period}顺延至${chineseDate(facts.until)}。`,
    );
    page.paragraph('特此通知。');
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 不公开审理通知书 (Law 26, Rules 25). */
export interface PrivateHearingNoticeFacts extends NoticeFacts {
  /** who asked; null where the tribunal decides of itself */
  readonly asker: string | null;
  /** 涉及商业秘密 */
  readonly ground: string;
  /** day of the hearing that is set; null while none is */
  readonly hearingOn: LocalDate | null;
}

export const privateHearingNotice: PaperDefinition<PrivateHearingNoticeFacts> = {
  kind: 'private-hearing-notice',
  title: '不公开审理通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '不公开审理通知书', facts.addressees);
    const asked = facts.asker === null ? '' : `${facts.asker}书面申请不公开审理。`;
    page.paragraph(
      `${caseLine(facts)}，${asked}经审查，本案${facts.ground}，依照${LAW}第二十六条、${RULES}第二十五条的规定，仲裁庭决定不公开审理。`,
    );
    if (facts.hearingOn !== null) {
      page.paragraph(`原定于${chineseDate(facts.hearingOn)}的开庭不公开进行，时间、地点不变。`);
    }
    page.paragraph('当事人和其他仲裁参与人不得公开、传播庭审内容。');
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 不予准许通知书: what a party asked for was refused. */
export interface MotionRefusalFacts extends CaseLine {
  readonly addressee: string;
  /** 延期开庭申请 */
  readonly asked: string;
  readonly filedOn: LocalDate;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly contact: string;
}

export const motionRefusal: PaperDefinition<MotionRefusalFacts> = {
  kind: 'motion-refusal',
  title: '不予准许通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '不予准许通知书', [facts.addressee]);
    page.paragraph(
      `${caseLine(facts)}，本委于${chineseDate(facts.filedOn)}收到你方的${facts.asked}。经审查：${bare(facts.reason)}。依照${facts.basis.join('、')}的规定，本委对上述申请不予准许。`,
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

import { chineseInstant } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 收件回执, owed for everything a party hands in (Rules 29). */
export interface ReceiptFacts {
  /** number of the receipt itself: the case may have none yet */
  readonly number: string | null;
  readonly submitter: { readonly name: string; readonly isOrganisation: boolean };
  /** 提起与某某公司劳动争议仲裁申请; 提交答辩书及证据 */
  readonly purpose: string;
  readonly materials: readonly {
    readonly name: string;
    readonly copies: number;
    readonly pages: number | null;
    readonly form: 'original' | 'copy' | 'electronic';
  }[];
  /** ISO instant */
  readonly receivedAt: string;
  readonly channel: 'online' | 'window' | 'mail';
  /** the clerk, or null when the system took it in */
  readonly receiver: string | null;
  /** the way into the case for who applied at the counter */
  readonly join?: { readonly code: string; readonly url: string };
  /** what happens next and when, a sentence each: data, because the clocks are computed elsewhere */
  readonly next: readonly string[];
}

const FORMS = { original: '原件', copy: '复印件', electronic: '电子材料' } as const;
const CHANNELS = { online: '在线提交', window: '窗口当面提交', mail: '邮寄' } as const;

export const receipt: PaperDefinition<ReceiptFacts> = {
  kind: 'receipt',
  title: '收件回执',
  volume: 'main',

  draw(page: PaperPage, facts: ReceiptFacts): void {
    page.useScale('form');
    page.masthead('收件回执');
    if (facts.number !== null) page.reference(`回执编号：${facts.number}`);
    page.caseNumber();
    page.addressee(facts.submitter.name);
    page.paragraph(
      `${facts.submitter.isOrganisation ? '你单位' : '你'}${facts.purpose}，本委已于${chineseInstant(facts.receivedAt)}收到下列材料：`,
    );
    page.table({
      widths: [0.1, 0.5, 0.12, 0.12, 0.16],
      aligns: ['center', 'left', 'center', 'center', 'center'],
      head: ['序号', '材料名称', '份数', '页数', '形式'],
      rows: facts.materials.map((material, i) => [
        `${i + 1}`,
        material.name,
        `${material.copies}`,
        material.pages === null ? '—' : `${material.pages}`,
        FORMS[material.form],
      ]),
    });
    const receiver = facts.receiver === null ? '由云仲裁平台自动收件' : `收件人：${facts.receiver}`;
    page.paragraph(
      `以上材料共${facts.materials.length}项，提交方式为${CHANNELS[facts.channel]}，${receiver}。`,
    );
    page.paragraphs(facts.next);
    if (facts.join) {
      page.paragraph(
        `你可以用自己的手机登录云仲裁平台，凭加入码 ${facts.join.code} 接管本件，在线查阅文书、补充证据（${facts.join.url}）；不使用手机的，本委按你确认的送达地址送达。此码请勿告诉他人。`,
      );
    }
    page.paragraph(
      '本回执依据《劳动人事争议仲裁办案规则》第二十九条出具，仅表明本委收到上述材料，不代表仲裁申请已被受理或者证据已被采信。请妥善保存。',
    );
    page.sealed();
  },
};

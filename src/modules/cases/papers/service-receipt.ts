import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate, chineseInstant } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import { ROLE_NAMES, type PartyRole } from '../../../platform/papers/party-block';

/** 送达回证 (Rules 20), or for electronic service the 电子送达凭证 that stands in for it. */
export interface ServiceReceiptFacts {
  readonly number: string | null;
  readonly recipient: { readonly role: PartyRole; readonly name: string };
  readonly papers: readonly {
    readonly title: string;
    readonly number: string | null;
    readonly sha256: string | null;
  }[];
  readonly service: ElectronicService | PhysicalService;
  /** the day service takes effect, as computed; null while it is not proved */
  readonly servedOn: LocalDate | null;
  readonly remarks: readonly string[];
}

export interface ElectronicService {
  readonly kind: 'electronic';
  /** 云仲裁平台账户; 电子邮件; 短信 */
  readonly channel: string;
  readonly address: string;
  /** 受送达人于申请书中同意电子送达 */
  readonly consent: string;
  /** ISO instants; null while it has not happened */
  readonly sentAt: string;
  readonly arrivedAt: string | null;
  readonly readAt: string | null;
  /** confirmed by the recipient on line */
  readonly confirmedAt: string | null;
}

export interface PhysicalService {
  readonly kind: 'physical';
  readonly method: 'direct' | 'mail' | 'left' | 'posted' | 'proxy' | 'notice';
  readonly place: string;
  /** 劳动人事仲裁专递 */
  readonly waybill: string | null;
  readonly at: string | null;
  readonly receivedBy: {
    readonly name: string;
    readonly relation: string | null;
    readonly image: string | null;
  } | null;
  readonly refusal: string | null;
  readonly witnesses: readonly string[];
  readonly servers: readonly string[];
}

const METHODS: Readonly<Record<PhysicalService['method'], string>> = {
  direct: '直接送达',
  mail: '邮寄送达',
  left: '留置送达',
  posted: '张贴送达',
  proxy: '委托（转交）送达',
  notice: '公告送达',
};

const time = (instant: string | null, missing: string): string =>
  instant === null ? missing : chineseInstant(instant);

export const serviceReceipt: PaperDefinition<ServiceReceiptFacts> = {
  kind: 'service-receipt',
  title: '送达回证',
  volume: 'main',

  draw(page: PaperPage, facts: ServiceReceiptFacts): void {
    const { service } = facts;
    page.useScale(service.kind === 'electronic' ? 'record' : 'form');
    page.masthead(service.kind === 'electronic' ? '电子送达凭证' : '送达回证');
    const numbers = [page.context.caseNumber, facts.number === null ? null : `编号：${facts.number}`];
    const reference = numbers.filter((number) => number !== null).join('　');
    if (reference !== '') page.reference(reference);
    const recipient = [
      ['受送达人', `${facts.recipient.name}（${ROLE_NAMES[facts.recipient.role]}）`],
    ] as const;
    page.table({
      widths: [0.1, 0.45, 0.45],
      aligns: ['center', 'left', 'left'],
      head: ['序号', '送达文书', '文书编号'],
      rows: facts.papers.flatMap(({ title, number, sha256 }, i) => [
        [`${i + 1}`, title, number ?? '—'],
        ...(sha256 === null ? [] : [['', { text: `文件指纹（SHA-256）：${sha256}`, span: 2 }]]),
      ]),
    });
    if (service.kind === 'electronic') {
      page.fields([
        recipient,
        [['送达方式', `电子送达：${service.channel}`]],
        [['送达地址', service.address]],
        [['同意依据', service.consent]],
        [
          ['发送时间', chineseInstant(service.sentAt)],
          ['到达时间', time(service.arrivedAt, '尚未到达')],
        ],
        [
          ['查阅时间', time(service.readAt, '尚无查阅记录')],
          ['在线签收', time(service.confirmedAt, '—')],
        ],
        [['送达日期', facts.servedOn === null ? '尚未送达' : chineseDate(facts.servedOn)]],
      ]);
    } else {
      page.fields([
        recipient,
        [['送达方式', METHODS[service.method]]],
        [['送达地点', service.place]],
        ...(service.waybill === null ? [] : [[['专递单号', service.waybill]] as const]),
        [['送达时间', time(service.at, '　　年　　月　　日　　时　　分')]],
        [['送达日期', facts.servedOn === null ? '　　年　　月　　日' : chineseDate(facts.servedOn)]],
        [
          ['送达人', service.servers.join('、')],
          ['见证人', service.witnesses.length === 0 ? '—' : service.witnesses.join('、')],
        ],
        ...(service.refusal === null ? [] : [[['拒收事由', service.refusal]] as const]),
      ]);
    }
    for (const remark of facts.remarks) page.paragraph(`备注：${remark}`);
    if (service.kind === 'electronic') {
      page.note(
        '本凭证由送达平台根据发送、到达和查阅记录生成，依照《劳动人事争议仲裁办案规则》第二十条附卷。',
      );
      page.sealed();
    } else {
      page.note(
        '受送达人应当在本回证上记明收到日期，并签名或者盖章；签收日期为送达日期。由他人代收的，应当注明代收人与受送达人的关系。',
      );
      const receivedBy = service.receivedBy;
      page.paragraph(
        receivedBy === null
          ? '受送达人（代收人）签名或盖章：　　　　　　　　　　　　'
          : `签收人：${receivedBy.name}${receivedBy.relation === null ? '' : `（与受送达人关系：${receivedBy.relation}）`}`,
        { spaceAbove: 12 },
      );
      page.sealed();
    }
  },
};

import type { LocalDate } from '../../../kernel/local-date';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { PartyFacts } from '../../../platform/papers/party-block';
import { caseLine, type CaseLine } from './wording';

/** What a party handed in, as a paper of the main volume (Rules 22: 撤回仲裁申请书 …). */
export interface RequestFacts extends CaseLine {
  readonly commission: string;
  readonly party: PartyFacts;
  /** what is asked for, in one sentence */
  readonly asked: string;
  /** label and text */
  readonly rows: readonly (readonly [string, string])[];
  readonly reason: string | null;
  readonly signedBy: string;
  readonly signedOn: LocalDate;
}

function request(kind: string, title: string): PaperDefinition<RequestFacts> {
  return {
    kind,
    title,
    volume: 'main',

    draw(page, facts) {
      page.title(title);
      page.caseNumber();
      page.parties([facts.party]);
      page.heading('申请事项');
      page.paragraph(`${caseLine(facts)}，${facts.asked}。`);
      if (facts.rows.length > 0) page.fields(facts.rows.map((pair) => [pair]));
      if (facts.reason !== null) {
        page.heading('理由');
        page.paragraph(facts.reason);
      }
      page.paragraph('此致', { spaceAbove: 6 });
      page.paragraph(facts.commission, { indent: 0 });
      page.partySignature([{ label: '提出人', name: facts.signedBy }], facts.signedOn);
    },
  };
}

/** One for each kind of motion that a party may file. */
export const REQUESTS = {
  withdrawal: request('withdrawal-request', '撤回仲裁申请书'),
  suspension: request('suspension-request', '中止审理申请书'),
  resumption: request('resumption-request', '恢复审理申请书'),
  postponement: request('postponement-request', '延期开庭申请书'),
  'evidence-extension': request('evidence-extension-request', '延长举证期限申请书'),
  'outage-extension': request('outage-extension-request', '顺延期限申请书'),
  termination: request('termination-request', '终止审理申请书'),
  'private-hearing': request('private-hearing-request', '不公开审理申请书'),
  'jurisdiction-objection': request('jurisdiction-objection-request', '管辖异议申请书'),
  recusal: request('recusal-request', '回避申请书'),
  'claims-change': request('claims-change-request', '增加、变更仲裁请求申请书'),
  'claims-waiver': request('claims-waiver-request', '放弃部分仲裁请求申请书'),
  'award-correction': request('award-correction-request', '裁决书补正申请书'),
} as const;

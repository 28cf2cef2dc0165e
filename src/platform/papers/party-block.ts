import type { LocalDate } from '../../kernel/local-date';
import { chineseDate, chineseNumber } from './chinese-dates';
import { hei, plain, type Inline } from './inline';

/** Parties as papers print them (Rules 29: what an application must say of each). */
export type PartyRole = 'claimant' | 'respondent' | 'third-party';

export type DocumentKind = 'resident-id' | 'hk-macau-permit' | 'hk-macau-residence' | 'passport';

export interface PersonFacts {
  readonly kind: 'person';
  readonly role: PartyRole;
  readonly name: string;
  readonly sex: 'female' | 'male' | null;
  readonly birthDate: LocalDate | null;
  readonly document: { readonly kind: DocumentKind; readonly number: string } | null;
  readonly address: string | null;
  readonly agents: readonly AgentFacts[];
}

export interface OrganisationFacts {
  readonly kind: 'organisation';
  readonly role: PartyRole;
  readonly name: string;
  /** 统一社会信用代码 */
  readonly uscc: string | null;
  readonly address: string | null;
  readonly head: {
    readonly kind: 'legal-representative' | 'person-in-charge';
    readonly name: string;
    readonly post: string | null;
  } | null;
  readonly agents: readonly AgentFacts[];
}

export interface AgentFacts {
  readonly name: string;
  /** 广东南沙律师事务所律师; 该公司人事经理 */
  readonly description: string | null;
}

export type PartyFacts = PersonFacts | OrganisationFacts;

export const ROLE_NAMES: Readonly<Record<PartyRole, string>> = {
  claimant: '申请人',
  respondent: '被申请人',
  'third-party': '第三人',
};

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '居民身份证',
  'hk-macau-permit': '港澳居民来往内地通行证',
  'hk-macau-residence': '港澳居民居住证',
  passport: '护照',
};

const DOCUMENT_CLAUSES: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '公民身份号码',
  'hk-macau-permit': '港澳居民来往内地通行证号码',
  'hk-macau-residence': '港澳居民居住证号码',
  passport: '护照号码',
};

export const SEX_NAMES = { female: '女', male: '男' } as const;

export const HEAD_NAMES = { 'legal-representative': '法定代表人', 'person-in-charge': '主要负责人' } as const;

function identity(party: PartyFacts): string {
  if (party.kind === 'person') {
    return [
      party.sex === null ? null : SEX_NAMES[party.sex],
      party.birthDate === null ? null : `${chineseDate(party.birthDate)}出生`,
      party.document === null ? null : `${DOCUMENT_CLAUSES[party.document.kind]}${party.document.number}`,
      party.address === null ? null : `住址：${party.address}`,
    ]
      .filter((clause) => clause !== null)
      .map((clause) => `，${clause}`)
      .join('');
  }
  return [
    party.address === null ? null : `住所：${party.address}`,
    party.uscc === null ? null : `统一社会信用代码：${party.uscc}`,
  ]
    .filter((clause) => clause !== null)
    .map((clause) => `，${clause}`)
    .join('');
}

/** The head of an award or decision: each party, its head and its agents, a paragraph each. */
export function partyParagraphs(parties: readonly PartyFacts[]): Inline[] {
  const total = new Map<PartyRole, number>();
  for (const { role } of parties) total.set(role, (total.get(role) ?? 0) + 1);
  const seen = new Map<PartyRole, number>();
  return parties.flatMap((party) => {
    const nth = (seen.get(party.role) ?? 0) + 1;
    seen.set(party.role, nth);
    const ordinal = (total.get(party.role) ?? 0) > 1 ? chineseNumber(nth) : '';
    const paragraphs: Inline[] = [
      [hei(`${ROLE_NAMES[party.role]}${ordinal}`), plain(`：${party.name}${identity(party)}。`)],
    ];
    if (party.kind === 'organisation' && party.head !== null) {
      const post = party.head.post === null ? '' : `，${party.head.post}`;
      paragraphs.push(`${HEAD_NAMES[party.head.kind]}：${party.head.name}${post}。`);
    }
    for (const agent of party.agents) {
      paragraphs.push(
        `委托代理人：${agent.name}${agent.description === null ? '' : `，${agent.description}`}。`,
      );
    }
    return paragraphs;
  });
}

import type { LocalDate } from '../../kernel/local-date';
import { article, type Article } from '../../law/articles';
import { awardRights, type Remedy } from '../../law/award-rights';
import type { ClaimHead } from '../../law/claims/claim';
import type { StatedMediation } from '../../law/settlement';
import { yuan } from '../../platform/papers/amounts';
import { chineseDate, chineseNumber } from '../../platform/papers/chinese-dates';
import type { ClaimFacts } from '../../platform/papers/claims';
import type { PartyFacts } from '../../platform/papers/party-block';
import { documentNumber, type SubmittedAnswer } from '../cases';
import { citedTogether } from './award-basis';
import { type DraftContent, type MadeDecision, type PlannedDocument } from './award-decisions';
import type { AwardFacts, AwardItem, AwardRights } from './award.paper';

/** Pure: what an award document prints, from what the case holds and the tribunal has decided. */

export interface AwardClaim {
  readonly id: string;
  readonly ordinal: number;
  readonly head: ClaimHead;
  readonly paper: ClaimFacts;
  /** What is paid on it, as a dispositive item words it: 工资, where the claim is called 拖欠工资. */
  readonly paid: string;
  /** What the claim rests on, as the calculator found it; empty where it could not compute. */
  readonly basis: readonly Article[];
}

export interface AwardParty {
  readonly id: string;
  readonly role: 'claimant' | 'respondent';
  readonly kind: 'person' | 'company';
  readonly name: string;
  /** Who came for it, hearing by hearing; whoever acts for it today may have been at none. */
  readonly attended: readonly {
    readonly personName: string;
    readonly appearance: 'in-person' | 'legal-representative' | 'agent';
  }[];
  readonly paper: PartyFacts;
}

/** Everything that all documents of an award have in common. */
export interface AwardCase {
  readonly number: string;
  readonly cause: string;
  readonly acceptedOn: LocalDate;
  readonly decidedOn: LocalDate;
  readonly parties: readonly AwardParty[];
  /** All of them; those settled are not decided. */
  readonly claims: readonly AwardClaim[];
  readonly settled: readonly {
    readonly number: string;
    readonly statedOn: LocalDate;
    readonly claimIds: readonly string[];
  }[];
  /** What came of mediation (Law 42(1)); what was offered in it is nowhere. */
  readonly mediation: StatedMediation | null;
  readonly statement: string;
  readonly answers: readonly SubmittedAnswer[];
  /** Last day to answer, by respondent; none where the period has not begun. */
  readonly answersDue: ReadonlyMap<string, LocalDate>;
  /** Names of what each party handed in. */
  readonly evidence: readonly {
    readonly role: AwardParty['role'];
    readonly party: string;
    readonly names: readonly string[];
  }[];
  readonly hearings: readonly {
    readonly on: LocalDate;
    readonly mode: AwardFacts['procedure']['hearings'][number]['mode'];
    readonly isPublic: boolean;
    /** Respondents heard over in it: notified in writing and in time, and stated to have stayed away (Rules 39). */
    readonly absentPartyIds: readonly string[];
  }[];
  readonly draft: DraftContent;
  readonly decisions: readonly MadeDecision[];
  readonly documents: readonly PlannedDocument[];
  readonly courts: { readonly intermediate: string };
  readonly arbitrator: string;
  /** What the arbitrator drew, PNG in base64; null when only the name was typed. */
  readonly signature: string | null;
  readonly recorder: string;
}

const ROLES = { claimant: '申请人', respondent: '被申请人' } as const;

export function awardFacts(award: AwardCase, planned: PlannedDocument): AwardFacts {
  const { document } = planned;
  const companion = award.documents.find((each) => each !== planned);
  const decided = decidedIn(award, planned);
  const isSplit = award.documents.length > 1;
  const dismissal = isSplit ? splitDismissal(decided) : null;
  const granted = decided.flatMap((each) => dispositive(award, each));
  const isDismissedWhole = !isSplit && granted.length === 0;
  return {
    finality: document.kind,
    companion: companion ? documentNumber(award.number, companion.part) : null,
    parties: award.parties.map((party) => party.paper),
    cause: award.cause,
    procedure: procedure(award),
    claims: award.claims.map((claim) => claim.paper),
    claimantCase: paragraphs(award.statement),
    answer: answerFacts(award, planned),
    evidence: evidenceParagraphs(award),
    findings: paragraphs(award.draft.facts),
    reasons: reasons(award, decided),
    basis: basis(award, planned, decided),
    items: [
      ...granted,
      ...(dismissal ? [dismissal] : []),
      ...(isDismissedWhole ? [order('驳回申请人的全部仲裁请求')] : []),
    ],
    dismissesOtherClaims:
      !isSplit && granted.length > 0 && decided.some(({ decision }) => decision.result !== 'granted'),
    rights: rights(award, document),
    tribunal: [{ capacity: 'sole', name: award.arbitrator, signature: award.signature }],
    recorder: award.recorder,
    decidedOn: award.decidedOn,
  };
}

interface Decided {
  readonly claim: AwardClaim;
  readonly decision: MadeDecision;
}

function decidedIn({ claims, decisions }: AwardCase, { document }: PlannedDocument): Decided[] {
  return claims.flatMap((claim) => {
    const decision = decisions.find((each) => each.claimId === claim.id);
    return decision && document.itemIds.includes(claim.id) ? [{ claim, decision }] : [];
  });
}

/** What the respondents have to pay or do on a claim; nothing where it is refused. */
function dispositive({ parties }: AwardCase, { claim, decision }: Decided): AwardItem[] {
  if (decision.result === 'refused') return [];
  const respondents = parties.filter((party) => party.role === 'respondent');
  const claimants = parties.filter((party) => party.role === 'claimant');
  const payers = respondents
    .filter((party) => decision.payerIds.includes(party.id))
    .map((party) => party.name);
  const payee = claimants.map((party) => party.name).join('、');
  if (decision.amount === null) {
    const days = decision.performanceDays;
    return [order(decision.order ?? usualOrder(claim, { payee, payers: payers.join('、'), days }))];
  }
  return [
    {
      kind: 'payment',
      payers,
      liability: decision.liability,
      payee,
      what: claim.paid,
      from: claim.paper.from,
      to: claim.paper.to,
      amount: decision.amount,
      within: { days: decision.performanceDays, from: 'effect' },
    },
  ];
}

/** The words of an order that is no payment. */
function usualOrder(
  { head, paper }: AwardClaim,
  { payee, payers, days }: { payee: string; payers: string; days: number },
): string {
  const within = `自本裁决书发生法律效力之日起${chineseNumber(days)}日内，被申请人${payers}`;
  switch (head) {
    case 'relation-confirmation':
      return (paper.text ?? '确认申请人与被申请人存在劳动关系')
        .replace('被申请人', `被申请人${payers}`)
        .replace('申请人', `申请人${payee}`);
    case 'reinstatement':
      return `被申请人${payers}继续履行与申请人${payee}的劳动合同`;
    default:
      return `${within}${(paper.text ?? paper.what).replace('申请人', `申请人${payee}`)}`;
  }
}

const order = (text: string): AwardItem => ({ kind: 'order', text });

/**
 * Of two documents neither may dismiss "the other claims": the other one may have granted them. So each names what it
 * dismisses.
 */
function splitDismissal(decided: readonly Decided[]): AwardItem | null {
  const named = (result: MadeDecision['result']): string =>
    decided
      .filter(({ decision }) => decision.result === result)
      .map(({ claim }) => `第${claim.ordinal}项（${claim.paper.what}）`)
      .join('、');
  const [refused, partly] = [named('refused'), named('partly')];
  const parts = [
    ...(refused === '' ? [] : [`${refused}仲裁请求`]),
    ...(partly === '' ? [] : [`${partly}的其余仲裁请求`]),
  ];
  return parts.length === 0 ? null : order(`驳回申请人的${parts.join('及')}`);
}

/** Of an absent respondent the award says what was stated of this one; that another was notified says nothing of it. */
function procedure(award: AwardCase): AwardFacts['procedure'] {
  const { parties, acceptedOn, hearings } = award;
  const respondents = parties.filter((party) => party.role === 'respondent');
  const wasHeardOver = ({ id }: AwardParty): boolean =>
    hearings.some(({ absentPartyIds }) => absentPartyIds.includes(id));
  const hasAttended = ({ attended }: AwardParty): boolean => attended.length > 0;
  const absent = respondents.filter((party) => !hasAttended(party));
  return {
    acceptedOn,
    composition: 'sole',
    hearings: hearings.map(({ on, mode, isPublic }) => ({ on, mode, isPublic })),
    attended: parties.flatMap(whoCame),
    absent: absent.filter(wasHeardOver).map(({ role, name }) => ({ role, name, hasLeft: false })),
    remarks: [
      ...absent
        .filter((party) => !wasHeardOver(party))
        .map(({ role, name }) => `${ROLES[role]}${name}未到庭。`),
      // Came once and stayed away another time.
      ...respondents
        .filter(hasAttended)
        .flatMap(({ id, role, name }) =>
          hearings
            .filter(({ absentPartyIds }) => absentPartyIds.includes(id))
            .map(
              ({ on }) =>
                `${ROLES[role]}${name}经本委书面通知，无正当理由未参加${chineseDate(on)}的庭审，该次庭审依法缺席进行。`,
            ),
        ),
      ...settling(award),
    ],
  };
}

const MEDIATION: Readonly<Record<StatedMediation, string>> = {
  failed: '本委依法进行了调解，双方未能达成协议。',
  unwilling: '本委依法组织调解，因当事人不同意调解，调解未成。',
  impossible: '因有当事人未到庭，本委无法进行调解。',
};

/** What is settled is not decided (Rules 73); and that mediation came first (Law 42(1)). */
function settling({ claims, settled, mediation }: AwardCase): string[] {
  const parts = settled.map(({ number, statedOn, claimIds }) => {
    const named = claims
      .filter(({ id }) => claimIds.includes(id))
      .map(({ ordinal, paper }) => `第${ordinal}项（${paper.what}）`)
      .join('、');
    return `双方就${named}仲裁请求达成调解协议，本委于${chineseDate(statedOn)}先行出具${number}仲裁调解书，该调解书已经发生法律效力，本裁决不再处理上述请求。`;
  });
  const rest = settled.length > 0 ? '就其余仲裁请求，' : '';
  return [...parts, ...(mediation === null ? [] : [`${rest}${MEDIATION[mediation]}`])];
}

const APPEARANCES = { 'legal-representative': '法定代表人', agent: '委托代理人' } as const;

/** 申请人陈小兰; 被申请人某公司的委托代理人李明. Each of them once, however many hearings there were. */
function whoCame({ role, name, attended }: AwardParty): string[] {
  const named = attended.map(({ personName, appearance }) =>
    appearance === 'in-person'
      ? `${ROLES[role]}${personName}`
      : `${ROLES[role]}${name}的${APPEARANCES[appearance]}${personName}`,
  );
  return [...new Set(named)];
}

const STANCES = { admitted: '予以承认', denied: '不予承认' } as const;

function answerFacts(award: AwardCase, { document }: PlannedDocument): AwardFacts['answer'] {
  const { answers, parties, claims } = award;
  const respondents = parties.filter((party) => party.role === 'respondent');
  const filed = respondents.flatMap((party) => {
    const answer = answers.find((each) => each.partyId === party.id);
    return answer ? [{ party, data: answer.data }] : [];
  });
  const isShared = respondents.length > 1;
  const isHere = (claimId: string): boolean => document.itemIds.includes(claimId);
  const told = filed.flatMap(({ party, data }) => {
    const positions = claims.flatMap((claim) => {
      if (award.settled.some(({ claimIds }) => claimIds.includes(claim.id))) return [];
      const position = data.positions.find((each) => each.claimId === claim.id);
      if (!position) return [];
      const part = claim.paper.amount === null ? '部分承认' : `承认其中${yuan(position.admitted ?? 0)}`;
      const stance = position.stance === 'partly' ? part : STANCES[position.stance];
      const why = position.reasons.trim();
      return [
        `对第${claim.ordinal}项仲裁请求（${claim.paper.what}）${stance}${why === '' ? '' : `，理由是：${ended(why)}`}`,
      ];
    });
    // The other document tells what concerns its claims alone.
    const grounds = pleaded(data).some(isHere) ? (data.limitationGrounds?.trim() ?? '') : '';
    const own = [
      ...paragraphs(data.statement),
      ...(positions.length > 0 ? [`${positions.map((each) => each.replace(/。$/, '')).join('；')}。`] : []),
      ...(grounds === '' ? [] : [`关于仲裁时效：${ended(grounds)}`]),
    ];
    return isShared ? own.map((text, i) => (i === 0 ? `（${party.name}）${text}` : text)) : own;
  });
  const name = (party: AwardParty): string => `被申请人${isShared ? party.name : ''}`;
  return {
    paragraphs: told,
    limitation: filed.flatMap(({ party, data }) => {
      const here = pleaded(data).filter(isHere);
      const named = claims
        .filter(({ id }) => here.includes(id))
        .map(({ ordinal, paper }) => `第${ordinal}项（${paper.what}）`);
      if (named.length > 0)
        return [`被申请人${party.name}对${named.join('、')}仲裁请求明确提出仲裁时效抗辩。`];
      return pleaded(data).length === 0 ? [`${name(party)}未提出仲裁时效抗辩。`] : [];
    }),
    silent: respondents
      .filter((party) => !filed.some((each) => each.party === party))
      .map(
        (party) => `${name(party)}${hadTime(award, party) ? '在法定期限内' : '截至裁决之日'}未提交答辩书。`,
      ),
  };
}

/** Ids of the claims against which limitation is pleaded. */
function pleaded({ positions }: SubmittedAnswer['data']): string[] {
  return positions.filter(({ pleadsLimitation }) => pleadsLimitation).map(({ claimId }) => claimId);
}

/** Whether the period for the answer (Rules 33) was over when the award was made. */
function hadTime({ answersDue, decidedOn }: AwardCase, { id }: AwardParty): boolean {
  const dueOn = answersDue.get(id);
  return dueOn !== undefined && dueOn < decidedOn;
}

/** As the tribunal wrote it; otherwise what each party handed in. */
function evidenceParagraphs({ draft, evidence, parties }: AwardCase): string[] {
  const written = paragraphs(draft.evidence);
  if (written.length > 0) return written;
  return evidence
    .filter(({ names }) => names.length > 0)
    .map(({ role, party, names }) => {
      const isAlone = parties.filter((each) => each.role === role).length === 1;
      return `${ROLES[role]}${isAlone ? '' : party}为证明其主张，向本委提交了${names.join('、')}。`;
    });
}

function reasons({ draft, claims }: AwardCase, decided: readonly Decided[]): AwardFacts['reasons'] {
  const general = paragraphs(draft.reasons);
  const isRepeated = (what: string): boolean =>
    claims.filter((claim) => claim.paper.what === what).length > 1;
  return [
    ...(general.length > 0 ? [{ issue: null, paragraphs: general }] : []),
    ...decided.map(({ claim, decision }) => ({
      issue: `关于${claim.paper.what}${isRepeated(claim.paper.what) ? `（第${claim.ordinal}项仲裁请求）` : ''}`,
      paragraphs: paragraphs(decision.reasons),
    })),
  ];
}

/** What the decided claims rest on, the rules on absence and finality, and what the tribunal adds. */
function basis(award: AwardCase, { document }: PlannedDocument, decided: readonly Decided[]): string[] {
  const allowed = decided.filter(({ decision }) => decision.result !== 'refused');
  const isInAbsence = award.hearings.some(({ absentPartyIds }) => absentPartyIds.length > 0);
  const articles: Article[] = [
    ...(allowed.length > 0 ? allowed : decided).flatMap(({ claim }) => claim.basis),
    ...(isInAbsence ? [article('law', 36, 2), article('rules', 39)] : []),
    document.kind === 'final' ? article('law', 47) : article('law', 50),
    article('rules', 50),
  ];
  return [
    ...citedTogether(articles),
    ...(award.draft.basis ?? []).map((text) => text.trim()).filter(Boolean),
  ];
}

function rights({ courts }: AwardCase, document: PlannedDocument['document']): AwardRights {
  const remedies = awardRights(document, courts).value;
  const daysOf = (remedy: Remedy['remedy']): number | undefined =>
    remedies.find((each) => each.remedy === remedy)?.days;
  const suitDays = daysOf('sue');
  return document.kind === 'final'
    ? {
        kind: document.kind,
        setAsideCourt: courts.intermediate,
        suitDays,
        setAsideDays: daysOf('apply-to-set-aside'),
      }
    : { kind: document.kind, suitDays };
}

function paragraphs(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function ended(text: string): string {
  const line = text
    .split('\n')
    .map((each) => each.trim())
    .join('');
  return /[。！？]$/.test(line) ? line : `${line}。`;
}

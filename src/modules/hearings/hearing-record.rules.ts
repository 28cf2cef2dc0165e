import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error';
import { article, citation } from '../../law/articles';
import type { HearingMode, HearingRole, RecordStage, RecordState, Speaker } from './conferencing/protocol';

/** What stands above the entries: as the hearing was, fixed when the record is put before the parties. */
export interface RecordHeading {
  commission: string;
  caseNumber: string;
  cause: string;
  openedAt: Date;
  closedAt: Date | null;
  place: string;
  mode: HearingMode;
  arbitrators: readonly string[];
  recorder: string;
  claimants: readonly string[];
  respondents: readonly string[];
}

export interface RecordEntry {
  ordinal: number;
  stage: RecordStage;
  speaker: Speaker;
  speakerName: string | null;
  text: string;
}

export interface Signatory {
  seatId: string;
  role: HearingRole;
  name: string;
}

export interface Signature extends Signatory {
  state: 'awaited' | 'signed' | 'refused' | 'left';
}

export const STAGE_TITLES: Record<RecordStage, string> = {
  opening: '宣布开庭',
  statement: '申请人陈述',
  answer: '被申请人答辩',
  investigation: '庭审调查',
  evidence: '举证质证',
  debate: '辩论',
  'final-statement': '最后意见',
  mediation: '调解',
  closing: '庭审结束',
};

export const SPEAKER_TITLES: Record<Speaker, string> = {
  arbitrator: '仲裁员',
  recorder: '书记员',
  claimant: '申请人',
  respondent: '被申请人',
  note: '记明',
};

const MODE_TITLES: Record<HearingMode, string> = {
  online: '在线庭审',
  'on-site': '现场庭审',
  mixed: '现场与在线相结合',
};

const MINUTE_IN_ZONE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年12月1日09:30 */
export function minuteInChinese(instant: Date): string {
  const part = Object.fromEntries(
    MINUTE_IN_ZONE.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return `${part.year}年${part.month}月${part.day}日${part.hour}:${part.minute}`;
}

/** Typed text as it is kept: one form for each character, no control characters but line breaks, no blank ends. */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  );
}

/**
 * The record as it is read, signed and hashed: one text, the same for everybody, always in the language of the
 * proceedings. Every mark counts, and nothing that is not in it has been signed.
 */
export function recordText(heading: RecordHeading, entries: readonly RecordEntry[]): string {
  const lines = [
    heading.commission,
    '庭审笔录',
    `案号：${heading.caseNumber}`,
    `案由：${heading.cause}`,
    `时间：${minuteInChinese(heading.openedAt)}${heading.closedAt ? ` 至 ${minuteInChinese(heading.closedAt)}` : ''}`,
    `地点：${heading.place}（${MODE_TITLES[heading.mode]}）`,
    `仲裁员：${heading.arbitrators.join('、')}`,
    `书记员：${heading.recorder}`,
    `申请人：${heading.claimants.join('、')}`,
    `被申请人：${heading.respondents.join('、')}`,
  ];
  let stage: RecordStage | null = null;
  for (const entry of [...entries].sort((a, b) => a.ordinal - b.ordinal)) {
    if (entry.stage !== stage) {
      stage = entry.stage;
      lines.push('', `【${STAGE_TITLES[stage]}】`);
    }
    const name = entry.speakerName ? `（${entry.speakerName}）` : '';
    lines.push(`${entry.ordinal}．${SPEAKER_TITLES[entry.speaker]}${name}：${entry.text}`);
  }
  return `${lines.join('\n')}\n`;
}

export function recordHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const CORRECTION = [citation(article('law', 40), 'zh-CN'), citation(article('rules', 42), 'zh-CN')];

/** Sentences are put together: what somebody typed brings no full stop of its own. */
const unended = (text: string): string => text.replace(/[。．.；;\s]+$/, '');

/**
 * What the record itself says about a request for correction: a refused one is kept word for word, because the
 * article demands that the request be recorded; a granted one keeps what stood there before.
 */
export function correctionNote(correction: {
  role: HearingRole;
  name: string;
  ordinal: number;
  originalText: string;
  proposedText: string;
  reason: string;
  isGranted: boolean;
  /** May be left out where the correction is granted. */
  decisionReason: string | null;
}): string {
  const { ordinal, originalText, proposedText, isGranted, decisionReason } = correction;
  const reason = unended(correction.reason);
  const because = decisionReason === null ? '仲裁庭' : `仲裁庭认为${unended(decisionReason)}，`;
  const who = `${SPEAKER_TITLES[correction.role]}（${correction.name}）`;
  const request = `${who}申请补正第${ordinal}项记录，补正内容为“${proposedText}”，理由：${reason}。`;
  return isGranted
    ? `${request}${because}准许补正。该项原记录为“${originalText}”，经${who}申请补正。`
    : `${request}${because}不予补正。`;
}

/** A correction can be asked of words that were recorded, not of the tribunal's own notes on corrections. */
export function requireCorrectable(entry: RecordEntry | undefined): asserts entry is RecordEntry {
  if (!entry) throw new DomainError('not-found', 'hearing-record.no-entry');
  if (entry.speaker === 'note')
    throw new DomainError('conflict', 'hearing-record.note-stands', { basis: CORRECTION });
}

/** Who spoke, by the side or, where several sit on it, by name. */
export interface SpeakingParty {
  id: string;
  role: HearingRole;
  name: string;
}

/**
 * Whose words an entry keeps. One party alone on its side needs no naming; of several the recorder says which, because
 * the words of the one do not bind the other.
 *
 * @throws DomainError `hearing-record.speaker-missing` (conflict), `hearing-record.speaker-unknown` (not-found).
 */
export function partySpeaking(
  speaker: Speaker,
  partyId: string | null,
  parties: readonly SpeakingParty[],
): { partyId: string | null; speakerName: string | null } {
  const side = parties.filter(({ role }) => role === speaker);
  if (side.length === 0) return { partyId: null, speakerName: null };
  if (side.length > 1 && partyId === null)
    throw new DomainError('conflict', 'hearing-record.speaker-missing');
  const party = partyId === null ? side[0] : side.find(({ id }) => id === partyId);
  if (!party) throw new DomainError('not-found', 'hearing-record.speaker-unknown');
  return { partyId: party.id, speakerName: side.length > 1 ? party.name : null };
}

/**
 * The right to a correction is one to one's own words (Law 40): nobody has those of the tribunal or of another party
 * changed. An older entry may not say which of several on a side spoke; then each of them may ask.
 */
export function requireOwnWords(
  entry: { speaker: Speaker; partyId: string | null },
  asker: { role: HearingRole; partyId: string | null },
): void {
  const isOwn = entry.speaker === asker.role && (entry.partyId === null || entry.partyId === asker.partyId);
  if (!isOwn) throw new DomainError('conflict', 'hearing-record.not-own-words', { basis: CORRECTION });
}

/** Signing binds to the text that was on the signer's screen: another text, another hash, no signature. */
export function requireSameText(current: string | null, given: string): void {
  if (current !== given)
    throw new DomainError('conflict', 'hearing-record.text-changed', { basis: CORRECTION });
}

/** Settled when everybody has signed, or it is noted why not (Rules 42). */
export function stateAfterSigning(signatures: readonly Signature[]): RecordState {
  const isSettled = signatures.length > 0 && signatures.every(({ state }) => state !== 'awaited');
  return isSettled ? 'confirmed' : 'for-confirmation';
}

/** Signed by hand: one's own signature on the screen is noted by nobody. */
export function isOnPaper({
  state,
  notedBy,
}: {
  state: Signature['state'];
  notedBy: string | null;
}): boolean {
  return state === 'signed' && notedBy !== null;
}

/** Tribunal members sign what they conducted and kept; refusing is a right of the others. */
export function requireMayRefuse(signature: Signature): void {
  if (signature.role === 'arbitrator' || signature.role === 'recorder') {
    throw new DomainError('conflict', 'hearing-record.tribunal-signs', { basis: CORRECTION });
  }
}

/** While a request for correction is undecided, the text is not final and nobody can be asked to sign it. */
export function requireDecided(open: number): void {
  if (open > 0) throw new DomainError('conflict', 'hearing-record.correction-open', { basis: CORRECTION });
}

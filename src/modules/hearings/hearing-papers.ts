import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { lastPostponementDay } from '../../law/hearing-notice';
import { legalDay, ZONE } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import type { CaseParty, LabourCase } from '../cases';
import { PaperRegistry, Papers } from '../documents';
import { Reference } from '../reference';
import type { RecordStage } from './conferencing/protocol';
import { HearingCases } from './hearing-cases';
import { hearingNotice, type HearingNoticeFacts } from './hearing-notice.paper';
import { hearingRecord, type HearingRecordFacts } from './hearing-record.paper';
import {
  HearingRecord,
  HearingRecordCorrection,
  HearingRecordEntry,
  HearingRecordSignature,
} from './hearing-record.entity';
import { HearingConnection, HearingSeat } from './hearing-seat.entity';
import { LOBBY_MINUTES } from './hearing.lifecycle';
import { modeOf, type Hearing } from './hearing.entity';
import { isOnPaper, SPEAKER_TITLES, STAGE_TITLES } from './hearing-record.rules';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAY = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'long' });

const ROLE_TITLES = {
  arbitrator: '仲裁员',
  recorder: '书记员',
  claimant: '申请人',
  respondent: '被申请人',
} as const;

/** Fills the two papers of a hearing and orders them. */
@Injectable()
export class HearingPapers {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly papers: Papers,
    private readonly cases: HearingCases,
    private readonly reference: Reference,
    registry: PaperRegistry,
  ) {
    registry.register(hearingNotice, hearingRecord);
  }

  /** One notice for each party: what staying away means is another thing for each side (Rules 39). */
  async issueNotices(tx: Tx, hearing: Hearing, labourCase: LabourCase): Promise<void> {
    const parties = await this.cases.parties(hearing.caseId, tx.manager);
    for (const party of parties) {
      await this.papers.issue(tx, {
        definition: hearingNotice,
        facts: await this.noticeFacts(tx, hearing, labourCase, party, parties),
        caseId: hearing.caseId,
        commissionId: hearing.commissionId,
        caseNumber: labourCase.number,
        addressees: [party.id],
        subject: hearing.id,
        isSealed: true,
      });
    }
  }

  async issueRecord(tx: Tx, hearing: Hearing, record: HearingRecord): Promise<string> {
    const labourCase = await this.cases.get(hearing.caseId, tx.manager);
    return this.papers.issue(tx, {
      definition: hearingRecord,
      facts: await this.recordFacts(tx, hearing, record),
      caseId: hearing.caseId,
      commissionId: hearing.commissionId,
      caseNumber: labourCase.number,
      addressees: [],
      subject: hearing.id,
      isSealed: true,
    });
  }

  private async noticeFacts(
    tx: Tx,
    hearing: Hearing,
    labourCase: LabourCase,
    party: CaseParty,
    parties: readonly CaseParty[],
  ): Promise<HearingNoticeFacts> {
    const commission = await this.reference.commission(hearing.commissionId, tx.manager);
    const members = await this.cases.members(hearing.caseId, tx.manager);
    const arbitrators = members.filter((member) => member.role === 'arbitrator');
    const on = legalDay(hearing.startsAt);
    const lastPostponement = lastPostponementDay(on, await this.reference.calendar()).value;
    return {
      addressee: { name: party.name, role: party.role, isOrganisation: party.kind === 'company' },
      claimant: labourCase.claimantNames,
      respondents: parties.filter((each) => each.role === 'respondent').map((each) => each.name),
      cause: await this.cases.cause(tx, hearing.caseId),
      on,
      weekday: WEEKDAY.format(hearing.startsAt),
      startsAt: TIME.format(hearing.startsAt),
      isPublic: hearing.isPublic,
      venue: await this.venue(tx, hearing, party),
      tribunal: arbitrators.map(({ name }) => ({ capacity: 'sole' as const, name })),
      recorder: members
        .filter((member) => member.role === 'recorder')
        .map((member) => member.name)
        .join('、'),
      postponeUntil: lastPostponement < tx.today ? null : lastPostponement,
      isNoticeWaived: hearing.isNoticeWaived,
      contact: `${commission.name}，电话${commission.phone}`,
    };
  }

  /** Each party is told where it goes: whoever has not agreed to be heard by video, to the chamber. */
  private async venue(tx: Tx, hearing: Hearing, party: CaseParty): Promise<HearingNoticeFacts['venue']> {
    const { room, chamber } = await this.cases.placeOf(hearing, tx.manager);
    if (chamber && !(room && party.consentsToOnlineHearing)) {
      return { kind: 'on-site', room: chamber.name, address: chamber.address };
    }
    return {
      kind: 'online',
      room: room?.name ?? '',
      url: `${this.env.publicUrl}/hearings/${hearing.id}`,
      opensAt: TIME.format(new Date(hearing.startsAt.getTime() - LOBBY_MINUTES * 60_000)),
    };
  }

  private async recordFacts(tx: Tx, hearing: Hearing, record: HearingRecord): Promise<HearingRecordFacts> {
    const { hearingId } = record;
    const heading = await this.cases.recordHeading(tx, hearing);
    const endedAt = hearing.endedAt ?? tx.at;
    const parties = await this.cases.parties(hearing.caseId, tx.manager);
    const seats = await tx.manager.findBy(HearingSeat, { hearingId });
    const seatOf = new Map(seats.map((seat) => [seat.seatId, seat]));
    const entries = await tx.manager.find(HearingRecordEntry, {
      where: { hearingId },
      order: { ordinal: 'ASC' },
    });
    const corrections = await tx.manager.findBy(HearingRecordCorrection, { hearingId });
    const signatures = await tx.manager.findBy(HearingRecordSignature, { hearingId });
    const lost = await tx.manager.find(HearingConnection, {
      where: { hearingId, cause: 'network' },
      order: { disconnectedAt: 'ASC' },
    });
    const ordinalOf = new Map(entries.map((entry) => [entry.id, entry.ordinal]));
    return {
      cause: heading.cause,
      on: legalDay(heading.openedAt),
      session: hearing.ordinal,
      startedAt: heading.openedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      venue: { kind: modeOf(hearing), name: heading.place },
      isPublic: hearing.isPublic,
      tribunal: heading.arbitrators.map((name) => ({ capacity: 'sole' as const, name })),
      recorder: heading.recorder,
      attendance: parties.flatMap((party) => attendanceOf(party, seats)),
      stages: groupByStage(entries),
      interruptions: lost
        .filter(
          ({ disconnectedAt }) =>
            hearing.openedAt && disconnectedAt! >= hearing.openedAt && disconnectedAt! < endedAt,
        )
        .map((connection) => ({
          at: connection.disconnectedAt!.toISOString(),
          who: seatOf.get(connection.userId)?.name ?? '',
          note: '网络连接中断',
        })),
      corrections: corrections.map((correction) => ({
        by: seatOf.get(correction.seatId)?.name ?? '',
        original: correction.originalText,
        request: `第${ordinalOf.get(correction.entryId)}项补正为“${correction.proposedText}”；理由：${correction.reason}`,
        isMade: correction.state === 'granted',
      })),
      signatures: signatures.map((signature) => {
        const seat = seatOf.get(signature.seatId)!;
        return {
          role: ROLE_TITLES[seat.role],
          name: seat.name,
          state: outcomeOf(signature),
          at: signature.at?.toISOString() ?? null,
          note: signature.note,
        };
      }),
    };
  }
}

const APPEARANCES = {
  'in-person': '本人',
  'legal-representative': '法定代表人',
  agent: '委托代理人',
} as const;

/** Who was there for a party, as established in the chamber or as they had joined the case when they came. */
function attendanceOf(
  { id, role, name }: CaseParty,
  seats: readonly HearingSeat[],
): HearingRecordFacts['attendance'] {
  const came = seats.filter(({ partyId, hasAttended }) => partyId === id && hasAttended);
  const rows = came
    .filter(({ releasedAt }) => releasedAt === null)
    .map(({ personName, appearance, isInChamber }) => ({
      role,
      party: name,
      person: personName,
      capacity: appearance && APPEARANCES[appearance],
      identity: isInChamber ? '记录人员当场核对' : '登录时经手机验证码核验',
    }));
  if (rows.length > 0) return rows;
  // Somebody was there in its name and did not act for it.
  const identity = came.length > 0 ? '到庭人员无权代表该方，席位已收回' : null;
  return [{ role, party: name, person: null, capacity: null, identity }];
}

function outcomeOf(signature: HearingRecordSignature): HearingRecordFacts['signatures'][number]['state'] {
  if (signature.state === 'left') return 'left';
  if (signature.state !== 'signed') return 'refused';
  return isOnPaper(signature) ? 'on-paper' : 'confirmed';
}

/** Consecutive entries of one stage make one section; a stage taken up again makes another. */
function groupByStage(entries: readonly HearingRecordEntry[]): HearingRecordFacts['stages'] {
  const stages: { stage: RecordStage; title: string; entries: { speaker: string | null; text: string }[] }[] =
    [];
  for (const { stage, speaker, speakerName, text } of entries) {
    if (stages.at(-1)?.stage !== stage) stages.push({ stage, title: STAGE_TITLES[stage], entries: [] });
    const name = speakerName ? `（${speakerName}）` : '';
    stages
      .at(-1)!
      .entries.push({ speaker: speaker === 'note' ? null : `${SPEAKER_TITLES[speaker]}${name}`, text });
  }
  return stages.map(({ title, entries: inStage }) => ({ title, entries: inStage }));
}

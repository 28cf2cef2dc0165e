import {
  IsBoolean,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinDate,
  MinLength,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { JsonObject } from '../../kernel/json';
import { IsLegalDay } from '../../platform/http/validators';

export class SetDownDto {
  /** When the hearing begins. */
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2020-01-01'))
  startsAt: Date;

  @IsInt()
  @Min(30)
  @Max(480)
  durationMinutes: number;

  /** The online room; left out, everybody comes to the chamber. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  roomId?: string | null;

  /** The chamber; left out, everybody is heard by video. With a room too, whoever agreed to it may be. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  chamberId?: string | null;
}

export class OnlineConsentDto {
  @IsBoolean()
  consents: boolean;
}

export class CancelHearingDto {
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}

export class ReopenHearingDto {
  @IsInt()
  version: number;

  /** Why it is heard again; the parties read it. */
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  reason: string;
}

export class RoomsOnDto {
  @IsLegalDay()
  on: string;
}

/** A party as a hearing sees it. */
export class HearingPartyDto {
  id: string;
  role: 'claimant' | 'respondent';
  kind: 'person' | 'company';
  name: string;
  representativeName: string | null;
  consentsToOnlineHearing: boolean;
  /** When the notice of this hearing reached it; null while it has not, and for parties, who are not told. */
  noticeServedOn: string | null;
  /** Whether it was notified in writing and in time, so that the hearing may go on without it; null for parties. */
  canBeHeardOver: boolean | null;
}

export class HearingDto {
  id: string;
  caseId: string;
  caseNumber: string;
  claimantNames: string;
  respondentNames: string;
  commissionName: string;
  ordinal: number;
  state: string;
  startsAt: Date;
  endsAt: Date;
  /** From when the waiting room can be entered. */
  lobbyOpensAt: Date;
  mode: 'online' | 'on-site' | 'mixed';
  roomId: string | null;
  chamberId: string | null;
  /** Of the chamber, the online room, or both. */
  placeName: string;
  chamberAddress: string | null;
  parties: HearingPartyDto[];
  arbitratorNames: string[];
  recorderNames: string[];
  isNoticeWaived: boolean;
  isPublic: boolean;
  openedAt: Date | null;
  endedAt: Date | null;
  /** Why it was adjourned or cancelled. */
  reason: string | null;
  recordState: string;
  /** The record has been put before the caller, who has neither signed nor refused. */
  isMySignatureAwaited: boolean;
  /** The caller's own seat; null for those who only read. */
  role: string | null;
  /** What the caller may do now: lifecycle ∩ policy. */
  actions: string[];
}

/** That a case which had been heard is heard again. */
export class HearingReopeningDto {
  reason: string;
  reopenedBy: string;
  reopenedAt: Date;
}

export class HearingIdDto {
  hearingId: string;
}

export class WaiverDto {
  side: string;
  /** Of the party for which it was declared. */
  partyId: string | null;
  partyName: string;
  waivedAt: Date;
}

/** What the date of a hearing depends on, with the working. */
export class HearingTermsDto {
  /** First day a hearing may be held when the notice goes out today. */
  earliestDay: string;
  basis: JsonObject[];
  steps: JsonObject[];
  /** For the hearing that is set, or else for the next one. */
  waivers: WaiverDto[];
  /** Parties who have not agreed to a hearing over the internet. */
  withoutOnlineConsent: string[];
  /** Whether the caller's own party has; null for those who are none. */
  onlineConsent: boolean | null;
  canChangeOnlineConsent: boolean;
  canWaive: boolean;
  /** The caller may set a hearing down now: lifecycle ∩ policy. */
  canSetDown: boolean;
  /** The caller may have the case heard again now: lifecycle ∩ policy. */
  canReopen: boolean;
  reopenings: HearingReopeningDto[];
  /** Respondents without a hearing of their own, because their seat was taken back; told to the house alone. */
  unheard: string[];
}

export class TakenDto {
  from: Date;
  to: Date;
}

/** An online room or a chamber on one day. */
export class RoomDayDto {
  id: string;
  name: string;
  kind: 'room' | 'chamber';
  /** Of a chamber. */
  address: string | null;
  /** When it is taken on the day asked about. */
  taken: TakenDto[];
}

export class IceServerDto {
  urls: string[];
  username: string;
  credential: string;
}

export class HearingTicketDto {
  /** Opens one socket, once. */
  ticket: string;
  expiresAt: Date;
  /** What the page loads its media device with. */
  rtpCapabilities: JsonObject;
  iceServers: IceServerDto[];
}

export class RecordEntryDto {
  id: string;
  ordinal: number;
  stage: string;
  speaker: string;
  /** The party whose words these are; null for the tribunal and for notes. */
  partyId: string | null;
  speakerName: string | null;
  text: string;
  at: string;
  version: number;
}

export class CorrectionRequestDto {
  id: string;
  entryId: string;
  entryOrdinal: number;
  seatId: string;
  role: string;
  name: string;
  /** What stands in the record or, once decided, what stood there. */
  originalText: string;
  proposedText: string;
  reason: string;
  state: string;
  decisionReason: string | null;
}

export class RecordSignatureDto {
  seatId: string;
  role: string;
  name: string;
  state: string;
  isInChamber: boolean;
  isOnPaper: boolean;
  note: string | null;
  at: string | null;
}

export class FormerSignatureDto {
  role: string;
  name: string;
  state: 'awaited' | 'signed' | 'refused' | 'left';
  isOnPaper: boolean;
  note: string | null;
  at: string | null;
}

/** What stood in the record before a change. */
export class RecordRevisionDto {
  id: string;
  cause: 'amended' | 'corrected' | 'reopened';
  /** The entry that was changed; null where the whole text was. */
  entryOrdinal: number | null;
  text: string;
  /** Of the whole text: who had signed it, or refused. */
  signatures: FormerSignatureDto[];
  madeBy: string;
  madeAt: Date;
}

/** The hearing record as the room shows it. */
export class HearingRecordDto {
  state: string;
  revision: number;
  entries: RecordEntryDto[];
  corrections: CorrectionRequestDto[];
  signatures: RecordSignatureDto[];
  /** The exact text that is signed, and its SHA-256; null while it is being typed. */
  text: string | null;
  sha256: string | null;
}

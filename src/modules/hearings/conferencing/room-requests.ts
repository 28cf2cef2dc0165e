import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { APPEARANCES, RECORD_STAGES, SOURCES, SPEAKERS } from './protocol';
import type { Appearance, Plain, RecordStage, RoomAction, Source, Speaker, TileSize } from './protocol';

const ID = 64;
const TEXT = 4000;
const REASON = 500;

export class Req {
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(ID)
  reqId?: string;
}

class KeptDto {
  @IsString()
  @MaxLength(ID)
  sendId: string;

  @IsString()
  @MaxLength(ID)
  recvId: string;
}

export class EnterReq extends Req {
  @IsObject()
  rtpCapabilities: Plain;

  @IsOptional()
  @ValidateNested()
  @Type(() => KeptDto)
  kept?: KeptDto;
}

export class TransportReq extends Req {
  @IsString()
  @MaxLength(ID)
  transportId: string;
}

export class ConnectReq extends TransportReq {
  @IsObject()
  dtlsParameters: Plain;
}

export class SourceReq extends Req {
  @IsIn(SOURCES)
  source: Source;
}

export class ProduceReq extends TransportReq {
  @IsIn(SOURCES)
  source: Source;

  @IsObject()
  rtpParameters: Plain;
}

export class ProbeConnectReq extends Req {
  @IsObject()
  dtlsParameters: Plain;
}

export class ProbeProduceReq extends Req {
  @IsObject()
  rtpParameters: Plain;
}

export class ReadyReq extends Req {
  @IsArray()
  @ArrayMaxSize(64)
  @IsString({ each: true })
  @MaxLength(ID, { each: true })
  consumerIds: string[];
}

class TileDto {
  @IsString()
  @MaxLength(ID)
  consumerId: string;

  @IsIn(['large', 'medium', 'small', 'hidden'])
  size: TileSize;
}

export class TilesReq extends Req {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(64)
  @ValidateNested({ each: true })
  @Type(() => TileDto)
  tiles: TileDto[];
}

export class ReportReq extends Req {
  @IsNumber()
  @Min(0)
  @Max(60_000)
  rttMs: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  lossRatio: number;
}

export class SeatReq extends Req {
  @IsString()
  @MaxLength(ID)
  seatId: string;
}

export class SeatReasonReq extends SeatReq {
  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  reason: string;
}

export class SeatSourceReq extends SeatReq {
  @IsIn(SOURCES)
  source: Source;
}

export class ChamberSeatReq extends Req {
  @IsString()
  @MaxLength(ID)
  partyId: string;

  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @IsIn(APPEARANCES)
  appearance: Appearance;
}

class AbsenceDto {
  @IsString()
  @MaxLength(ID)
  partyId: string;

  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  reason: string;
}

export class OpenReq extends Req {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(64)
  @ValidateNested({ each: true })
  @Type(() => AbsenceDto)
  absences?: AbsenceDto[];
}

export class ReasonReq extends Req {
  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  reason: string;
}

export class AppendReq extends Req {
  @IsIn(RECORD_STAGES)
  stage: RecordStage;

  @IsIn(SPEAKERS)
  speaker: Speaker;

  @IsOptional()
  @IsString()
  @MaxLength(ID)
  partyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  speakerName?: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  text: string;
}

export class AmendReq extends Req {
  @IsString()
  @MaxLength(ID)
  entryId: string;

  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  text: string;
}

export class SignReq extends Req {
  @IsString()
  @MinLength(ID)
  @MaxLength(ID)
  sha256: string;
}

export class RefuseReq extends Req {
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  seatId?: string;

  @IsOptional()
  @IsBoolean()
  hasLeft?: boolean;

  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  note: string;
}

export class CorrectionReq extends Req {
  @IsString()
  @MaxLength(ID)
  entryId: string;

  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  proposedText: string;

  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  reason: string;
}

export class NoteCorrectionReq extends CorrectionReq {
  @IsString()
  @MaxLength(ID)
  seatId: string;
}

export class DecisionReq extends Req {
  @IsString()
  @MaxLength(ID)
  correctionId: string;

  @IsBoolean()
  isGranted: boolean;

  /** Needed to refuse; what is granted speaks for itself. */
  @ValidateIf(({ isGranted, reason }: DecisionReq) => !isGranted || reason !== null)
  @IsString()
  @MinLength(1)
  @MaxLength(REASON)
  reason: string | null;
}

/** The shape of each request; an unknown field is refused, as over HTTP. */
export const REQUEST_CLASSES = {
  'room:enter': EnterReq,
  'room:leave': Req,
  'transport:connect': ConnectReq,
  'transport:restart-ice': TransportReq,
  'media:produce': ProduceReq,
  'media:pause': SourceReq,
  'media:resume': SourceReq,
  'media:close': SourceReq,
  'consumers:ready': ReadyReq,
  'consumers:tiles': TilesReq,
  'net:ping': Req,
  'net:report': ReportReq,
  'probe:start': Req,
  'probe:connect': ProbeConnectReq,
  'probe:produce': ProbeProduceReq,
  'probe:stop': Req,
  'tribunal:admit': SeatReq,
  'tribunal:seat-in-chamber': ChamberSeatReq,
  'tribunal:return': SeatReasonReq,
  'tribunal:mute': SeatSourceReq,
  'tribunal:unmute': SeatSourceReq,
  'tribunal:mute-all': Req,
  'tribunal:open': OpenReq,
  'tribunal:recess': ReasonReq,
  'tribunal:resume': Req,
  'tribunal:adjourn': ReasonReq,
  'tribunal:close': Req,
  'record:append': AppendReq,
  'record:amend': AmendReq,
  'record:present': Req,
  'record:reopen': ReasonReq,
  'record:sign': SignReq,
  'record:refuse': RefuseReq,
  'record:note-signature': SeatReq,
  'record:request-correction': CorrectionReq,
  'record:note-correction': NoteCorrectionReq,
  'record:decide-correction': DecisionReq,
} as const satisfies Record<RoomAction, new () => Req>;

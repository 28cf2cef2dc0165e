import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { isId } from '../../kernel/id';
import { isLocalDate } from '../../kernel/local-date';
import { check } from '../../platform/http/validators';
import type { ServiceChannel, ServiceState } from './delivery.lifecycle';
import type { AttemptOutcome } from './service.entity';

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

export class RecordAttemptDto {
  @IsIn(['mail', 'in-person'])
  channel: 'mail' | 'in-person';

  /** Posted, taken by the addressee, or come back. What is handed over in person is never merely sent. */
  @check('outcomeOfChannel', (value, { channel }) =>
    value === 'sent' && channel !== 'mail' ? 'field.choice' : null,
  )
  @IsIn(['sent', 'served', 'failed'])
  outcome: 'sent' | 'served' | 'failed';

  /** 劳动人事仲裁专递单号; asked for when posting. */
  @check('waybillWhenPosted', (value, { channel, outcome }) => {
    if (value === undefined || value === null || value === '') {
      return channel === 'mail' && outcome === 'sent' ? 'field.required' : null;
    }
    return typeof value === 'string' && /^[0-9A-Za-z-]{6,40}$/.test(value) ? null : 'service.waybill-format';
  })
  waybill?: string;

  /** The day on the return slip or the 送达回证. */
  @check('servedOnWhenServed', (value, { outcome }) => {
    if (value === undefined || value === null || value === '') {
      return outcome === 'served' ? 'field.required' : null;
    }
    return isLocalDate(value) ? null : 'field.date';
  })
  servedOn?: string;

  @check('receiverWhenServed', (value, { outcome }) =>
    outcome === 'served' && isBlank(value) ? 'field.required' : null,
  )
  @check('receiverLength', (value) =>
    typeof value === 'string' && value.length > 60 ? 'field.too-long' : null,
  )
  receiver?: string;

  /** Why it came back, or what else is worth keeping. */
  @check('noteWhenFailed', (value, { outcome }) =>
    outcome === 'failed' && isBlank(value) ? 'field.required' : null,
  )
  @check('noteLength', (value) => (typeof value === 'string' && value.length > 300 ? 'field.too-long' : null))
  note?: string;

  /** Other papers for the same party in the same envelope, by the ids of their services. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @check('areReferences', (value) =>
    Array.isArray(value) && value.every((id) => typeof id === 'string' && isId(id))
      ? null
      : 'field.reference',
  )
  enclosed?: string[];
}

export class ServiceAttemptDto {
  ordinal: number;
  channel: ServiceChannel;
  outcome: AttemptOutcome;
  waybill: string | null;
  servedOn: string | null;
  receiver: string | null;
  note: string | null;
  /** Null when the platform served it. */
  recordedBy: string | null;
  at: Date;
}

export class ServiceDto {
  id: string;
  caseId: string;
  paperId: string;
  paperKind: string;
  paperTitle: string;
  /** The number it bears; of one of two awards with 之一, 之二. */
  paperNumber: string | null;
  partyId: string;
  partyName: string;
  partyRole: 'claimant' | 'respondent';
  /** Where mail goes. */
  address: string;
  state: ServiceState;
  channel: ServiceChannel | null;
  sentAt: Date | null;
  /** When it reached the account: electronic service takes effect then. */
  arrivedAt: Date | null;
  /** When the party first opened the paper here; kept apart from its taking effect. */
  readAt: Date | null;
  servedOn: string | null;
  confirmedAt: Date | null;
  /** 送达回证 or 电子送达凭证. */
  proofPaperId: string | null;
  attempts: ServiceAttemptDto[];
  actions: ('service.confirm' | 'service.record-attempt' | 'service.prove')[];
}

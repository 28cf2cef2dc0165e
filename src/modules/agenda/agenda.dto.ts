import { IsIn, IsOptional } from 'class-validator';
import { LOCALES, type Locale } from '../../platform/http/locale';
import { IsLegalDay } from '../../platform/http/validators';

export class AgendaRangeDto {
  /** The first legal day. */
  @IsLegalDay()
  from: string;

  /** The last legal day; at most 62 days are shown at once. */
  @IsLegalDay()
  to: string;
}

export class AgendaHearingDto {
  hearingId: string;
  caseId: string;
  caseNumber: string;
  startsAt: Date;
  endsAt: Date;
  state: string;
  mode: 'online' | 'on-site' | 'mixed';
  /** Room and chamber, as far as there are any. */
  place: string;
  claimantNames: string;
  respondentNames: string;
}

export class AgendaClockDto {
  caseId: string;
  caseNumber: string;
  code: string;
  /** Key of the title in the law texts. */
  titleKey: string;
  dueOn: string;
  /** The last day lies behind us and nobody has acted. */
  isOverdue: boolean;
  isProvisional: boolean;
  claimantNames: string;
  respondentNames: string;
}

export class AgendaDto {
  hearings: AgendaHearingDto[];
  clocks: AgendaClockDto[];
  /** Whether there are more last days than are shown. */
  isCut: boolean;
}

export class AgendaFeedStateDto {
  /** Since when there is an address; null when there is none. The address itself is told once. */
  createdAt: Date | null;
}

export class AgendaFeedAddressDto {
  url: string;
}

export class AgendaFeedQueryDto {
  @IsOptional()
  @IsIn(LOCALES)
  lang?: Locale;
}

import { Matches } from 'class-validator';

export class StoredFileDto {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  mediaType: string;
}

export class UploadDto {
  file: StoredFileDto;
}

export class TicketDto {
  /** Opens the file for two minutes. */
  url: string;
}

export class PaperDto {
  id: string;
  kind: string;
  title: string;
  /** Names of the parties it is to be served on. */
  addressees: string[];
  caseNumber: string | null;
  state: 'pending' | 'rendered';
  /** Pending for longer than drawing takes. */
  isLate: boolean;
  issuedAt: Date;
  sha256: string | null;
  verificationCode: string | null;
  /** Since when it is good for nothing any more. */
  voidSince: Date | null;
}

export class VerificationDto {
  commissionName: string;
  title: string;
  caseNumber: string | null;
  issuedAt: Date;
  sha256: string;
  /** Since when the commission has taken it back; null while it stands. */
  voidSince: Date | null;
}

export class VerifyDto {
  /** SHA-256 of the file in hand, in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'field.sha256' })
  sha256: string;
}

export class VerificationResultDto extends VerificationDto {
  isGenuine: boolean;
}

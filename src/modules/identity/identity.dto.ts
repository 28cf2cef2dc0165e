import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class RequestCodeDto {
  /** Mobile number of the mainland, Hong Kong (+852) or Macau (+853). */
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  phone: string;
}

export class SignInPartyDto extends RequestCodeDto {
  @Matches(/^\d{6}$/, { message: 'field.one-time-code' })
  code: string;
}

export class SignInStaffDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;

  @Matches(/^\d{6}$/, { message: 'field.one-time-code' })
  totp: string;
}

export class ProfileDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name: string;
}

export class SignedInUserDto {
  id: string;
  kind: 'party' | 'staff';
  name: string;
  /** Masked; null for staff. */
  phone: string | null;
  roles: ('filing-clerk' | 'recorder' | 'arbitrator' | 'director')[];
  commissionId: string | null;
  commissionName: string | null;
}

export class SessionDto {
  user: SignedInUserDto | null;
  /** To be sent back as `X-CSRF-Token` with every request that writes. */
  csrfToken: string;
  isDemo: boolean;
  now: Date;
}

export class DemoMessageDto {
  id: string;
  to: string;
  text: string;
  sentAt: Date;
}

export class DemoStaffDto {
  username: string;
  name: string;
  roles: string[];
  commissionName: string;
  /** The code that works now. */
  totp: string;
}

import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SendCodeDto {
  /** A number the clerk has checked with the company: not simply the one in the application. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  phone: string;

  /** How it was checked, and with whom. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  checkedHow: string;
}

export class ReleaseSeatDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

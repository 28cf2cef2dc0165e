import { ArrayMaxSize, IsArray, IsOptional, IsString } from 'class-validator';

export class NotificationDto {
  id: string;
  caseId: string;
  /** The number of the case, or of the receipt while it has none. */
  caseNumber: string;
  kind: string;
  /** In the reader's language. */
  text: string;
  at: Date;
  isRead: boolean;
}

export class NotificationListDto {
  /** The latest fifty. */
  items: NotificationDto[];
  /** Of all, not only of those listed. */
  unread: number;
}

export class MarkReadDto {
  /** All when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  ids?: string[];
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MessageGateway, type TextMessage } from './message-gateway';

export interface InboxMessage extends TextMessage {
  sentAt: Date;
}

/** In demonstration mode messages land on a page anybody at the demonstration can open. */
@Injectable()
export class DemoInbox extends MessageGateway {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async send({ id, to, text }: TextMessage): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO demo_message (id, recipient, text) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
      [id, to, `【云仲裁】${text}`],
    );
  }

  async latest(to: string | null, limit = 100): Promise<InboxMessage[]> {
    const rows: { id: string; recipient: string; text: string; sent_at: Date }[] =
      await this.dataSource.query(
        `SELECT id, recipient, text, sent_at FROM demo_message
       WHERE $1::text IS NULL OR recipient = $1 ORDER BY sent_at DESC, id DESC LIMIT $2`,
        [to, limit],
      );
    return rows.map((row) => ({ id: row.id, to: row.recipient, text: row.text, sentAt: row.sent_at }));
  }
}

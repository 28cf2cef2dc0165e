import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError } from '../../kernel/domain-error';
import { addDays } from '../../kernel/local-date';
import { tokenHash } from '../../platform/auth/session-reader';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Locale } from '../../platform/http/locale';
import { Users, type UserAccount } from '../identity';
import { AgendaFeed } from './agenda-feed.entity';
import type { AgendaFeedStateDto } from './agenda.dto';
import { AgendaQueries } from './agenda.queries';
import { iCalendar } from './icalendar';

const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

/** One address for each person, told once and kept as a hash; a new one ends the old one. */
@Injectable()
export class AgendaFeeds {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly agenda: AgendaQueries,
  ) {}

  async state(actor: SignedInActor): Promise<AgendaFeedStateDto> {
    const feed = await this.dataSource.manager.findOneBy(AgendaFeed, { userId: actor.userId });
    return { createdAt: feed?.createdAt ?? null };
  }

  /** @returns the address to subscribe to, in the reader's language. */
  async open(actor: SignedInActor, locale: Locale): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const token = randomBytes(32).toString('base64url');
      await tx.manager.upsert(
        AgendaFeed,
        { userId: actor.userId, tokenHash: tokenHash(token), createdAt: tx.at },
        ['userId'],
      );
      return `${this.env.publicUrl}/api/agenda/feeds/${token}.ics?lang=${locale}`;
    });
  }

  async close(actor: SignedInActor): Promise<void> {
    await this.uow.run(actor, (tx) => tx.manager.delete(AgendaFeed, { userId: actor.userId }));
  }

  /** @throws DomainError (not-found) `agenda.no-feed`. */
  async read(token: string, locale: Locale): Promise<string> {
    const feed = await this.dataSource.manager.findOneBy(AgendaFeed, { tokenHash: tokenHash(token) });
    const user = feed && (await this.users.byId(feed.userId));
    const actor = user && actorOf(user);
    if (!actor) throw new DomainError('not-found', 'agenda.no-feed');
    const today = this.clock.today();
    const agenda = await this.agenda.read(actor, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD));
    return iCalendar(agenda, {
      publicUrl: this.env.publicUrl,
      locale,
      at: this.clock.now(),
      kind: actor.kind,
    });
  }
}

/** As the person stands today: who has left the house or a case finds nothing of it in the calendar any more. */
function actorOf({ id, kind, name, commissionId, roles }: UserAccount): SignedInActor | null {
  if (kind === 'party') return { kind, userId: id, name };
  return commissionId ? { kind, userId: id, name, commissionId, roles } : null;
}

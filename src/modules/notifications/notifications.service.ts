import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Locale } from '../../platform/http/locale';
import { Messages } from '../../platform/messaging/messaging.module';
import type { RecordedEvent } from '../../platform/record/record';
import { AfterCommit } from '../../platform/record/subscribers';
import { CaseAccess, LabourCase } from '../cases';
import { Users } from '../identity';
import { notificationText, paramsOf, wordsOf } from './notification-text';
import { Notification } from './notification.entity';
import { concernedBy, notificationsOf, type CasePerson } from './notification.rules';
import type { NotificationListDto } from './notifications.dto';

const SYSTEM = { kind: 'system', name: 'notifications' } as const;
const SHOWN = 50;

/** Tells people that something happened. It is courtesy: what has legal effect is service (module `delivery`). */
@Injectable()
export class Notifications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly users: Users,
    private readonly messages: Messages,
  ) {}

  /** Told once for each entry and person, however often the job runs; the message is sent by who writes the row. */
  @AfterCommit('application.submitted')
  @AfterCommit('case.correction-requested')
  @AfterCommit('case.corrected')
  @AfterCommit('case.accepted')
  @AfterCommit('case.refused')
  @AfterCommit('case.referred')
  @AfterCommit('party.seat-released')
  @AfterCommit('answer.submitted')
  @AfterCommit('evidence.added')
  @AfterCommit('tribunal.constituted')
  @AfterCommit('hearing.set-down')
  @AfterCommit('hearing.adjourned')
  @AfterCommit('hearing.cancelled')
  @AfterCommit('clock.due-soon')
  @AfterCommit('clock.overdue')
  @AfterCommit('clock.recounted')
  @AfterCommit('hearing.reopened')
  @AfterCommit('award.issued')
  @AfterCommit('case.transferred-in')
  @AfterCommit('motion.filed')
  @AfterCommit('motion.proposed')
  @AfterCommit('motion.granted')
  @AfterCommit('motion.refused')
  @AfterCommit('motion.turned-down')
  @AfterCommit('motion.lapsed')
  async onEvent(event: RecordedEvent): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const labourCase = await this.cases.get(event.caseId, tx.manager);
      const people = concernedBy(event.payload, await this.people(tx, labourCase));
      const told = notificationsOf(event.type, event.actorId, people);
      const users = await this.users.byIds(told.map(({ userId }) => userId));
      const params = paramsOf(event, labourCase);
      for (const { userId, kind, isTexted } of told) {
        const isNew = await this.write(tx, event, { userId, kind, params });
        const phone = users.get(userId)?.phone;
        if (!isNew || !isTexted || !phone) continue;
        await this.messages.enqueueSentence(tx, phone, `notification.${kind}`, (locale) =>
          wordsOf(locale, params),
        );
      }
    });
  }

  async ofUser(actor: SignedInActor, locale: Locale): Promise<NotificationListDto> {
    const manager = this.dataSource.manager;
    const [rows, unread] = await Promise.all([
      manager.find(Notification, { where: { userId: actor.userId }, order: { id: 'DESC' }, take: SHOWN }),
      manager.countBy(Notification, { userId: actor.userId, readAt: IsNull() }),
    ]);
    const cases = await manager.find(LabourCase, {
      select: { id: true, number: true, receiptNumber: true },
      where: { id: In([...new Set(rows.map((row) => row.caseId))]) },
    });
    const numbers = new Map(cases.map((each) => [each.id, each.number ?? each.receiptNumber]));
    return {
      unread,
      items: rows.map((row) => ({
        id: row.id,
        caseId: row.caseId,
        caseNumber: numbers.get(row.caseId)!,
        kind: row.kind,
        text: notificationText(locale, row.kind, { number: numbers.get(row.caseId)!, ...row.params }),
        at: row.at,
        isRead: row.readAt !== null,
      })),
    };
  }

  /** Marks one's own as read: those named, or all. Others' are left alone. */
  async markRead(actor: SignedInActor, ids: readonly string[] | undefined): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      await tx.manager.update(
        Notification,
        { userId: actor.userId, readAt: IsNull(), ...(ids ? { id: In([...ids]) } : {}) },
        { readAt: tx.at },
      );
    });
  }

  private async people(tx: Tx, labourCase: LabourCase): Promise<CasePerson[]> {
    const members = await this.cases.members(labourCase.id, tx.manager);
    const parties = await this.cases.parties(labourCase.id, tx.manager);
    const staff = await this.users.staff(labourCase.commissionId);
    return [
      ...members.map((member) => ({
        userId: member.userId,
        as: member.capacity,
        partyId: member.partyId,
        isServedOnline: parties.some(
          ({ id, consentsToElectronic }) => id === member.partyId && consentsToElectronic,
        ),
      })),
      ...(['filing-clerk', 'director'] as const).flatMap((as) =>
        staff
          .filter((user) => user.roles.includes(as))
          .map((user) => ({ userId: user.id, as, partyId: null, isServedOnline: false })),
      ),
    ];
  }

  private async write(
    tx: Tx,
    event: RecordedEvent,
    told: Pick<Notification, 'userId' | 'kind' | 'params'>,
  ): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into<object>(Notification)
      .values({
        id: newId(tx.at.getTime()),
        entryId: event.id,
        caseId: event.caseId,
        at: event.at,
        readAt: null,
        ...told,
      })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }
}

import type { JsonObject } from '../../kernel/json';

/** Who is told, in relation to the case. */
export type Reader = 'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'director';

export interface NotificationRule {
  /** Key of the sentence: `notification.<kind>`. */
  readonly kind: string;
  readonly to: readonly Reader[];
  /** Parties get a text message too; people of the house only see it here. */
  readonly isTexted: boolean;
  /** A paper of the same event is served on those told: who is served on line gets the message of the service. */
  readonly isServed?: boolean;
}

const PARTIES = ['claimant', 'respondent'] as const;
const TRIBUNAL = ['arbitrator', 'recorder'] as const;

const toParties = (kind: string, to: readonly Reader[]): NotificationRule => ({ kind, to, isTexted: true });
const withPaper = (kind: string, to: readonly Reader[]): NotificationRule => ({
  ...toParties(kind, to),
  isServed: true,
});
const inHouse = (kind: string, to: readonly Reader[]): NotificationRule => ({ kind, to, isTexted: false });

/** Event of the record → who is told what. Nobody is told of what they did themselves, but for receipts. */
export const NOTIFICATION_RULES = {
  'application.submitted': [
    toParties('application-received', ['claimant']),
    inHouse('application-to-examine', ['filing-clerk']),
  ],
  // The parties hear of it with the decision or the notice of transfer.
  'case.transferred-in': [inHouse('application-to-examine', ['filing-clerk'])],
  'case.correction-requested': [withPaper('correction-requested', ['claimant'])],
  'case.corrected': [
    toParties('correction-received', ['claimant']),
    inHouse('correction-to-examine', ['filing-clerk']),
  ],
  'case.accepted': [withPaper('case-accepted', ['claimant'])],
  'case.refused': [withPaper('case-refused', ['claimant'])],
  'case.referred': [withPaper('case-referred', ['claimant'])],
  'party.seat-released': [inHouse('seat-released', ['claimant', ...TRIBUNAL])],
  'answer.submitted': [
    withPaper('answer-received', ['claimant']),
    inHouse('answer-received', [...TRIBUNAL, 'filing-clerk']),
  ],
  'evidence.added': [inHouse('evidence-added', [...PARTIES, ...TRIBUNAL])],
  'tribunal.constituted': [
    withPaper('tribunal-constituted', PARTIES),
    inHouse('appointed-to-tribunal', TRIBUNAL),
  ],
  'hearing.set-down': [withPaper('hearing-set-down', PARTIES), inHouse('hearing-set-down', TRIBUNAL)],
  'hearing.adjourned': [toParties('hearing-adjourned', PARTIES), inHouse('hearing-adjourned', TRIBUNAL)],
  'hearing.cancelled': [toParties('hearing-cancelled', PARTIES), inHouse('hearing-cancelled', TRIBUNAL)],
  'hearing.reopened': [
    toParties('hearing-reopened', PARTIES),
    inHouse('hearing-reopened', ['recorder', 'filing-clerk']),
  ],
  'motion.filed': [
    toParties('motion-filed', PARTIES),
    inHouse('motion-to-decide', [...TRIBUNAL, 'filing-clerk']),
  ],
  'motion.proposed': [inHouse('motion-to-approve', ['director'])],
  'motion.granted': [
    toParties('motion-decided', PARTIES),
    inHouse('motion-decided', [...TRIBUNAL, 'filing-clerk']),
  ],
  'motion.refused': [
    toParties('motion-decided', PARTIES),
    inHouse('motion-decided', [...TRIBUNAL, 'filing-clerk']),
  ],
  'motion.turned-down': [inHouse('motion-turned-down', [...TRIBUNAL, 'filing-clerk'])],
  'motion.lapsed': [inHouse('motion-lapsed', PARTIES)],
  // What is offered may be between the parties: the tribunal is told once they agree.
  'settlement.offered': [toParties('settlement-offered', PARTIES)],
  'settlement.agreed': [
    toParties('settlement-agreed', PARTIES),
    inHouse('settlement-agreed', [...TRIBUNAL, 'filing-clerk']),
  ],
  'settlement.failed': [toParties('settlement-failed', PARTIES), inHouse('settlement-failed', TRIBUNAL)],
  'settlement.retracted': [
    toParties('settlement-retracted', PARTIES),
    inHouse('settlement-retracted', [...TRIBUNAL, 'filing-clerk']),
  ],
  'settlement.stated': [
    withPaper('settlement-stated', PARTIES),
    inHouse('settlement-stated', ['recorder', 'filing-clerk']),
  ],
  'settlement.effective': [
    toParties('settlement-effective', PARTIES),
    inHouse('settlement-effective', [...TRIBUNAL, 'filing-clerk']),
  ],
  'case.mediated': [
    toParties('settlement-effective', PARTIES),
    inHouse('settlement-effective', [...TRIBUNAL, 'filing-clerk']),
  ],
  'clock.due-soon': [
    toParties('clock-due-soon', PARTIES),
    inHouse('clock-due-soon', [...TRIBUNAL, 'filing-clerk', 'director']),
  ],
  'clock.overdue': [inHouse('clock-overdue', [...TRIBUNAL, 'filing-clerk', 'director'])],
  'clock.recounted': [
    toParties('clock-recounted', PARTIES),
    inHouse('clock-recounted', [...TRIBUNAL, 'filing-clerk']),
  ],
  'award.issued': [withPaper('award-issued', PARTIES), inHouse('award-issued', ['recorder', 'filing-clerk'])],
} as const satisfies Record<string, readonly NotificationRule[]>;

/** Events whose own actor is told as well: it is the receipt of what they sent. */
const RECEIPTS: ReadonlySet<string> = new Set(['application-received', 'correction-received']);

export interface CasePerson {
  readonly userId: string;
  readonly as: Reader;
  /** Null for people of the house. */
  readonly partyId: string | null;
  /** Papers for the party reach its account, with a text message of their own. */
  readonly isServedOnline: boolean;
}

/** Some events name their readers themselves: whom a clock concerns is the clock's to say. */
export function concernedBy(payload: JsonObject, people: readonly CasePerson[]): readonly CasePerson[] {
  const { to, partyId } = payload as { to?: readonly Reader[]; partyId?: string | null };
  if (!Array.isArray(to)) return people;
  return people.filter(
    (person) => to.includes(person.as) && (!partyId || person.partyId === null || person.partyId === partyId),
  );
}

/** Each person once, by the first rule that names them. */
export function notificationsOf(
  type: string,
  actorId: string | null,
  people: readonly CasePerson[],
): { userId: string; kind: string; isTexted: boolean }[] {
  const rules: readonly NotificationRule[] =
    (NOTIFICATION_RULES as Record<string, readonly NotificationRule[]>)[type] ?? [];
  const told = new Map<string, { userId: string; kind: string; isTexted: boolean }>();
  for (const { kind, to, isTexted, isServed = false } of rules) {
    for (const { userId, as, isServedOnline } of people) {
      if (!to.includes(as) || told.has(userId)) continue;
      if (userId === actorId && !RECEIPTS.has(kind)) continue;
      // One thing, one message.
      told.set(userId, { userId, kind, isTexted: isTexted && !(isServed && isServedOnline) });
    }
  }
  return [...told.values()];
}

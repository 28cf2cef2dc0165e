import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import type { SignedInActor } from '../../kernel/actor';
import type { Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { lawText } from '../../platform/law-texts';
import type { AgendaDto } from './agenda.dto';

interface About {
  readonly publicUrl: string;
  readonly locale: Locale;
  readonly at: Date;
  readonly kind: SignedInActor['kind'];
}

const HOUR_SECONDS = 3600;

/**
 * An agenda as iCalendar (RFC 5545). It goes to whatever service keeps the person's calendar: it holds numbers, times,
 * rooms and the names of periods, and no name of anybody.
 */
export function iCalendar(agenda: AgendaDto, { publicUrl, locale, at, kind }: About): string {
  const calendar = ical({
    name: sentence(locale, 'agenda.calendar'),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Yun Zhongcai', product: 'agenda', language: locale.toUpperCase() },
    ttl: HOUR_SECONDS,
  });
  const host = new URL(publicUrl).hostname;
  const caseUrl = (id: string): string => `${publicUrl}${kind === 'staff' ? '/desk' : ''}/cases/${id}`;
  for (const each of agenda.hearings) {
    const event = calendar.createEvent({
      id: `hearing-${each.hearingId}@${host}`,
      stamp: at,
      start: each.startsAt,
      end: each.endsAt,
      summary: sentence(locale, 'agenda.hearing', { number: each.caseNumber }),
      location: each.place,
      url: caseUrl(each.caseId),
      busystatus: ICalEventBusyStatus.BUSY,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: HOUR_SECONDS });
  }
  for (const { caseId, caseNumber, code, titleKey, dueOn, isProvisional } of agenda.clocks) {
    const day = new Date(`${dueOn}T00:00:00Z`);
    const event = calendar.createEvent({
      id: `clock-${caseId}-${code}-${dueOn}@${host}`,
      stamp: at,
      start: day,
      allDay: true,
      summary: sentence(locale, isProvisional ? 'agenda.clock-provisional' : 'agenda.clock', {
        number: caseNumber,
        clock: lawText(locale, titleKey),
      }),
      url: caseUrl(caseId),
      busystatus: ICalEventBusyStatus.FREE,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * HOUR_SECONDS });
  }
  return calendar.toString();
}

import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '../kernel/local-date';

export const ZONE = 'Asia/Shanghai';

const DAY_IN_ZONE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The legal day an instant falls on. Mainland, Hong Kong and Macau share one civil time. */
export function legalDay(instant: Date): LocalDate {
  return localDate(DAY_IN_ZONE.format(instant));
}

/** The instant at which a legal day begins. */
export function startOfDay(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The only place that asks what time it is. Tests move it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): LocalDate {
    return legalDay(this.now());
  }
}

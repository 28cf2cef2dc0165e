import { legalDay, type Clock } from '../platform/clock';
import type { LocalDate } from '../kernel/local-date';

/** The application's clock, taken by the hand: it goes on ticking from wherever it is set. */
export class MovedClock {
  private offset = 0;

  constructor(clock: Clock) {
    clock.now = () => this.now();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  today(): LocalDate {
    return legalDay(this.now());
  }

  set(instant: Date | string): void {
    this.offset = new Date(instant).getTime() - Date.now();
  }

  /** To a time of a legal day, e.g. `at('2026-03-10', '09:30')`. */
  at(day: LocalDate | string, time = '09:30'): void {
    this.set(instantOf(day, time));
  }

  forward(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    this.offset += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }

  release(): void {
    this.offset = 0;
  }
}

/** Mainland, Hong Kong and Macau share one civil time, eight hours ahead of UTC the whole year. */
export function instantOf(day: LocalDate | string, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

import { legalDayOf } from '../../ui/format';

/** The day it is where the commissions sit, wherever the telephone is. */
export function today(): string {
  return legalDayOf(new Date());
}

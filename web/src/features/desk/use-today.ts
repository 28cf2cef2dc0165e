import { useSession } from '../../app/session';
import { legalDayOf } from '../../ui/format';

/** The day by the server's clock, where the commissions sit: it decides what lies in the past. */
export function useToday(): string {
  const { data: session } = useSession();
  return legalDayOf(session?.now ?? new Date());
}

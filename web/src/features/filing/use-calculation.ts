import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, body } from '../../api/client';
import { withoutBlanks } from './draft-data';
import type { EmployerHead, Head } from './heads';
import { isAnswered, type Facts } from './questions';

const PAUSE_BEFORE_COMPUTING = 350;

/** What the facts come to by the law of a place, once typing has paused and all that is asked is answered. */
export function useCalculation(head: Head | EmployerHead, commissionId: string | undefined, facts: Facts) {
  const settled = useSettled(facts);
  return useQuery({
    queryKey: ['calculation', head, commissionId, settled],
    queryFn: () =>
      body(
        api.POST('/api/calculators/{head}', {
          params: { path: { head } },
          body: {
            facts: withoutBlanks<Facts>(settled),
            ...(commissionId ? { commissionId } : {}),
          },
        }),
      ),
    enabled: isAnswered(head, settled),
    staleTime: Infinity,
  });
}

/** The facts once typing has paused. */
function useSettled(facts: Facts): Facts {
  const [settled, setSettled] = useState(facts);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(facts), PAUSE_BEFORE_COMPUTING);
    return () => clearTimeout(timer);
  }, [facts]);
  return settled;
}

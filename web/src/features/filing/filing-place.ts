import { useLocation } from 'react-router';

/** The same form in two places: at home, and in the desk for who stands at the counter and cannot write (Rules 29(3)). */
export interface FilingPlace {
  /** What the addresses of the form begin with. */
  base: '/file' | '/desk/counter';
  isAtCounter: boolean;
}

export function useFilingPlace(): FilingPlace {
  const isAtCounter = useLocation().pathname.startsWith('/desk/counter');
  return { base: isAtCounter ? '/desk/counter' : '/file', isAtCounter };
}

/** Where the number and the receipt are shown once the application is in. */
export const receivedAt = ({ isAtCounter }: FilingPlace, caseId: string): string =>
  isAtCounter ? `/desk/counter/received/${caseId}` : `/cases/${caseId}/received`;

import { useAwards, type Case, type Clock } from './queries';

type Party = Case['parties'][number];

export interface ClockSubject {
  /** Whose period it is; undefined where it is nobody's in particular. */
  party: Party | undefined;
  /** What the clock is about besides its title: the party, and of two awards which. */
  label: string;
}

/** Two respondents answer, two awards are sued over: a clock says whose it is, and of which award. */
export function useClockSubject(labourCase: Case): (clock: Clock) => ClockSubject {
  const awards = useAwards(labourCase.id, labourCase.state === 'decided');
  return ({ subject }) => {
    const party = labourCase.parties.find(({ id }) => subject?.includes(id));
    const award = awards.data?.find(({ id }) => subject?.includes(id));
    return {
      party,
      label: [party?.name, award?.number].filter((part) => part !== undefined).join(' · '),
    };
  };
}

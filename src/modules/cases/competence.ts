import type { LocalDate } from '../../kernel/local-date';
import { commissionFor } from '../../law/commission-area';
import { finding, type Finding, type Step } from '../../law/finding';
import {
  decideCompetence,
  type Competence,
  type ConnectedPlace,
  type EmployerSeat,
} from '../../law/jurisdiction';
import { COMMISSION_AREAS } from '../../law/tables/areas';
import type { ApplicationDraftData } from './application-check';
import { placeIn } from './places';

/**
 * Pure: which commissions the places named in an application lead to, with the reasons; null while it names none. Each
 * respondent has a seat of its own, and any of them will do (Rules 8).
 */
export function competenceOf(
  { employment, respondents }: Pick<ApplicationDraftData, 'employment' | 'respondents'>,
  on: LocalDate,
): Finding<Competence> | null {
  const areas: Step[] = [];
  const connected = (address: string): ConnectedPlace => {
    const place = placeIn(address);
    if (!place) return { name: address, commission: null };
    const { value, steps } = commissionFor(place, on, COMMISSION_AREAS);
    if (value.commission) areas.push(...steps);
    return { name: address, commission: value.commission };
  };
  const workplaces = textOf(employment?.workplace).map(connected);
  const list = Array.isArray(respondents) ? respondents.filter((each) => each !== null) : [];
  const owners = list.flatMap(({ kind, address }) =>
    kind === 'person' ? textOf(address).map(connected) : [],
  );
  const seats = list.flatMap(({ kind, registration, address, mailingAddress }): EmployerSeat[] => {
    if (kind === 'person') return [];
    if (registration === 'unlicensed') {
      return [{ isRegistered: false, registered: null, mainOffice: null, sponsors: owners }];
    }
    const [registered = null] = textOf(address).map(connected);
    const [mainOffice = null] = textOf(mailingAddress).map(connected);
    return registered || mainOffice ? [{ isRegistered: true, registered, mainOffice, sponsors: [] }] : [];
  });
  if (workplaces.length === 0 && seats.length === 0) return null;
  const nowhere: EmployerSeat = { isRegistered: true, registered: null, mainOffice: null, sponsors: [] };
  const found = (seats.length > 0 ? seats : [nowhere]).map((seat) =>
    decideCompetence({ workplaces, seat, applications: [] }),
  );
  return finding(
    {
      competent: [...new Set(found.flatMap(({ value }) => value.competent))],
      prevailing: null,
      needsAgreement: false,
    },
    found[0]!.basis,
    unique([...found.flatMap(({ steps }) => steps), ...areas]),
  );
}

function unique(steps: readonly Step[]): Step[] {
  const seen = new Map(steps.map((each) => [JSON.stringify([each.key, each.params]), each]));
  return [...seen.values()];
}

/** A draft may hold anything half-typed. */
function textOf(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

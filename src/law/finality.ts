import { LocalDate } from '../kernel/local-date';
import { Fen } from '../kernel/money';
import { article } from './articles';
import { ClaimKind } from './claims/claim';
import { CLOCK_RULES } from './clocks/rules';
import { finding, Finding, Step, step } from './finding';
import { areaKey } from './tables/areas';
import { MissingTableRow, rowOn, TableRow, unverifiedAmount } from './tables/table';

/** Law 47, Rules 50: which items of an award are final, and which documents that makes. */

export interface DecidedItem {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The amount awarded, not the amount claimed (Rules 50(1) 单项裁决数额); 0 for a claim that is refused or not for money. */
  readonly awarded: Fen;
  /**
   * Whose claim it is; the worker's where nothing is said. Law 47(1) is about what a worker asks for (Interpretation
   * (I) 19: 劳动者…追索), so money that an employer claims is not decided finally.
   */
  readonly claimedBy?: 'worker' | 'employer';
}

export interface FinalitySettings {
  /** Whose minimum wage counts: the text does not say, practice differs between places. */
  readonly referenceDate: 'application-date' | 'acceptance-date' | 'award-date';
  /**
   * Confirming the labour relation makes the whole case non-final. From memory of MOHRSS [2022] No. 9, art. 11:
   * a commission can switch it off until the text has been compared.
   */
  readonly isRelationConfirmationNonFinal: boolean;
}

export const DEFAULT_FINALITY_SETTINGS: FinalitySettings = {
  referenceDate: 'application-date',
  isRelationConfirmationNonFinal: true,
};

export interface FinalityFacts {
  readonly items: readonly DecidedItem[];
  readonly area: string;
  readonly appliedOn: LocalDate;
  /** Needed where the commission goes by the day of acceptance. */
  readonly acceptedOn?: LocalDate;
  readonly awardedOn: LocalDate;
}

export interface ItemFinality {
  readonly id: string;
  readonly isFinal: boolean;
  readonly reasons: readonly Step[];
}

export interface AwardDocument {
  readonly kind: 'final' | 'non-final';
  readonly itemIds: readonly string[];
  /** Text key of the paragraph on rights. */
  readonly rightsKey: string;
  /** Days in which the worker may sue, in which the employer may sue, and may apply for setting aside. */
  readonly workerSuitDays: number;
  readonly employerSuitDays: number | null;
  readonly employerSetAsideDays: number | null;
}

export interface Finality {
  readonly threshold: Fen;
  readonly items: readonly ItemFinality[];
  /** One document for each kind there is: mixed awards are written apart (Rules 50(4)). */
  readonly documents: readonly AwardDocument[];
}

const MONEY_KINDS: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'labour-remuneration',
  'work-injury-medical',
  'economic-compensation',
  'damages',
]);

/** Kinds that Rules 50(2) spells out: compensation includes non-compete compensation, damages the second wage. */
const LISTED_KINDS: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['economic-compensation', 'damages']);

/**
 * Throws MissingTableRow when the commission has loaded no minimum wage for the day: without it nothing is final.
 * Throws RangeError when it goes by the day of acceptance and none is given.
 */
export function decideFinality(
  facts: FinalityFacts,
  settings: FinalitySettings,
  minimumWage: readonly TableRow[],
): Finding<Finality> {
  const referenceOn = referenceDay(facts, settings);
  const row = rowOn(minimumWage, facts.area, referenceOn);
  if (row === null) throw new MissingTableRow('minimum-wage', facts.area, referenceOn);
  const threshold = row.value * 12;
  const steps: Step[] = [
    step(
      'finality.threshold',
      {
        areaKey: areaKey(facts.area),
        referenceOn,
        minimumFen: row.value,
        thresholdFen: threshold,
        source: row.source,
      },
      { amount: threshold, article: article('rules', 50, 1) },
    ),
  ];
  steps.push(...unverifiedAmount(row));
  const confirmsRelation =
    settings.isRelationConfirmationNonFinal &&
    facts.items.some((item) => item.kind === 'relation-confirmation');
  const items = facts.items.map((item): ItemFinality => {
    const { isFinal, reason } = confirmsRelation
      ? {
          isFinal: false,
          reason: step('finality.relation-confirmed', {}, { article: article('joint-opinion-1', 11) }),
        }
      : itemFinality(item, threshold);
    return { id: item.id, isFinal, reasons: [reason] };
  });
  if (confirmsRelation) steps.push(step('finality.relation-not-verified'));
  steps.push(...items.flatMap((item) => item.reasons));
  return finding(
    { threshold, items, documents: documentsFor(items) },
    [article('law', 47), article('rules', 50)],
    steps,
  );
}

function referenceDay(facts: FinalityFacts, settings: FinalitySettings): LocalDate {
  switch (settings.referenceDate) {
    case 'application-date':
      return facts.appliedOn;
    case 'acceptance-date':
      if (!facts.acceptedOn) throw new RangeError('the day of acceptance is needed');
      return facts.acceptedOn;
    case 'award-date':
      return facts.awardedOn;
  }
}

function itemFinality(item: DecidedItem, threshold: Fen): { isFinal: boolean; reason: Step } {
  if (item.kind === 'labour-standard') {
    return {
      isFinal: true,
      reason: step('finality.labour-standard', {}, { article: article('rules', 50, 3) }),
    };
  }
  if (!MONEY_KINDS.has(item.kind)) {
    return { isFinal: false, reason: step('finality.other-kind', {}, { article: article('law', 50) }) };
  }
  if (item.claimedBy === 'employer') {
    return {
      isFinal: false,
      reason: step('finality.employers-claim', {}, { article: article('interpretation-1', 19) }),
    };
  }
  const params = { amountFen: item.awarded, thresholdFen: threshold };
  const details = {
    amount: item.awarded,
    article: article('rules', 50, LISTED_KINDS.has(item.kind) ? 2 : 1),
  };
  return item.awarded <= threshold
    ? { isFinal: true, reason: step('finality.within-threshold', params, details) }
    : { isFinal: false, reason: step('finality.above-threshold', params, details) };
}

function documentsFor(items: readonly ItemFinality[]): AwardDocument[] {
  const idsOf = (isFinal: boolean) => items.filter((item) => item.isFinal === isFinal).map((item) => item.id);
  const documents: AwardDocument[] = [
    {
      kind: 'final',
      itemIds: idsOf(true),
      rightsKey: 'award.rights-final',
      workerSuitDays: CLOCK_RULES.D19.length,
      employerSuitDays: null,
      employerSetAsideDays: CLOCK_RULES.D20.length,
    },
    {
      kind: 'non-final',
      itemIds: idsOf(false),
      rightsKey: 'award.rights-non-final',
      workerSuitDays: CLOCK_RULES.D19.length,
      employerSuitDays: CLOCK_RULES.D19.length,
      employerSetAsideDays: null,
    },
  ];
  return documents.filter((document) => document.itemIds.length > 0);
}

/** What an award says of itself; null where it says nothing. */
export type StatedKind = 'final' | 'non-final' | null;

/**
 * How a court will treat one award document. What it says counts; one that holds items of both kinds is treated as
 * non-final; one that says nothing is final only when every item is (Interpretation (I) 18 to 20).
 */
export function courtView(
  stated: StatedKind,
  items: readonly Pick<ItemFinality, 'isFinal'>[],
): Finding<'final' | 'non-final'> {
  const of = (number: number) => ({ article: article('interpretation-1', number) });
  const isMixed = items.some((item) => item.isFinal) && items.some((item) => !item.isFinal);
  if (isMixed) return finding('non-final', [], [step('finality.mixed-document', {}, of(20))]);
  if (stated !== null) {
    return finding(
      stated,
      [],
      [
        stated === 'final'
          ? step('finality.says-final', {}, of(18))
          : step('finality.says-non-final', {}, of(18)),
      ],
    );
  }
  // Not mixed, so one final item makes them all final; a document without items is not.
  return items.some((item) => item.isFinal)
    ? finding('final', [], [step('finality.says-nothing-final', {}, of(19))])
    : finding('non-final', [], [step('finality.says-nothing-non-final', {}, of(18))]);
}

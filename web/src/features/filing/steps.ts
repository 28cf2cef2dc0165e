import type { DraftData } from './draft-data';

export interface StepPlace {
  /** As in the address and as told to the server. */
  step: string;
  /** JSON pointers of what is asked there; a pointer below one belongs to it too. */
  pointers: readonly string[];
}

/** All pages of the form, in order; each claim has its own. */
export function stepsOf(data: DraftData): StepPlace[] {
  return [
    { step: 'commission', pointers: ['/commissionId'] },
    {
      step: 'claimant',
      pointers: ['/claimant/name', '/claimant/document', '/claimant/sex', '/claimant/birthDate'],
    },
    { step: 'contact', pointers: ['/claimant/address', '/claimant/phone', '/claimant/email'] },
    { step: 'respondents', pointers: ['/respondents'] },
    { step: 'job', pointers: ['/employment/startDate', '/employment/post', '/employment/workplace'] },
    {
      step: 'contract',
      pointers: [
        '/employment/contract',
        '/employment/contractSignedOn',
        '/employment/contractFrom',
        '/employment/contractTo',
      ],
    },
    { step: 'pay', pointers: ['/employment/monthlyWage', '/employment/paidUntil'] },
    {
      step: 'ending',
      pointers: [
        '/employment/isEnded',
        '/employment/endDate',
        '/employment/endKind',
        '/employment/endReason',
      ],
    },
    { step: 'claims', pointers: [] },
    ...(data.claims ?? []).map((_, index) => ({
      step: `claim-${index + 1}`,
      pointers: [`/claims/${index}`],
    })),
    { step: 'statement', pointers: ['/statement'] },
    { step: 'evidence', pointers: ['/evidence'] },
    { step: 'service', pointers: ['/service'] },
    { step: 'review', pointers: [] },
    { step: 'signature', pointers: ['/signature'] },
  ];
}

export function belongsTo(pointer: string, place: StepPlace): boolean {
  if (place.step === 'claims') return pointer === '/claims';
  return place.pointers.some((at) => pointer === at || pointer.startsWith(`${at}/`));
}

/** Where a problem is put right. A whole section missing is put right on its first page. */
export function stepFor(pointer: string, data: DraftData): string {
  const steps = stepsOf(data);
  const place =
    steps.find((each) => belongsTo(pointer, each)) ??
    steps.find((each) => each.pointers.some((at) => at.startsWith(`${pointer}/`)));
  return place?.step ?? 'review';
}

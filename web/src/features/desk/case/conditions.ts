/** The conditions of acceptance, in the order of Rules 30. */
export const CONDITIONS = ['isWithinScope', 'hasClearClaims', 'hasProperParties', 'isOurs'] as const;
export type Condition = (typeof CONDITIONS)[number];
export type Conditions = Record<Condition, boolean>;

/** What a commission settles for itself because no text settles it (docs/law-notes.md). */
export const SETTING_NAMES = [
  'evidenceWorkingDays',
  'performanceDays',
  'wageReferenceDate',
  'isRelationConfirmationNonFinal',
  'intermediateCourt',
  'casePrefix',
  'numberPattern',
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];

interface Setting {
  /** null, or the code of what is wrong. */
  readonly problem: (text: string) => string | null;
  readonly parse: (text: string) => string | number | boolean;
}

const MAX_DAYS = 90;

const days: Setting = {
  problem: (text) => {
    if (!/^\d{1,4}$/.test(text)) return 'field.whole-number';
    if (Number(text) < 1) return 'field.too-small';
    return Number(text) > MAX_DAYS ? 'field.too-big' : null;
  },
  parse: Number,
};

const oneOf = (...values: readonly string[]): Setting => ({
  problem: (text) => (values.includes(text) ? null : 'field.choice'),
  parse: (text) => text,
});

const words = (isFitting: (text: string) => string | null): Setting => ({
  problem: (text) => {
    if (text === '') return 'field.required';
    return text.length > 60 ? 'field.too-long' : isFitting(text);
  },
  parse: (text) => text,
});

const PLACES = ['{prefix}', '{year}', '{serial}'];

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  evidenceWorkingDays: days,
  performanceDays: days,
  wageReferenceDate: oneOf('application-date', 'award-date'),
  isRelationConfirmationNonFinal: { ...oneOf('true', 'false'), parse: (text) => text === 'true' },
  intermediateCourt: words((text) => (text.endsWith('法院') ? null : 'setting.not-a-court')),
  // The other numbers of a commission (收, 补, …) are made from it by its last character.
  casePrefix: words((text) => (text.endsWith('案') && !/[{}]/.test(text) ? null : 'setting.prefix-word')),
  // Without year and serial two cases would bear one number.
  numberPattern: words((text) =>
    PLACES.every((place) => text.split(place).length === 2) &&
    !/[{}]/.test(PLACES.reduce((rest, place) => rest.replace(place, ''), text))
      ? null
      : 'setting.pattern-places',
  ),
};

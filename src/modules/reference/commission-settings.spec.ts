import { SETTING_NAMES, SETTINGS, type SettingName } from './commission-settings';

describe('settings of a commission', () => {
  it.each<[SettingName, string, string | null]>([
    ['evidenceWorkingDays', '15', null],
    ['evidenceWorkingDays', '1', null],
    ['evidenceWorkingDays', '0', 'field.too-small'],
    ['evidenceWorkingDays', '90', null],
    ['evidenceWorkingDays', '91', 'field.too-big'],
    ['evidenceWorkingDays', '1.5', 'field.whole-number'],
    ['performanceDays', '-3', 'field.whole-number'],
    ['wageReferenceDate', 'award-date', null],
    ['wageReferenceDate', 'some-day', 'field.choice'],
    ['isRelationConfirmationNonFinal', 'false', null],
    ['isRelationConfirmationNonFinal', 'no', 'field.choice'],
    ['intermediateCourt', '广州市中级人民法院', null],
    ['intermediateCourt', '广州市', 'setting.not-a-court'],
    ['intermediateCourt', '', 'field.required'],
    ['intermediateCourt', `${'市'.repeat(60)}法院`, 'field.too-long'],
    ['casePrefix', '穗南劳人仲案', null],
    ['casePrefix', '穗南劳人仲', 'setting.prefix-word'],
    ['casePrefix', '{prefix}案', 'setting.prefix-word'],
    ['numberPattern', '{prefix}〔{year}〕{serial}号', null],
    ['numberPattern', '{prefix}〔{year}〕号', 'setting.pattern-places'],
    ['numberPattern', '{prefix}{year}{serial}{serial}', 'setting.pattern-places'],
    ['numberPattern', '{prefix}{year}{serial}{place}', 'setting.pattern-places'],
  ])('%s = %s', (name, text, problem) => {
    expect(SETTINGS[name].problem(text)).toBe(problem);
  });

  it('are kept as what they are', () => {
    expect(SETTINGS.performanceDays.parse('10')).toBe(10);
    expect(SETTINGS.isRelationConfirmationNonFinal.parse('false')).toBe(false);
    expect(SETTINGS.isRelationConfirmationNonFinal.parse('true')).toBe(true);
    expect(SETTINGS.wageReferenceDate.parse('award-date')).toBe('award-date');
    expect(SETTINGS.casePrefix.parse('粤案')).toBe('粤案');
    expect(SETTING_NAMES).toHaveLength(7);
  });
});

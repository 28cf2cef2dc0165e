import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { dateTime, longDate } from '../../ui/format';

/** One entry of the record in words. Days and instants in it are said as people say them. */
export function useRecordSentence(): (entry: Schemas['TimelineEntryDto']) => string {
  const { t } = useTranslation();
  return (entry) => {
    const params = Object.fromEntries(
      Object.entries(entry.params).map(([name, value]) => {
        const text = String(value);
        if (/^\d{4}-\d\d-\d\dT/.test(text)) return [name, dateTime(text)];
        if (/^\d{4}-\d\d-\d\d$/.test(text)) return [name, longDate(text)];
        return [name, text];
      }),
    );
    if (entry.type.startsWith('motion.')) {
      const motion = t(`motion.kind.${params['kind']}`);
      return t([`record.${entry.type}.${params['kind']}`, `record.${entry.type}`], { ...params, motion });
    }
    if (params['clockCode']) {
      return t(`record.${entry.type}`, {
        ...params,
        clock: t(`clock.${params['clockCode'].toLowerCase()}.title`),
      });
    }
    // Who it was is said where the sentences differ by it: `record.….signed_arbitrator`.
    const context = String(entry.params['role'] ?? '');
    return t(`record.${entry.type}`, { ...params, context, defaultValue: t('record.other') });
  };
}

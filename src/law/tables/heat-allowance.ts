import { localDate } from '../../kernel/local-date';
import { TableRow } from './table';

const SOURCE = '《广东省高温天气劳动保护办法》及其津贴标准，未与公布文件核对';

/** Guangdong, June to October; both figures and the months from memory. */
export const HEAT_ALLOWANCE: readonly TableRow[] = [
  {
    area: 'guangdong',
    from: localDate('2012-03-01'),
    item: '6-10',
    value: 150_00,
    source: SOURCE,
    isVerified: false,
  },
  {
    area: 'guangdong',
    from: localDate('2021-06-01'),
    item: '6-10',
    value: 300_00,
    source: SOURCE,
    isVerified: false,
  },
];

import { LocalDate, localDate } from '../../kernel/local-date';

/** The cities of the tables, with the text key of their name. */
export const AREAS = {
  guangzhou: 'area.guangzhou',
  shenzhen: 'area.shenzhen',
  zhuhai: 'area.zhuhai',
  foshan: 'area.foshan',
  dongguan: 'area.dongguan',
  zhongshan: 'area.zhongshan',
} as const;

export type Area = keyof typeof AREAS;

export function isArea(text: string): text is Area {
  return Object.hasOwn(AREAS, text);
}

/** The text key of an area's name; a city that a commission added itself is shown as the local area. */
export function areaKey(area: string): string {
  return isArea(area) ? AREAS[area] : 'area.local';
}

/**
 * Whose area a place is (Law 21(1)): one row of the division between a city and its districts. No published division
 * could be compared, so all of it is data that a commission can change.
 */
export interface CommissionArea {
  readonly city: string;
  /** District of the city; null for all of the city that no row of its own names. */
  readonly district: string | null;
  /** Kind of employer the row is for, in the words of the division (say, those registered with the city); null for all. */
  readonly employers: string | null;
  /** The commission that hears the disputes of the place. */
  readonly commission: string;
  readonly from: LocalDate;
  readonly source: string;
  /** False while nobody has compared the row with the document named. */
  readonly isVerified: boolean;
}

const NOT_COMPARED = '按行政区域推定，未与公布文件核对';

/** In force since the Rules are, for want of a date of their own. */
export const COMMISSION_AREAS: readonly CommissionArea[] = [
  row('guangzhou', 'nansha', 'nansha'),
  row('zhuhai', 'hengqin', 'hengqin'),
  row('foshan', null, 'foshan'),
  row('dongguan', null, 'dongguan'),
  row('zhongshan', null, 'zhongshan'),
];

function row(city: Area, district: string | null, commission: string): CommissionArea {
  return {
    city,
    district,
    employers: null,
    commission,
    from: localDate('2017-07-01'),
    source: NOT_COMPARED,
    isVerified: false,
  };
}

const PROVINCE = 'guangdong';
const COUNTRY = 'china';

/** Where the figures of an area are looked up, the nearest place first. Every city known here is in Guangdong. */
export function placesAround(area: string): string[] {
  return isArea(area) ? [area, PROVINCE, COUNTRY] : [area, COUNTRY];
}

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

const PROVINCE = 'guangdong';
const COUNTRY = 'china';

/** Where the figures of an area are looked up, the nearest place first. Every city known here is in Guangdong. */
export function placesAround(area: string): string[] {
  return isArea(area) ? [area, PROVINCE, COUNTRY] : [area, COUNTRY];
}

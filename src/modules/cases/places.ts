import type { LocatedPlace } from '../../law/commission-area';
import type { Area } from '../../law/tables/areas';

/** Pure: which city and district an address as people write it names. */

const CITIES: readonly (readonly [Area, RegExp])[] = [
  ['guangzhou', /[广廣]州/],
  ['shenzhen', /深圳/],
  ['zhuhai', /珠海/],
  ['foshan', /佛山市|佛山(?!路|大道|[一二三四五六七八九]路)/],
  ['dongguan', /[东東]莞/],
  // Every town has a road of the name.
  ['zhongshan', /中山市/],
];

const DISTRICTS: readonly (readonly [Area, string, RegExp])[] = [
  ['guangzhou', 'nansha', /南沙/],
  ['zhuhai', 'hengqin', /[横橫]琴/],
];

/** Null where the address names no city known here. The first that is named counts, as addresses go from large to small. */
export function placeIn(address: string): LocatedPlace | null {
  const named = CITIES.flatMap(([city, pattern]) => {
    const at = address.search(pattern);
    return at < 0 ? [] : [{ city, at }];
  }).sort((a, b) => a.at - b.at);
  const district = DISTRICTS.find(
    ([city, , pattern]) => pattern.test(address) && (named.length === 0 || named[0]!.city === city),
  );
  const city = named[0]?.city ?? district?.[0];
  return city ? { name: address, city, district: district?.[1] ?? null } : null;
}

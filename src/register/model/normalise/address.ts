import { meaningful } from "./text.ts";

/** What can be read out of an address line; null where it does not say. */
export interface AddressParts {
  readonly community: string | null;
  /** Lane, hutong, street row or estate within the community: 二巷, 东里, 新村. */
  readonly lane: string | null;
  /** 60号, 3栋. */
  readonly building: string | null;
  readonly unit: string | null;
  readonly room: string | null;
}

const DIGITS = "[0-9一二三四五六七八九十百零〇]+";
const BUILDING = new RegExp(`((?:[A-Za-z]?${DIGITS}|[A-Za-z甲乙丙丁])(?:号楼|号院|[号栋幢座楼]))(?![室房])`);
const UNIT = new RegExp(`(${DIGITS}单元)`);
const NOTHING: AddressParts = { community: null, lane: null, building: null, unit: null, room: null };

/** 席子营社区二巷60号3单元101 → community 席子营社区, lane 二巷, building 60号, unit 3单元, room 101. */
export function readAddress(text: string): AddressParts {
  const line = meaningful(text)?.replaceAll(" ", "");
  if (!line) return NOTHING;
  const afterStreet = withoutRegion(line);
  const community = /^(.{2,10}?(?:社区|村委会|居委会))/.exec(afterStreet)?.[1] ?? null;
  const inside = (community ? afterStreet.slice(community.length) : afterStreet).replace(/^(居民委员会|居委会|村委会)/, "");
  const building = BUILDING.exec(inside);
  const before = building ? inside.slice(0, building.index) : inside.replace(/\d.*$/, "");
  return {
    community, lane: laneOf(before), building: building?.[1] ?? null,
    unit: UNIT.exec(inside)?.[1] ?? null,
    room: /(?:单元|栋|幢|座|楼|号|-)(\d{1,4})[室房号]?$/.exec(inside)?.[1] ?? null,
  };
}

/** Drops province, city, district and street. A name such as 北市社区 is no city: at least two characters stand before 市, and no 社区 behind it. */
function withoutRegion(line: string): string {
  const street = /^.*?(?:街道办事处|街道办|街道|镇|乡)(?=.)/.exec(line);
  if (street && !street[0].includes("社区")) return line.slice(street[0].length);
  return line.replace(/^.{2,8}?(?:省|自治区)/, "").replace(/^.{2,8}?[市州](?!社区|里|场)(?=.{2})/, "").replace(/^.{1,6}?(?<![社小园])[区县](?=.{2})/, "");
}

/** The last named piece before the house number; the road it lies on comes before it. */
function laneOf(before: string): string | null {
  const named = [...before.matchAll(/[^路街道巷里弄村苑园庭胡同]{0,8}?(?:胡同|巷|里|弄|新村|村|小区|花园|苑|园|家园|路|街|道|组|队)/g)].map(([piece]) => piece);
  return named.at(-1) ?? null;
}

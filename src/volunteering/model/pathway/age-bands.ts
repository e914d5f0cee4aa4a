import { ageOn, daysInMonth } from "#kernel/calendar.ts";

/** What a programme asks of volunteers of some age. Differs by place and changes by date, so it is data. */
export interface AgeBand {
  /** Completed years, inclusive. */
  readonly fromAge: number;
  /** Completed years, exclusive; null: no upper end. */
  readonly toAge: number | null;
  readonly rule: "forbidden" | "guardian" | "own";
  /** Serves only with an adult beside them. */
  readonly accompanied: boolean;
  readonly source: string;
  /** False is shown as 未核实. */
  readonly verified: boolean;
}

/**
 * The strictest reading of the rules known, for programmes that set none of
 * their own. The national regulation has no clause on guardians: the bands come
 * from older national and local rules.
 */
export const STRICTEST_AGE_BANDS: readonly AgeBand[] = [
  { fromAge: 0, toAge: 6, rule: "forbidden", accompanied: true, source: "东营市志愿服务规定：6周岁以下不作记录", verified: false },
  { fromAge: 6, toAge: 14, rule: "guardian", accompanied: true, source: "《学生志愿服务管理暂行办法》；各地规定不一，取最严", verified: false },
  { fromAge: 14, toAge: 18, rule: "guardian", accompanied: false, source: "《中国注册志愿者管理办法》：14—18周岁须经法定代理人同意", verified: true },
  { fromAge: 18, toAge: null, rule: "own", accompanied: false, source: "《中华人民共和国民法典》第十七条", verified: true },
];

/** The band a person born on a day falls in; undefined where the bands leave a gap. */
export function ageBandOn(bands: readonly AgeBand[], birthOn: string, on: string): AgeBand | undefined {
  const age = ageOn(birthOn, on);
  return bands.find((band) => band.fromAge <= age && (band.toAge === null || age < band.toAge));
}

/** The days on which somebody passes from one band into the next. */
export function bandChanges(bands: readonly AgeBand[], birthOn: string): string[] {
  const ages = new Set(bands.flatMap(({ fromAge, toAge }) => [fromAge, ...(toAge === null ? [] : [toAge])]));
  return [...ages].map((age) => birthday(birthOn, age));
}

/**
 * The latest day a birth known only as `YYYY` or `YYYY-MM` can mean: where the
 * day is unknown, a person counts as the youngest they can be.
 */
export function youngestBirthOn(birth: string): string {
  if (birth.length === 4) return `${birth}-12-31`;
  if (birth.length > 7) return birth;
  const [year, month] = birth.split("-").map(Number) as [number, number];
  return `${birth}-${String(daysInMonth(year, month)).padStart(2, "0")}`;
}

function birthday(birthOn: string, age: number): string {
  const year = String(Number(birthOn.slice(0, 4)) + age).padStart(4, "0");
  const on = `${year}${birthOn.slice(4)}`;
  return ageOn(birthOn, on) === age && isReal(on) ? on : `${year}-03-01`;
}

/** Only 29 February can be unreal here. */
function isReal(on: string): boolean {
  return on.slice(5) !== "02-29" || daysInMonth(Number(on.slice(0, 4)), 2) === 29;
}

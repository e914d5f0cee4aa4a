import type { UnitKind } from "./unit-kinds.ts";

/** What the three digits of a street or town say. Source: 统计用区划代码编制规则. */
const TOWNSHIPS: readonly (readonly [from: number, to: number, what: "street" | "town" | "township" | "enterprise"])[] = [
  [1, 99, "street"], [100, 199, "town"], [200, 399, "township"], [400, 599, "enterprise"],
];

export interface DivisionCode {
  /** The narrowest part that is filled in; null when it is no code. */
  readonly level: "province" | "city" | "district" | "street" | "community" | null;
  readonly township: "street" | "town" | "township" | "enterprise" | null;
  /** 001–199 居委会, 200–399 村委会: samples agree, the rule itself is not verified (未核实). */
  readonly committee: "residents" | "villagers" | null;
}

/** Takes a 12-digit division code apart: 6 division, 3 street or town, 3 committee. */
export function readDivisionCode(code: string): DivisionCode {
  if (!/^\d{12}$/.test(code) || code.startsWith("00")) return { level: null, township: null, committee: null };
  const [street, committee] = [Number(code.slice(6, 9)), Number(code.slice(9))];
  const township = TOWNSHIPS.find(([from, to]) => street >= from && street <= to)?.[2] ?? null;
  if (committee > 0) return street === 0 ? { level: null, township, committee: null } : { level: "community", township, committee: committeeOf(committee) };
  if (street > 0) return { level: "street", township, committee: null };
  const level = code.slice(4, 6) !== "00" ? "district" : code.slice(2, 4) !== "00" ? "city" : "province";
  return { level, township: null, committee: null };
}

const committeeOf = (number: number): DivisionCode["committee"] => (number <= 199 ? "residents" : number <= 399 ? "villagers" : null);

/** The code of the unit a code lies in; null at the top. */
export function parentCode(code: string): string | null {
  const { level } = readDivisionCode(code);
  if (level === "community") return `${code.slice(0, 9)}000`;
  if (level === "street") return `${code.slice(0, 6)}000000`;
  return level === "district" ? `${code.slice(0, 4)}00000000` : null;
}

export type CodeFault = "place.code_form" | "place.code_other_kind" | "place.code_outside_parent" | "place.code_below_community";

/** What is wrong with a unit's code; null when it fits its kind and its parent. */
export function codeFault(code: string, kind: UnitKind, codeOfParent: string | null): CodeFault | null {
  const { level } = readDivisionCode(code);
  if (level === null || level === "province") return "place.code_form";
  if (kind === "lane" || kind === "grid" || kind === "building") return "place.code_below_community";
  if (level !== kind) return "place.code_other_kind";
  return codeOfParent !== null && !code.startsWith(codeOfParent.replace(/0+$/, "").padEnd(significant(codeOfParent), "0")) ? "place.code_outside_parent" : null;
}

/** How many of a code's digits count: 4 of a city, 6 of a district, 9 of a street. */
function significant(code: string): number {
  const { level } = readDivisionCode(code);
  return level === "community" ? 12 : level === "street" ? 9 : level === "district" ? 6 : level === "city" ? 4 : 2;
}

/** The kind a code speaks of, for lists that give code and name only. */
export function kindOfCode(code: string): UnitKind | null {
  const { level } = readDivisionCode(code);
  return level === "province" ? null : level;
}

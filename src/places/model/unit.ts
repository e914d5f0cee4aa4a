import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { UNIT_KINDS, type UnitKind } from "./unit-kinds.ts";

/** A shape as GeoJSON gives it (RFC 7946): longitude first. */
export type Shape =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };

/** One unit of an organisation's territory (辖区单元). */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** Division code (统计用区划代码), 12 digits; none below the community. */
  readonly code: string | null;
  /** 111, 112, 121 … (城乡分类代码). */
  readonly urbanRuralClass: string | null;
  readonly name: string;
  /** Other and former names. */
  readonly aliases: readonly string[];
  readonly parentId: string | null;
  readonly validFrom: string;
  /** First day on which it is no longer there. */
  readonly validTo: string | null;
  readonly shape: Shape | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly version: number;
}

const Day = z.string().refine(isDay, { error: "place.no_day" });
export const UnitName = z.string().trim().min(1).max(60);
export const UnitCode = z.string().trim().regex(/^\d{12}$/, { error: "place.code_form" });

/** A unit as somebody adds it. */
export const NewUnit = z.object({
  kind: z.enum(UNIT_KINDS), name: UnitName, code: UnitCode.nullish(),
  urbanRuralClass: z.string().regex(/^[12]\d{2}$/, { error: "place.class_form" }).nullish(),
  aliases: z.array(UnitName).max(20).optional(),
  parentId: z.uuid().nullish(), validFrom: Day,
  longitude: z.number().min(-180).max(180).nullish(), latitude: z.number().min(-90).max(90).nullish(),
});
export type NewUnit = z.infer<typeof NewUnit>;

/** A unit lies in one that is wider: a community in a street, a lane, grid or building in a community or another below it. */
export function fitsUnder(kind: UnitKind, parent: UnitKind): boolean {
  const [at, above] = [UNIT_KINDS.indexOf(kind), UNIT_KINDS.indexOf(parent)];
  const belowCommunity = UNIT_KINDS.indexOf("community");
  return above < at && (at <= belowCommunity || above >= belowCommunity);
}

/** True when a unit stands on a day. */
export function standsOn({ validFrom, validTo }: Pick<Unit, "validFrom" | "validTo">, on: string): boolean {
  return validFrom <= on && (validTo === null || on < validTo);
}

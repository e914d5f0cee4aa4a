import { z } from "zod";
import { NewUnit, UnitCode, UnitName } from "./unit.ts";

/** Other names written in one line, parted by any comma or stroke. */
const aliases = z.string().optional().transform((text) => (text ?? "").split(/[、,，;；/]/).map((alias) => alias.trim()).filter((alias) => alias !== "").slice(0, 20));
const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional();

/** A unit as the form sends it: everything text, blanks left out. */
export const UnitForm = z.object({
  name: UnitName, code: UnitCode.optional(), urbanRuralClass: NewUnit.shape.urbanRuralClass, aliases, parentId: z.uuid().optional(),
  longitude: degrees(180), latitude: degrees(90),
}).refine(({ longitude, latitude }) => (longitude === undefined) === (latitude === undefined), { path: ["longitude"], error: "place.point_wrong" });

export const NewUnitForm = UnitForm.safeExtend({ kind: NewUnit.shape.kind, validFrom: NewUnit.shape.validFrom });

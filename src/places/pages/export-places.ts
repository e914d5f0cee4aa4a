import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { placesText } from "../messages/index.ts";
import { listTerritory } from "../service/show-territory.ts";

/** The territory of today as a workbook that can be changed and imported again. */
export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const t = placesText[webOf(context).lang];
  const units = await listTerritory(session);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const heads = [t.fields.code, t.fields.name, t.fields.kind, t.fields.parent, t.fields.aliases, t.fields.urbanRuralClass, t.fields.longitude, t.fields.latitude, t.fields.validFrom];
  const rows = units.map((unit) => [unit.code, unit.name, t.kinds[unit.kind], unit.parentId === null ? null : nameOf.get(unit.parentId) ?? null, unit.aliases.join("、"), unit.urbanRuralClass, unit.longitude, unit.latitude, { day: unit.validFrom }]);
  return sheetsAnswer([{ name: t.exportSheet, columns: heads.map((header) => ({ header })), rows }], { name: `${t.exportSheet}-${session.today}` });
}

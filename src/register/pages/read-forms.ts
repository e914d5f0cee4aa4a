import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { Mapping } from "../model/fields.ts";
import { SentMapping } from "../model/import/mapping-fingerprint.ts";

/** The mapping as the form sends it: `field-3=phone`, `inverted=7`, `fillDown=2`. */
export function mappingSent(data: FormData): Mapping {
  const ticked = (name: string) => new Set(data.getAll(name).map(String));
  const [inverted, fillDown] = [ticked("inverted"), ticked("fillDown")];
  const columns = [...data].flatMap(([name, value]) => {
    const column = /^field-(\d+)$/.exec(name)?.[1];
    if (column === undefined) return [];
    return [{ column: Number(column), field: value === "" ? null : value, ...(inverted.has(column) && { inverted: true }), ...(fillDown.has(column) && { fillDown: true }) }];
  });
  const headerRow = data.get("headerRow");
  const sent = SentMapping.safeParse({ columns, ...(typeof headerRow === "string" && headerRow !== "" && { headerRow: Number(headerRow) }) });
  if (!sent.success) throw new Refusal("invalid_input", "register.bad_mapping");
  return { ...(sent.data.headerRow !== undefined && { headerRow: sent.data.headerRow }), columns: sent.data.columns.map(({ column, field, inverted: asksOpposite, fillDown: carries }) => ({ column, field, ...(asksOpposite && { inverted: true }), ...(carries && { fillDown: true }) })) };
}

const Decision = z.enum(["complete", "create"]);

/** What was decided about matched rows: `match-12=complete`. */
export function matchesSent(data: FormData): { position: number; decision: z.infer<typeof Decision> }[] {
  return [...data].flatMap(([name, value]) => {
    const position = /^match-(\d+)$/.exec(name)?.[1];
    const decision = Decision.safeParse(value);
    return position !== undefined && decision.success ? [{ position: Number(position), decision: decision.data }] : [];
  });
}

import type { z } from "zod";
import { FLAGS, LISTS, NUMBERS, WORDS } from "./filter-address.ts";
import { PersonFilter } from "./person-filter.ts";

/** Reads a filter from an address. What does not fit is left out: an old link still opens a list. */
export function readFilter(params: URLSearchParams): PersonFilter {
  const raw: Record<string, unknown> = {};
  const several = (name: string) => params.getAll(name).map((value) => value.trim()).filter((value) => value !== "");
  for (const [name, field] of Object.entries(LISTS)) {
    const values = several(name);
    if (values.length > 0) raw[field] = name === "type" || name === "grade" ? values.map(Number) : values;
  }
  for (const [name, field] of Object.entries(NUMBERS)) if (several(name)[0]) raw[field] = Number(several(name)[0]);
  for (const name of WORDS) if (several(name)[0]) raw[name] = several(name)[0];
  for (const [name, field] of Object.entries(FLAGS)) if (several(name)[0]) raw[field] = several(name)[0] === "yes";
  return keepValid(raw);
}

function keepValid(raw: Record<string, unknown>): PersonFilter {
  const shape: Record<string, z.ZodType> = PersonFilter.shape;
  return Object.fromEntries(Object.entries(raw).filter(([field, value]) => shape[field]?.safeParse(value).success)) as PersonFilter;
}

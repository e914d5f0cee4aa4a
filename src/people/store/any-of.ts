import { sql } from "kysely";

/** `column = any(array)`: one parameter however many ids, where `in (…)` would need one each and could run out of them. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

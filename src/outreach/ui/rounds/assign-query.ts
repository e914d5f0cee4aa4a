import { AssignChoice } from "../../model/round/round.ts";
import { PLACE_PREFIX } from "../place-field.ts";

/** The choice an address or a form holds; nothing while none was made. */
export function choiceOf(roundId: string, pairs: readonly (readonly [string, string])[]): AssignChoice | null {
  const values = new Map(pairs.filter(([, value]) => value !== ""));
  if (!values.has("how")) return null;
  const byCommunity = Object.fromEntries(pairs.filter(([name, value]) => name.startsWith(PLACE_PREFIX) && value !== "").map(([name, value]) => [name.slice(PLACE_PREFIX.length), value]));
  const parsed = AssignChoice.safeParse({ roundId, how: values.get("how"), whom: values.get("whom"), workerIds: pairs.filter(([name]) => name === "workerIds").map(([, value]) => value), byCommunity });
  return parsed.success ? parsed.data : null;
}

import { createPersons, findSamePersons } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";

/** What somebody tells of themselves when they sign up. */
export interface SignUpDetails { readonly name: string; readonly phone: string; readonly birthOn: string | null }

/** The person behind a sign-up: the only one on file under this very name and phone, whose birth does not contradict; else a new record. */
export async function personOfSignUp(session: Session, tx: Tx, { name, phone, birthOn }: SignUpDetails): Promise<string> {
  const keeping: Session = { ...session, actor: { ...session.actor, capabilities: new Set([...session.actor.capabilities, "people.write"]) } };
  const number = phone.replaceAll(/[\s-]/g, "");
  const [matches = []] = number === "" && birthOn === null ? [] : await findSamePersons(keeping, tx, [{ name, birthOn, phones: number === "" ? [] : [number] }]);
  const same = matches.filter((match) => match.name === name && match.reasons.some((reason) => reason === "name_phone") && (birthOn === null || match.birthOn === null || match.birthOn === birthOn));
  if (same.length === 1) return same[0]!.personId;
  const [created] = await createPersons(keeping, tx, [{
    name, ...(birthOn !== null && { birthOn, birthPrecision: "day" as const }),
    contacts: number === "" ? [] : [{ kind: number.startsWith("1") ? "mobile" as const : "landline" as const, value: number }],
  }], { source: "sign_up", audit: "each" });
  return created!;
}

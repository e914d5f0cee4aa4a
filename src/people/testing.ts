import type { Session } from "#platform/db/session.ts";
import type { NewPerson } from "./model/person.ts";
import { createPersons } from "./service/persons/create-persons.ts";

export { undoMerge } from "./service/merging/undo-merge.ts";

/** A made-up resident. */
export function aPerson(over: Partial<NewPerson> = {}): NewPerson {
  return {
    name: "张三", sex: "male", birthOn: "1990-05-14", address: "青云街道金沙社区二巷60号",
    contacts: [{ kind: "mobile", value: "13812345678" }], roles: [{ role: "service_user", fromOn: "2026-01-01" }], ...over,
  };
}

/** Adds one person; their id. The session needs people.write. */
export async function givenPerson(session: Session, over: Partial<NewPerson> = {}): Promise<string> {
  return (await givenPersons(session, [aPerson(over)]))[0]!;
}

/** Adds persons; their ids in the order given. */
export function givenPersons(session: Session, persons: readonly NewPerson[]): Promise<string[]> {
  return session.write("testing.given-persons", null, (tx) => createPersons(session, tx, persons, { source: "demo" }));
}

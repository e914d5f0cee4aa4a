import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { NewConsent } from "../../model/consents/consent.ts";
import { givenPerson } from "../../testing.ts";
import { consentsInForce } from "./consents-in-force.ts";
import { recordConsent } from "./record-consents.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);
const aConsent = (over: Partial<NewConsent>): NewConsent => ({ personId: "", purpose: "be_matched", state: "given", capacity: "self", fromOn: "2026-01-01", channel: "in_person", ...over });

test("says by person and purpose what holds, also for those never asked", async () => {
  const session = worker();
  const [asked, silent] = [await givenPerson(session), await givenPerson(session, { name: "李四" })];
  await recordConsent(session, aConsent({ personId: asked }));
  await recordConsent(session, aConsent({ personId: asked, state: "withdrawn", fromOn: "2026-05-01" }));
  await recordConsent(session, aConsent({ personId: asked, purpose: "photograph", state: "refused" }));
  const on = async (day: string) => session.read((tx) => consentsInForce(tx, session.actor.orgId, [asked, silent], day));
  expect(await on("2026-04-30")).toEqual(new Map([[asked, new Map([["be_matched", "given"], ["photograph", "refused"]])], [silent, new Map()]]));
  expect((await on("2026-05-01")).get(asked)!.get("be_matched")).toBe("withdrawn");
});

test("the trail can be added to and never rewritten", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  await recordConsent(session, aConsent({ personId }));
  for (const statement of ["update people.consents set state = 'refused'", "delete from people.consents"]) {
    await expect(t.owner.query(`begin; set local role linli_app; ${statement}; commit`)).rejects.toThrow(/permission denied/);
    await t.owner.query("rollback");
  }
});

test("keeps the words that were shown, once", async () => {
  const session = worker();
  const text = { language: "zh", text: "您是否同意我们联系您？" } as const;
  for (const name of ["张三", "李四"]) await recordConsent(session, aConsent({ personId: await givenPerson(session, { name }), purpose: "contact", text }));
  const { rows } = await t.owner.query("select text, first_on::text from people.consent_texts where org_id = $1", [session.actor.orgId]);
  expect(rows).toEqual([{ text: text.text, first_on: "2026-11-22" }]);
});

test("a guardian must be named or be a person here; strangers' persons are not", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  await expect(recordConsent(session, aConsent({ personId, capacity: "guardian" }))).rejects.toMatchObject({ fields: [{ field: "byName", reason: "person.consent_by_whom" }] });
  const stranger = worker();
  const theirs = await givenPerson(stranger);
  await expect(recordConsent(session, aConsent({ personId, capacity: "guardian", byPersonId: theirs }))).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(recordConsent(stranger, aConsent({ personId }))).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(recordConsent(sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t), aConsent({ personId }))).rejects.toMatchObject({ reason: "access.not_allowed" });
  await recordConsent(session, aConsent({ personId, capacity: "guardian", byName: "李梅" }));
});

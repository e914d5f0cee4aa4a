import { expect, test } from "vitest";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme } from "#volunteering/testing.ts";
import { exclusionsOf } from "./exclusions-of.ts";
import { friendWishesOf } from "./friend-wishes-of.ts";
import { saveWish } from "./save-wish.ts";

const t = testDatabase();

test("what is wished of a friend is told of who agreed to be matched, over all programmes, and of nobody else", async () => {
  const session = sessionOf(anActor({ capabilities: ["matching.manage", "people.read", "people.write", "volunteers.manage", "volunteers.read"] }), t);
  const [agreed, silent, plain] = [await givenPerson(session, { name: "甲" }), await givenPerson(session, { name: "乙" }), await givenPerson(session, { name: "丙" })];
  for (const [slug, languagesAsked] of [["one", ["昆明话"]], ["two", ["彝语"]]] as const) {
    const programmeId = await givenProgramme(session, { slug: `${slug}-${crypto.randomUUID().slice(0, 8)}` });
    for (const personId of [agreed, silent]) await saveWish(session, { programmeId, personId, sexAsked: slug === "two" ? "female" : null, languagesAsked: [...languagesAsked] });
    await saveWish(session, { programmeId, personId: plain });
  }
  const consent = { purpose: "be_matched" as const, state: "given" as const, capacity: "self" as const, fromOn: session.today, channel: "in_person" as const };
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ ...consent, personId: agreed }, { ...consent, personId: plain }]));
  const wishes = await session.read((tx) => friendWishesOf(tx, session.actor.orgId, [agreed, silent, plain], session.today));
  expect([...wishes.keys()]).toEqual([agreed]);
  expect({ ...wishes.get(agreed), languagesAsked: wishes.get(agreed)!.languagesAsked.toSorted() }).toEqual({ sexAsked: "female", languagesAsked: ["彝语", "昆明话"].toSorted() });
  expect(await session.read((tx) => exclusionsOf(tx, session.actor.orgId, [agreed]))).toEqual(new Map());
});

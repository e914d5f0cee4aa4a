import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { can } from "./can.ts";
import { judge, needs, open, signedIn } from "./policy.ts";

const show = { capability: "people.read", assignedCapability: "pairs.own", shows: ["public", "personal"] } as const;

test("another organisation's row is refused whatever the role", () => {
  const actor = anActor({ capabilities: ["people.read"] });
  expect(can(actor, show, { orgId: "0191d2a0-0000-7000-8000-00000000ffff" }).allow).toBe(false);
  expect(can(actor, show, { orgId: actor.orgId }).allow).toBe(true);
});

test("an assigned person may be seen with the lesser capability, another may not", () => {
  const friend = anActor({ capabilities: ["pairs.own"] });
  expect(can(friend, show, { orgId: friend.orgId, assignedTo: [friend.accountId] }).allow).toBe(true);
  expect(can(friend, show, { orgId: friend.orgId, assignedTo: [] }).allow).toBe(false);
});

test("sensitive fields want a second factor and leave a trace", () => {
  const reveal = { capability: "people.reveal", shows: ["sensitive"] } as const;
  const weak = anActor({ capabilities: ["people.reveal"], strong: false });
  expect(can(weak, reveal, { orgId: weak.orgId }).reason).toBe("access.second_factor");
  const strong = anActor({ capabilities: ["people.reveal"] });
  expect(can(strong, reveal, { orgId: strong.orgId }).obligations).toEqual(["audit"]);
});

test("a purpose without consent is refused", () => {
  const actor = anActor({ capabilities: ["people.read"] });
  const share = { ...show, purpose: "share" };
  expect(can(actor, share, { orgId: actor.orgId, consents: new Set(["contact"]) }).reason).toBe("access.no_consent");
  expect(can(actor, share, { orgId: actor.orgId, consents: new Set(["share"]) }).allow).toBe(true);
});

test("a route's policy is judged for the stranger, the weak session and the wrong role", () => {
  expect(judge(open("anyone may ask"), null)).toBe(null);
  expect(judge(signedIn(), null)?.status).toBe(401);
  expect(judge(needs("people.read"), anActor({ capabilities: [] }))?.status).toBe(403);
  expect(judge(needs("people.read"), anActor({ capabilities: ["people.read"], strong: false }))?.reason).toBe("access.second_factor");
  expect(judge(needs("people.read"), anActor({ capabilities: ["people.read"] }))).toBe(null);
});

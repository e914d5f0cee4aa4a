import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA, compareWaiting, decideBookings, type Live, type Standing, waitingParties } from "./waiting-list.ts";

const PLAIN: Standing = { neverCame: false, homebound: false, waitedBefore: 0, livesHere: true, missed: 0 };
const PLACES = { participant: 2, volunteer: 1, companion: 1 };
let rank = 0;
const waits = (id: string, over: Partial<Live> = {}): Live => ({ id, rank: ++rank, role: "participant", companionOf: null, status: "waitlisted", standing: PLAIN, ...over });

test("the order is the policy's, word by word, and the order of signing up after it", () => {
  const list = [waits("早来"), waits("很少出门", { standing: { ...PLAIN, homebound: true } }), waits("没来过", { standing: { ...PLAIN, neverCame: true } }), waits("等过两次", { standing: { ...PLAIN, waitedBefore: 2 } })];
  const order = (...policy: (typeof CRITERIA)[number][]) => waitingParties(list, policy).map(({ head }) => head.id);
  expect(order()).toEqual(["早来", "很少出门", "没来过", "等过两次"]);
  expect(order("never_came", "homebound")).toEqual(["没来过", "很少出门", "早来", "等过两次"]);
  expect(order("waited_before", "homebound")).toEqual(["等过两次", "很少出门", "早来", "没来过"]);
});

test("a person and their assistant get in together or wait together; somebody alone may go ahead", () => {
  const booked = waits("老王", { status: "booked" });
  const carerOfBooked = waits("老王的女儿", { role: "companion", companionOf: "老王", status: "booked" });
  const mei = waits("小梅");
  const assistant = waits("小梅的助理", { role: "companion", companionOf: "小梅" });
  const alone = waits("一个人");
  expect(decideBookings(PLACES, [booked, carerOfBooked, mei, assistant, alone], [])).toEqual(["一个人"]);
  expect(decideBookings(PLACES, [booked, mei, assistant, alone], [])).toEqual(["小梅", "小梅的助理"]);
});

test("places of one role are none of another's, and who applied or cancelled takes none", () => {
  const list = [waits("甲"), waits("乙"), waits("丙"), waits("志愿者", { role: "volunteer" }), waits("申请", { status: "applied" }), waits("退了", { status: "cancelled" })];
  expect(decideBookings(PLACES, list, [])).toEqual(["甲", "乙", "志愿者"]);
  expect(decideBookings({ participant: 0, volunteer: 0, companion: 0 }, list, [])).toEqual([]);
});

const standing = fc.record({ neverCame: fc.boolean(), homebound: fc.boolean(), waitedBefore: fc.integer({ min: 0, max: 4 }), livesHere: fc.boolean(), missed: fc.integer({ min: 0, max: 4 }) });
const policies = fc.uniqueArray(fc.constantFrom(...CRITERIA));

test("never over the places, nobody left who fits, and nobody booked before somebody who comes first and also fits", () => {
  const rows = fc.array(fc.record({ standing, status: fc.constantFrom("waitlisted" as const, "booked" as const) }), { maxLength: 40 });
  fc.assert(fc.property(rows, policies, fc.integer({ min: 0, max: 30 }), (list, policy, room) => {
    const live = list.map((row, index) => waits(`p${index}`, { ...row, rank: index }));
    const taken = live.filter(({ status }) => status === "booked").length;
    const places = { participant: Math.max(room, taken), volunteer: 0, companion: 0 };
    const chosen = decideBookings(places, live, policy);
    const waiting = live.filter(({ status }) => status === "waitlisted");
    expect(taken + chosen.length).toBe(Math.min(places.participant, taken + waiting.length));
    const byHand = [...waiting].sort((a, b) => compareWaiting(policy, a, b)).slice(0, chosen.length).map(({ id }) => id);
    expect(chosen).toEqual(byHand);
  }));
});

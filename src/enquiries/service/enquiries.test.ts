import { expect, test } from "vitest";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { personCards } from "../../people/index.ts";
import { askForHelp } from "./ask-for-help.ts";
import { listDueEnquiries } from "./list-due-enquiries.ts";
import { listEnquiries } from "./list-enquiries.ts";
import { openFile } from "./open-file.ts";
import { showEnquiry } from "./show-enquiry.ts";
import { takeStep } from "./take-step.ts";

const t = testDatabase();
const asking = { forWhom: "other", words: "想给儿子找一位同龄朋友", community: "严家地社区", askerRelation: "母亲" } as const;

async function givenEnquiry(more: { urgent?: boolean } = {}) {
  const worker = anActor({ capabilities: ["enquiries.manage"] });
  const visitor = anActor({ capabilities: ["enquiries.submit"], orgId: worker.orgId, role: "public", strong: false });
  const asked = await askForHelp(sessionOf(visitor, t), { ...asking, ...more });
  return { worker, visitor, asked, session: sessionOf(worker, t) };
}

test("a call from the public stands in the queue with its due day and a reference to quote", async () => {
  const { asked, session } = await givenEnquiry();
  expect(asked).toMatchObject({ reference: "261122-0001", dueOn: "2026-11-25" });
  const { page, counts } = await listEnquiries(session, { show: "open" });
  expect(page.rows.map((row) => row.id)).toEqual([asked.id]);
  expect(counts).toEqual({ open: 1, overdue: 0 });
});

test("an urgent call is due today, and late tomorrow", async () => {
  const { worker, asked } = await givenEnquiry({ urgent: true });
  expect(asked.dueOn).toBe("2026-11-22");
  const tomorrow = sessionOf(worker, t, { now: new Date("2026-11-23T02:00:00Z") });
  expect((await listEnquiries(tomorrow, { show: "overdue" })).counts).toEqual({ open: 1, overdue: 1 });
});

test("twenty calls at once get twenty references", async () => {
  const { visitor } = await givenEnquiry();
  const asked = await Promise.all(Array.from({ length: 20 }, () => askForHelp(sessionOf(visitor, t), asking)));
  expect(new Set(asked.map(({ reference }) => reference)).size).toBe(20);
});

test("taken, called back, closed: the status follows and the queue empties", async () => {
  const { asked, session } = await givenEnquiry();
  let version = (await showEnquiry(session, asked.id)).version;
  for (const step of [{ kind: "taken" }, { kind: "contacted", note: "周六上门" }, { kind: "closed", reason: "answered" }] as const) {
    ({ version } = await takeStep(session, { enquiryId: asked.id, version, ...step }));
  }
  expect(await showEnquiry(session, asked.id)).toMatchObject({ status: "closed", events: [{ kind: "taken" }, { note: "周六上门" }, { reason: "answered" }] });
  expect((await listEnquiries(session, { show: "open" })).page.rows).toEqual([]);
  expect((await listEnquiries(session, { show: "closed" })).page.rows).toHaveLength(1);
  await expect(takeStep(session, { enquiryId: asked.id, version, kind: "contacted" })).rejects.toMatchObject({ reason: "enquiry.closed" });
});

test("two workers who take the same call at once: one does, the other is told", async () => {
  const { asked, worker, session } = await givenEnquiry();
  const { version } = await showEnquiry(session, asked.id);
  const other = sessionOf({ ...anActor({ capabilities: ["enquiries.manage"] }), orgId: worker.orgId }, t);
  const both = await Promise.allSettled([session, other].map((each) => takeStep(each, { enquiryId: asked.id, version, kind: "taken" })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { status: 412 } });
});

test("a page of the queue goes on where the last one ended", async () => {
  const { visitor, session } = await givenEnquiry();
  for (let count = 0; count < 34; count++) await askForHelp(sessionOf(visitor, t), asking);
  const first = (await listEnquiries(session, { show: "open" })).page;
  const second = (await listEnquiries(session, { show: "open", after: first.next })).page;
  expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 5, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(35);
});

test("another organisation, another role and the public themselves read nothing", async () => {
  const { asked, visitor } = await givenEnquiry();
  const stranger = sessionOf(anActor({ capabilities: ["enquiries.manage"] }), t);
  await expect(showEnquiry(stranger, asked.id)).rejects.toMatchObject({ reason: "enquiry.not_found" });
  expect((await listEnquiries(stranger, { show: "open" })).page.rows).toEqual([]);
  await expect(showEnquiry(sessionOf(visitor, t), asked.id)).rejects.toMatchObject({ status: 403 });
  await expect(listEnquiries(sessionOf(visitor, t), { show: "open" })).rejects.toMatchObject({ status: 403 });
});

test("a file opened from a call carries over what was said, and is linked", async () => {
  const { asked, worker } = await givenEnquiry();
  const session = sessionOf({ ...worker, capabilities: new Set(["enquiries.manage", "people.write", "people.read"]) }, t);
  const { version } = await showEnquiry(session, asked.id);
  const { personId } = await openFile(session, { enquiryId: asked.id, version, name: "小明" });
  expect((await showEnquiry(session, asked.id)).events).toMatchObject([{ kind: "linked", personId }]);
  const card = await session.read(async (tx) => (await personCards(tx, worker.orgId, [personId])).get(personId));
  expect(card).toMatchObject({ name: "小明" });
});

test("what is due stands in order for those who answer, and nothing for others", async () => {
  const { asked, session, visitor } = await givenEnquiry();
  expect(await listDueEnquiries(session)).toMatchObject([{ id: asked.id, dueOn: "2026-11-25", community: "严家地社区" }]);
  expect(await listDueEnquiries(sessionOf(visitor, t))).toEqual([]);
});

import { expect, test } from "vitest";
import { groupPaper, openGroup, rateMember } from "#groups/index.ts";
import { aGroup, givenGroup, givenSession } from "#groups/testing.ts";
import { givenOrganization, testGround } from "#identity/testing.ts";
import { OrgId } from "#kernel/ids.ts";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { listAudit } from "#platform/audit/list.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { FORMATS, GROUP_FORMS, partOf } from "../model/forms.ts";
import { OF_GROUP } from "../model/group-catalogue.ts";
import { SHIPPED } from "../model/shipped/index.ts";
import { wordsOfDocx, wordsOfPdf } from "../testing.ts";
import { changeTemplate } from "./change-template.ts";
import { listGroupMade } from "./list-group-made.ts";
import { makeGroupDocument } from "./make-group-document.ts";

const t = testDatabase();
const ALL = ["groups.work", "cases.work", "cases.supervise", "people.read", "people.write"];

async function givenLife() {
  const orgId = OrgId.parse(await givenOrganization(testGround(t)));
  const lead = sessionOf(anActor({ orgId, capabilities: ALL }), t);
  const personId = await givenPerson(lead, { name: "欧阳小满" });
  const { groupId, memberIds: [memberId] } = await givenGroup(lead, [personId], { recruiting: "走访时问" });
  await rateMember(lead, groupId, { memberId: memberId!, moment: "before", value: 3, ratingWords: "怕没有人说话" });
  const sessionId = await givenSession(lead, groupId, 1, [{ memberId: memberId!, state: "present", takingPart: 3, seen: "教人走马" }], { log: { nextWords: "早点开门" } });
  const aboutOf = (form: (typeof GROUP_FORMS)[number]) => ({ group: null, session: sessionId, member: memberId! })[partOf(form)];
  return { orgId, lead, personId, groupId, memberId: memberId!, sessionId, aboutOf };
}

test("the four forms of a group are filled as PDF and as Word; each is a row and a line of the trail, and its name says nobody's name", async () => {
  const { lead, personId, groupId, memberId, sessionId, aboutOf } = await givenLife();
  const said: Record<string, string[]> = {};
  for (const form of GROUP_FORMS) {
    for (const format of FORMATS) {
      const { bytes, fileName } = await makeGroupDocument(lead, { groupId, form, format, aboutId: aboutOf(form) });
      expect(fileName).toBe(`${form}${form === "group_session" ? "-1" : ""}-${lead.today}.${format}`);
      (said[form] ??= []).push(await (format === "pdf" ? wordsOfPdf : wordsOfDocx)(bytes));
    }
  }
  const expected = { group_plan: ["每人认识三位能说话的邻居", "走访时问", "欧阳小满"], group_session: ["认识彼此", "教人走马", "下了三盘棋", "早点开门", "欧阳小满"], group_member: ["欧阳小满", "怕没有人说话", "主动说", "教人走马"], group_closing: ["出席率100%", "欧阳小满", "每人认识三位能说话的邻居"] };
  for (const form of GROUP_FORMS) for (const words of said[form]!) for (const word of ["象棋小组", "青云社会工作服务中心", ...expected[form]]) expect(words, `${form}: ${word}`).toContain(word);
  for (const words of [...said.group_plan!, ...said.group_closing!]) expect(words).not.toContain("教人走马");
  const { name, made, sessions, members } = await listGroupMade(lead, groupId);
  expect([name, made.length, sessions, members]).toEqual(["象棋小组", 8, [{ id: sessionId, number: 1, aim: "认识彼此" }], [{ id: memberId, name: "欧阳小满" }]]);
  expect(made.find(({ form }) => form === "group_member")).toMatchObject({ aboutId: memberId, templateVersion: 0, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { rows } = await lead.read((tx) => listAudit(tx, lead.actor, { action: "document.made" }));
  expect(rows.filter(({ subjectKind, subjectId }) => subjectKind === "person" && subjectId === personId)).toHaveLength(2);
  expect(rows.filter(({ subjectKind, subjectId }) => subjectKind === "group" && subjectId === groupId)).toHaveLength(6);
});

test("every fact the group gives has a place in the catalogue", async () => {
  const { lead, groupId, aboutOf } = await givenLife();
  for (const form of GROUP_FORMS) {
    const { fields, lists } = await groupPaper(lead, groupId, partOf(form), aboutOf(form));
    expect(Object.keys(fields).filter((name) => !Object.hasOwn(OF_GROUP.fields, name))).toEqual([]);
    expect(Object.entries(lists).flatMap(([name, rows]) => rows.flatMap((row) => Object.keys(row).filter((field) => !Object.hasOwn(OF_GROUP.lists[name]?.fields ?? {}, field))))).toEqual([]);
  }
});

test("of an empty group every form can be made, to be filled in by hand", async () => {
  const { lead } = await givenLife();
  const { id: groupId } = await openGroup(lead, aGroup({ name: "照顾者下午茶" }));
  for (const form of GROUP_FORMS) {
    const { bytes } = await makeGroupDocument(lead, { groupId, form, format: "pdf", aboutId: null });
    const words = await wordsOfPdf(bytes);
    expect(words).toContain("照顾者下午茶");
    expect(words).not.toMatch(/undefined|null|NaN|\{\{/u);
  }
});

test("the gate is the group's own, and whoever lets no data be kept is not written of", async () => {
  const { orgId, lead, personId, groupId, memberId } = await givenLife();
  const ask = { groupId, form: "group_member", format: "pdf", aboutId: memberId } as const;
  const colleague = sessionOf(anActor({ orgId, capabilities: ["groups.work"] }), t);
  await expect(makeGroupDocument(colleague, ask)).rejects.toMatchObject({ reason: "groups.not_near" });
  await expect(listGroupMade(colleague, groupId)).rejects.toMatchObject({ reason: "groups.not_near" });
  await expect(makeGroupDocument(sessionOf(anActor({ orgId, capabilities: ["cases.work", "cases.supervise"] }), t), ask)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(makeGroupDocument(sessionOf(anActor({ capabilities: ALL }), t), ask)).rejects.toMatchObject({ reason: "groups.not_found" });
  await lead.write("consent", null, (tx) => recordConsents(lead, tx, [{ personId, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: lead.today, channel: "in_person" }]));
  await expect(makeGroupDocument(lead, ask)).rejects.toMatchObject({ reason: "document.withheld" });
  expect((await listGroupMade(lead, groupId))).toMatchObject({ members: [], made: [] });
});

test("a group's template is changed in versions like a case's; what is made of it says which", async () => {
  const { lead, groupId } = await givenLife();
  await expect(changeTemplate(lead, { form: "group_plan", basis: 0, text: "{{个案编号}}" })).rejects.toMatchObject({ reason: "document.template_faults" });
  await changeTemplate(lead, { form: "group_plan", basis: 0, text: `${SHIPPED.group_plan}\n本计划由{{带组社工}}保管`, note: "加一行" });
  expect(await wordsOfDocx((await makeGroupDocument(lead, { groupId, form: "group_plan", format: "docx", aboutId: null })).bytes)).toContain("保管");
  expect((await listGroupMade(lead, groupId)).made[0]!.templateVersion).toBe(1);
});

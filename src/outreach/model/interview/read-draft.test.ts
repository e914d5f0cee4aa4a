import { expect, test } from "vitest";
import { Interview } from "./interview.ts";
import { gather, pageOfFault, readKept } from "./read-draft.ts";
import { stepAfter, stepBefore, stepsOf, type InterviewDraft } from "./steps.ts";

const ids = { roundId: "5f0c7a1e-8a53-4c0c-9e0e-0a1b2c3d4e5f", personId: "6f0c7a1e-8a53-4c0c-9e0e-0a1b2c3d4e5f" };
const whole: InterviewDraft = {
  talk: { heldOn: "2026-11-20", mode: "visit", minutes: "45", present: ["client", "carer"], understanding: "with_support", longAtHome: "yes" },
  consent: { capacity: "self", "answer.contact": "given", "answer.photograph": "refused", "answer.share": "not_asked" },
  needs: { code: ["company.friend", "outing.company"] },
  "needs-words": { "priority.company.friend": "urgent", "words.company.friend": "想有人一起打球" },
  carer: { carer: "new", name: "杨桂兰", relation: "母亲", isGuardian: "yes", "answer.contact": "given" },
  "carer-needs": { code: "relief.hours" },
  "carer-words": { "source.relief.hours": "client", "words.relief.hours": "能歇半天就好" },
  others: { "name.0": "周小明", "howKnown.0": "一起做康复", "mayBeNamed.0": "yes" },
  close: { summary: "愿意见一见同龄人", nextDueOn: "2026-12-01" },
};

test("the pages come together to one record", () => {
  expect(Interview.parse(gather(ids, whole))).toMatchObject({
    minutes: 45, present: ["client", "carer"],
    consent: { capacity: "self", answers: { contact: "given", photograph: "refused" } },
    needs: [{ code: "company.friend", priority: "urgent", source: "client", words: "想有人一起打球" }, { code: "outing.company", priority: "soon", words: "" }],
    carer: { name: "杨桂兰", relation: "母亲", isGuardian: true, consent: { answers: { contact: "given" } }, needs: [{ code: "relief.hours", source: "carer", words: "能歇半天就好" }] },
    referrals: [{ name: "周小明", howKnown: "一起做康复", mayBeNamed: true }],
    nextDueOn: "2026-12-01",
  });
});

test("the shortest conversation is one page and needs nothing else", () => {
  const short: InterviewDraft = { talk: { heldOn: "2026-11-20", mode: "phone", present: "client", understanding: "alone" } };
  expect(Interview.parse(gather(ids, short))).toMatchObject({ needs: [], referrals: [], summary: "" });
  expect(stepsOf(short)).toEqual(["talk", "carer", "consent", "needs", "others", "close", "check"]);
});

test("pages that have nothing to ask are passed over, both ways", () => {
  expect(stepsOf(whole)).toHaveLength(10);
  expect(stepAfter("needs", { needs: {} })).toBe("others");
  expect(stepAfter("needs", whole)).toBe("needs-words");
  expect(stepBefore("others", { carer: { carer: "none" } })).toBe("needs");
  expect(stepBefore("others", whole)).toBe("carer-words");
  expect(stepBefore("talk", whole)).toBeNull();
});

test("a guardian is the carer of this record, a known person, or somebody named", () => {
  const said = (page: Record<string, string>) => Interview.parse(gather(ids, { ...whole, consent: { capacity: "guardian", "answer.contact": "given", ...page } })).consent;
  expect(said({ by: "carer" })).toMatchObject({ byCarer: true });
  expect(said({ by: ids.personId })).toMatchObject({ byPersonId: ids.personId });
  expect(said({ by: "named", byName: "杨桂兰" })).toEqual({ capacity: "guardian", byName: "杨桂兰", answers: { contact: "given" } });
});

test("a fault of the record leads to its page and field", () => {
  const faults = (draft: InterviewDraft) => Interview.safeParse(gather(ids, draft)).error?.issues.map(({ path }) => pageOfFault(path, draft));
  expect(faults({ talk: { heldOn: "2026-11-20", present: "client", understanding: "alone" } })).toEqual([{ step: "talk", field: "mode" }]);
  expect(faults({ ...whole, carer: { carer: "new", name: "杨桂兰" } })).toEqual([{ step: "carer", field: "relation" }]);
  expect(faults({ ...whole, close: { nextDueOn: "明天" } })).toEqual([{ step: "close", field: "nextDueOn" }]);
  expect(faults({ ...whole, others: { "name.1": "周小明", "phone.1": "1".repeat(41) } })).toEqual([{ step: "others", field: "phone.1" }]);
});

test("a kept draft comes back as it was typed", () => {
  expect(readKept(JSON.stringify(whole))).toEqual(whole);
});

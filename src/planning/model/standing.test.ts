import { expect, test } from "vitest";
import { carriedOver } from "./next-version.ts";
import { answerFault } from "./decide-answer.ts";
import { settleFault } from "./decide-settle.ts";
import { anAnswer } from "../testing.ts";
import { PlanId, type PlanContent } from "./plan.ts";
import { planText } from "./plan-text.ts";
import { mayMove, stepState, versionStanding } from "./standing.ts";

const HASH = "a".repeat(64);
const settled = { number: 1, settledAt: "2026-11-01T00:00:00Z", textHash: HASH };
const said = (kind: "agreed" | "refused", number = 1, textHash = HASH) => ({ version: 1, number, kind, textHash });
const CONTENT: PlanContent = {
  number: 1, about: "想出去看看", risk: "medium", reviewOn: "2027-02-20",
  goals: [{ goalId: "g", words: "每周出门", baseline: "两年没有出门", baselineLevel: -2, levels: ["甲", "乙", "丙", "丁", "戊"], weight: 2, targetOn: "2027-02-01", needId: null }],
  steps: [{ stepId: "s", goalId: "g", words: "打电话", owner: "worker", ownerName: "林晓禾", dueOn: "2026-12-01" }, { stepId: "t", goalId: "g", words: "去公园", owner: "client", ownerName: "", dueOn: null }],
};

test("a version waits, is agreed or refused by the last word, and is replaced by a later one", () => {
  expect(versionStanding({ ...settled, settledAt: null }, null, [])).toBe("draft");
  expect(versionStanding(settled, 1, [])).toBe("waiting");
  expect(versionStanding(settled, 1, [said("refused")])).toBe("refused");
  expect(versionStanding(settled, 1, [said("agreed", 2), said("refused", 1)])).toBe("agreed");
  expect(versionStanding(settled, 1, [said("agreed", 1, "b".repeat(64))])).toBe("waiting");
  expect(versionStanding(settled, 2, [said("agreed")])).toBe("replaced");
});

test("a step is open until it is done or dropped, and can be opened again", () => {
  expect(stepState([])).toBe("open");
  expect(stepState([{ number: 2, state: "open" }, { number: 1, state: "done" }])).toBe("open");
  expect([mayMove("open", "done"), mayMove("open", "open"), mayMove("done", "dropped"), mayMove("dropped", "open")]).toEqual([true, false, false, true]);
});

test("the next version keeps the goals and takes over what is still open", () => {
  expect(carriedOver(CONTENT, (id) => (id === "s" ? "done" : "open"))).toMatchObject({ number: 2, goals: [{ goalId: "g" }], steps: [{ stepId: "t" }] });
});

test("the text says all of it, and the same text every time", () => {
  expect(planText("张三", CONTENT)).toBe(planText("张三", structuredClone(CONTENT)));
  for (const words of ["张三", "第 1 版", "想出去看看", "−2：甲", "0：丙", "+2：戊", "步骤：打电话　由社工（林晓禾）　2026-12-01 前", "步骤：去公园　由本人"]) expect(planText("张三", CONTENT)).toContain(words);
});

test.each([
  [{ goals: [], steps: [] }, "no_goals"], [{ steps: [] }, "no_steps"], [{ reviewOn: "2026-11-22" }, "review_past"], [{}, undefined],
])("a draft is settled only whole", (over, fault) => expect(settleFault({ ...CONTENT, ...over }, "2026-11-22")).toBe(fault));

test.each([
  [{}, undefined], [{ textHash: "b".repeat(64) }, "plan.other_text"], [{ on: "2026-11-23" }, "plan.in_future"], [{ on: "2026-10-31" }, "plan.before_settled"],
  [{ capacity: "guardian" as const }, "plan.relation_missing"], [{ kind: "refused" as const }, "plan.refusal_words"], [{ kind: "refused" as const, words: "不想要志愿者" }, undefined],
  [{ how: "paper" as const }, "plan.paper_missing"], [{ how: "paper" as const, paper: "档案柜 3" }, undefined],
])("an answer says whose, how and to which text", (over, reason) => {
  const answer = anAnswer(PlanId.parse("00000000-0000-4000-8000-000000000001"), HASH, over);
  expect(answerFault(answer, { textHash: HASH, settledOn: "2026-11-01" }, "2026-11-22")?.reason).toBe(reason);
});

import { expect, test } from "vitest";
import { buildCandidates } from "../model/candidates/build-candidates.ts";
import { effectsOf } from "../model/explain/effects.ts";
import { explainPairs } from "../model/explain/explain-pairs.ts";
import { explainUnmatched } from "../model/explain/explain-unmatched.ts";
import { viewRound } from "../model/explain/solved-round.ts";
import { solve } from "../model/solver/solve.ts";
import { aHelper, aResident, someRules } from "../model/testing/people.ts";
import { en } from "./en.ts";
import { sayAlternative, sayExcluded, saySuggestion } from "./say.ts";
import { zh } from "./zh.ts";

const hours = [{ weekday: 6, fromMinute: 540, toMinute: 660 } as const];
const at = (north: number) => ({ communityId: `社区${north}`, lon: 102.7, lat: 25 + north / 111_195 });
const residents = [
  aResident({ id: "周思佳", hours, place: at(0) }),
  aResident({ id: "杨宇", hours, place: at(2500), languages: ["彝语"], languagesAsked: ["彝语"] }),
  aResident({ id: "李静", hours: [{ weekday: 7, fromMinute: 540, toMinute: 660 }], place: at(0), languages: ["彝语"], languagesAsked: ["彝语"] }),
];
const helpers = [aHelper({ id: "何雨欣", hours, place: at(400) }), aHelper({ id: "孙琳", hours, place: at(2200), languages: ["彝语"] }), aHelper({ id: "徐海燕", hours: [{ weekday: 6, fromMinute: 840, toMinute: 1020 }], place: at(100), languages: ["彝语"] })];
const rules = someRules();
const problem = buildCandidates(residents, helpers, rules);
const view = viewRound({ residents, helpers, rules, problem, options: {}, answer: solve(problem) });
const residentName = (r: number) => residents[r]!.id;
const helperName = (h: number) => helpers[h]!.id;

test("an alternative is told by what it does to both", () => {
  const [first] = explainPairs(view);
  expect([first!.resident, first!.helper]).toEqual([0, 0]);
  expect(sayAlternative(zh, helperName(first!.alternative!.helper), effectsOf(first!), residentName)).toBe("若改配孙琳，周思佳多走 1.8 公里，杨宇将没有老友。");
});

test("someone unmatched is told who was excluded by what, and what would help", () => {
  const [jing] = explainUnmatched(view);
  expect(sayExcluded(zh, jing!)).toEqual(["2 位近处的志愿者没有共同的空闲时间", "1 位近处的志愿者不讲彝语"]);
  expect(saySuggestion(zh, jing!.change!, helperName)).toBe("若周六下午也可以，可与徐海燕结对，其他 2 对不变。");
  expect(saySuggestion(en, jing!.change!, helperName)).toBe("If Sat afternoon were possible too, they could be paired with 徐海燕; the other 2 pairs stay as they are.");
});

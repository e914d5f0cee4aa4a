import { expect, test } from "vitest";
import { matchesName, thoseNamed } from "./match-name.ts";

test.each([
  ["周三象棋小组", "象棋"], ["周三象棋小组", "xq"], ["周三象棋小组", "xiangqi"], ["周三象棋小组", "xiangq"], ["周三象棋小组", "ZSXQ"], ["周三象棋小组", " 象 棋 "],
  ["重阳茶话会", "chongyang"], ["重阳茶话会", "cy"], ["单人象棋", "danren"], ["暖心队 Warm Heart", "warm"], ["绿色家园", "lvse"], ["绿色家园", "lüse"],
])("%s is found by %s", (name, typed) => {
  expect(matchesName(name, typed)).toBe(true);
});

test.each([["周三象棋小组", "棋象"], ["周三象棋小组", "x"], ["周三象棋小组", ""], ["周三象棋小组", "iangqi"], ["周三象棋小组", "xz zu"], ["周三象棋小组", "%"]])("%s is not found by %s", (name, typed) => {
  expect(matchesName(name, typed)).toBe(false);
});

test("the first so many are given, in their order", () => {
  const all = ["象棋一", "书法", "象棋二", "象棋三"].map((name) => ({ name }));
  expect(thoseNamed(all, "xq", 2).map(({ name }) => name)).toEqual(["象棋一", "象棋二"]);
});

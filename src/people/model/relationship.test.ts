import { expect, test } from "vitest";
import { inverseOf } from "./relationship.ts";

test.each([
  ["母亲", "female", "女儿"], ["母亲", "male", "儿子"], ["父母", null, "子女"], ["女儿", "male", "父亲"], ["配偶", "female", "配偶"], ["丈夫", "female", "妻子"], ["姐姐", "male", "弟弟"],
  ["外婆", null, "外孙辈"], ["邻居", "male", "邻居"], ["监护人", null, "被监护人"], ["社区干部", null, null],
] as const)("%s of a %s person is %s the other way round", (relation, sex, inverse) => expect(inverseOf(relation, sex)).toBe(inverse));

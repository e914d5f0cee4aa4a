import { expect, test } from "vitest";
import { allSyllables, pieces, pinyinOf, readingsOf } from "./pinyin.ts";

test.each([
  ["张三", "zhang san"], ["曾国敏", "zeng guo min"], ["单雄信", "shan xiong xin"], ["吕布", "lv bu"], ["欧阳修", "ou yang xiu"],
  ["阿依古丽·买买提", "a yi gu li mai mai ti"], ["John Smith", "john smith"], ["王John", "wang john"], ["·", ""],
])("%s is read %s", (name, spoken) => expect(pinyinOf(name)).toBe(spoken));

test("a character is found under every reading", () => {
  expect(readingsOf("曾")).toEqual(expect.arrayContaining(["zeng", "ceng"]));
  expect(readingsOf("·")).toEqual([]);
});

test("the dictionary knows the syllables of Mandarin", () => {
  expect(allSyllables().size).toBeGreaterThan(390);
  for (const syllable of ["zhuang", "lv", "er", "a", "xiong"]) expect(allSyllables()).toContain(syllable);
});

test("names fall into runs of one script", () => expect(pieces("阿依·Ali 三")).toEqual(["阿依", "Ali", "三"]));

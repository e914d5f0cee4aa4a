import fc from "fast-check";
import { expect, test } from "vitest";
import { pinyinOf } from "#kernel/pinyin.ts";
import { readQuery, tokensOf } from "./search-tokens.ts";

/** Whether a query finds somebody: some way, all of whose groups hold one of their tokens. */
function finds(query: string, name: string, phones: readonly string[] = []): boolean {
  const tokens = new Set(tokensOf({ names: [name], phones }));
  const read = readQuery(query);
  return read.kind === "tokens" && read.ways.some((way) => way.every((group) => group.some((token) => tokens.has(token))));
}

test.each(["张三", "三", "张", "zhangsan", "zhang san", "Zhang", "zs", "ZS", "zhangs", "张san", "zhang三"])("%s finds 张三", (query) => expect(finds(query, "张三")).toBe(true));
test.each(["李三", "lisan", "ls", "zsf", "王", "", "  ", "z", "·", "张四"])("%s does not find 张三", (query) => expect(finds(query, "张三")).toBe(false));

test.each([
  ["zengguomin", "曾国敏"], ["cengguomin", "曾国敏"], ["zgm", "曾国敏"], ["zg", "曾国敏"], ["gm", "曾国敏"], ["guomin", "曾国敏"],
  ["xian", "李西安"], ["xian", "李先"], ["oyx", "欧阳修"], ["lv", "吕布"], ["lübu", "吕布"], ["maimaiti", "阿依古丽·买买提"], ["smith", "John Smith"], ["王芳2", "王芳2"],
])("%s finds %s", (query, name) => expect(finds(query, name)).toBe(true));

test("the last four digits find, and a whole number is looked up as one", () => {
  expect(finds("5678", "张三", ["13812345678"])).toBe(true);
  expect(finds("8529", "张三", ["0871-65548529"])).toBe(true);
  expect(readQuery("138 1234 5678")).toEqual({ kind: "phone", number: "13812345678" });
  expect(readQuery("+8613812345678")).toEqual({ kind: "phone", number: "13812345678" });
});

const surname = fc.constantFrom(..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
const given = fc.array(fc.constantFrom(..."芳伟敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国"), { minLength: 1, maxLength: 2 }).map((characters) => characters.join(""));

test("anybody is found by their characters, their pinyin, their initials", () => {
  fc.assert(fc.property(surname, given, (first, rest) => {
    const spoken = pinyinOf(first + rest).split(" ");
    const queries = [first + rest, first, rest, spoken.join(""), spoken.join(" "), spoken.map((syllable) => syllable[0]).join(""), spoken.slice(1).join("")];
    return queries.every((query) => finds(query, first + rest));
  }), { numRuns: 500 });
});

test("no query makes too many ways", () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => {
    const query = readQuery(text);
    return query.kind === "phone" || query.ways.length <= 12;
  }));
  expect(readQuery("xianxianxianxianxianxianxianxian")).toMatchObject({ kind: "tokens" });
});

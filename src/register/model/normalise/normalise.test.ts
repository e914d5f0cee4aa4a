import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { readAddress } from "./address.ts";
import { normaliseCommunity } from "./community.ts";
import { normaliseDate, readDate } from "./date.ts";
import { normaliseDisabilityGrade, normaliseDisabilityType } from "./disability.ts";
import { normaliseEthnicity } from "./ethnicity.ts";
import { readLongAtHome, readLongAtHomeInRemarks } from "./long-at-home.ts";
import { normaliseName } from "./name.ts";
import { readPhones } from "./phone.ts";
import { isRelation } from "./relation.ts";
import { remembered } from "./remembered.ts";
import { normaliseSex } from "./sex.ts";
import { code, meaningful, squeeze, tidy } from "./text.ts";
import { normaliseYesNo } from "./yes-no.ts";

describe("text", () => {
  test.each([["　ＡＢＣ　１２３ ", "ABC 123"], ["\uFEFF张\u200B三", "张三"], ["a\n b", "a b"]])("%j is %j", (text, tidied) => expect(tidy(text)).toBe(tidied));
  test.each([["无", null], ["—", null], ["/", null], ["N/A", null], ["  ", null], [" 有 ", "有"]])("%j means %j", (text, meaning) => expect(meaningful(text)).toBe(meaning));
  test("reading twice changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const read of [tidy, squeeze]) expect(read(read(text))).toBe(read(text));
    }));
  });
});

test("a code read twice is the same", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("1", "x", "Ｘ", "９", " ", "　", "-", "'", ".", "b") }), (text) => {
    expect(code(code(text))).toBe(code(text));
  }));
});

describe("dates", () => {
  test.each([
    "1957年9月21日", "1957.9.21", "1957-09-21", "1957/9/21", "19570921", "１９５７-９-２１", "1957 年 9 月 21 日", "1957、9、21", "一九五七年九月二十一日",
    "9/21/1957", "21/9/1957", "21 Sep 1957", "September 21, 1957", "1957-09-21 00:00:00", "21084", "57.9.21", "1957年9月21号",
  ])("%s is 1957-09-21", (text) => expect(normaliseDate(text)).toBe("1957-09-21"));
  test.each(["1957年2月30日", "1957.13.1", "abc", "", "31", "19571301", "1957-9-0", "69", "1"])("%j is no day", (text) => expect(normaliseDate(text)).toBe(null));
  test.each([["1997.2", 1997, 2], ["1997年12月", 1997, 12], ["199702", 1997, 2], ["1997年", 1997, null], ["1997", 1997, null]])("%s is a month or a year", (text, year, month) =>
    expect(readDate(text)).toEqual({ on: null, year, month }));
  test("every way of writing gives the day back", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 68_000 }), (days) => {
      const on = addDays("1905-10-01", days);
      const [year, month, day] = on.split("-").map(Number);
      for (const text of [on, on.replaceAll("-", ""), `${year}.${month}.${day}`, `${year}年${month}月${day}日`, `${year}/${month}/${day}`, String(days + 2_101)]) expect(normaliseDate(text)).toBe(on);
    }));
  });
});

describe("disability", () => {
  test.each([["肢体残疾", 4], ["肢体", 4], ["4", 4], ["肢残", 4], ["视力", 1], ["多重残疾", 7], ["视力、听力", 7], ["肢体二级", 4], ["Hearing", 2], ["言语残疾", 3], ["智力", 5], ["精神残疾", 6], ["8", null], ["2级", null]])(
    "type %s is %s", (text, type) => expect(normaliseDisabilityType(text)).toBe(type));
  test.each([["一级", 1], ["壹级", 1], ["1", 1], ["1级", 1], ["Ⅱ级", 2], ["贰级", 2], ["叁级", 3], ["肆级", 4], ["四", 4], ["肢体三级", 3], ["重度", 2], ["视力二级、听力一级", 1], ["2.0", 2], ["Grade 3", 3], ["5", null], ["五级", null]])(
    "grade %s is %s", (text, grade) => expect(normaliseDisabilityGrade(text)).toBe(grade));
});

describe("people", () => {
  test.each([["白", "白族"], ["汉族", "汉族"], ["01", "汉族"], ["Hui", "回族"], ["维吾尔", "维吾尔族"], ["火星", null]])("ethnicity %s is %s", (text, group) => expect(normaliseEthnicity(text)).toBe(group));
  test.each([["男", "male"], ["女 ", "female"], ["F", "female"], ["1", "male"], ["不详", null]])("sex %s is %s", (text, sex) => expect(normaliseSex(text)).toBe(sex));
  test.each([["曾 国敏", "曾国敏"], ["王　芳", "王芳"], ["阿依古丽.买买提", "阿依古丽·买买提"], ["阿依古丽•买买提", "阿依古丽·买买提"], ["张三（曾用名张山）", "张三"], ["Mary  Ann Lee", "Mary Ann Lee"], ["无", null], ["123", null]])(
    "name %s is %s", (text, name) => expect(normaliseName(text)).toBe(name));
  test.each([["父女", true], ["配偶", true], ["mother", true], ["张三", false]])("%s is a relation: %s", (text, is) => expect(isRelation(text)).toBe(is));
  test("names, groups and communities read twice are the same", () => {
    fc.assert(fc.property(fc.constantFrom("白", "汉族", "金沙", "金沙社区居委会", "曾 国敏", "张三(曾用名)", "北市"), (text) => {
      for (const read of [normaliseName, normaliseEthnicity, normaliseCommunity]) {
        const once = read(text);
        if (once !== null) expect(read(once)).toBe(once);
      }
    }));
  });
});

describe("telephones", () => {
  const numbers = (text: string) => readPhones(text).phones.map(({ number }) => number);
  test.each([
    ["18826792813/0871-65548529", ["18826792813", "0871-65548529"]], ["188 4899 5360", ["18848995360"]], ["188-4899-5360", ["18848995360"]], ["+86 18848995360", ["18848995360"]],
    ["（0871）65548529", ["0871-65548529"]], ["087165548529", ["0871-65548529"]], ["65548529", ["65548529"]], ["13812345678 13912345678", ["13812345678", "13912345678"]],
    ["13812345678、13912345678", ["13812345678", "13912345678"]], ["13812345678（女儿）", ["13812345678"]], ["女儿：13812345678", ["13812345678"]], ["１３８１２３４５６７８", ["13812345678"]],
    ["010-65548529", ["010-65548529"]], ["", []], ["无", []], ["13812345678/13812345678", ["13812345678"]],
  ])("%s", (text, expected) => expect(numbers(text)).toEqual(expected));
  test.each([["1381234567", 1], ["12812345678", 1], ["13812345678/123", 1], ["138123456789", 1]])("%s holds a wrong one", (text, count) => expect(readPhones(text).invalid).toHaveLength(count));
});

describe("places", () => {
  const places = ["金沙社区", "席子营社区", "北市社区"];
  test.each([["金沙", "金沙社区"], ["金沙社区", "金沙社区"], ["金沙社区居委会", "金沙社区"], ["金沙社区居民委员会", "金沙社区"], ["青云街道金沙社区", "金沙社区"], ["昆明市盘龙区青云街道席子营", "席子营社区"], ["火星", null]])(
    "%s in the list is %s", (text, name) => expect(normaliseCommunity(text, places)).toBe(name));
  test.each([["金沙", "金沙社区"], ["金沙居委会", "金沙社区"], ["大营村", "大营村"], ["大营村委会", "大营村"], ["盘龙区金沙社区", "金沙社区"], ["北市", "北市社区"], ["城市社区", "城市社区"]])(
    "%s without a list is %s", (text, name) => expect(normaliseCommunity(text)).toBe(name));
  test.each([
    ["席子营社区二巷60号3单元101", { community: "席子营社区", lane: "二巷", building: "60号", unit: "3单元", room: "101" }],
    ["昆明市盘龙区东里51号2单元692", { community: null, lane: "东里", building: "51号" }],
    ["云南省昆明市盘龙区青云街道北市社区新村8栋1单元302室", { community: "北市社区", lane: "新村", building: "8栋", room: "302" }],
    ["北京市东城区朝阳门街道史家胡同24号", { community: null, lane: "史家胡同", building: "24号" }],
    ["北市社区东里53号3单元252", { community: "北市社区", lane: "东里", building: "53号" }],
    ["昆明市盘龙区二巷60号3单元101", { community: null, lane: "二巷", building: "60号" }],
    ["", { community: null, lane: null, building: null }],
  ])("address %s", (text, parts) => expect(readAddress(text)).toMatchObject(parts));
});

describe("long at home", () => {
  test.each([["√", true], ["✓", true], ["是 ", true], ["Y", true], ["×", false], ["否", false], ["n", false], ["也许", null], ["", null]])("tick %j is %s", (text, answer) => expect(normaliseYesNo(text)).toBe(answer));
  test.each([["是 ", "yes"], ["×", "no"], ["长期居家", "yes"], ["居家", "yes"], ["偶尔外出", "no"], ["经常外出", "no"], ["", null]])("the column %j says %s", (text, answer) => expect(readLongAtHome(text)).toBe(answer));
  test.each([
    ["长期居家，不出门", "yes"], ["常年在家", "yes"], ["足不出户", "yes"], ["从不出门", "yes"], ["很少出门", "yes"], ["长期卧床", "yes"], ["一直待在家", "yes"], ["需轮椅，不下楼", "yes"], ["homebound", "yes"],
    ["不居家", "no"], ["非长期居家", "no"], ["没有长期居家", "no"], ["偶尔外出", "no"], ["可自行外出", "no"], ["不再长期居家，已外出工作", "no"], ["not homebound", "no"],
    ["长期居家，偶尔外出", "unclear"], ["曾长期居家", null], ["以前不出门", null], ["需轮椅", null], ["", null], ["居家养老服务对象", null],
  ])("the remark %s says %s", (text, answer) => expect(readLongAtHomeInRemarks(text)).toBe(answer));
});

test("an answer is remembered, whatever it was", () => {
  let asked = 0;
  const read = remembered((text: string) => {
    asked++;
    return text === "无" ? null : text;
  });
  expect([read("无"), read("无"), read("有")]).toEqual([null, null, "有"]);
  expect(asked).toBe(2);
});

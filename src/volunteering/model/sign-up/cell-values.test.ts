import { expect, test } from "vitest";
import { readAppraisal, readBirth, readContact, readList, readMoment, readName, readPhone, readScreening, readSessions, readSex } from "./cell-values.ts";

const UNREAD = { unread: true };
const ON = "2026-11-21";

test.each([
  ["1997.2", false, "1997-02"], ["1996.10", false, "1996-10"], ["1997-02-15", false, "1997-02-15"], ["1997年2月", false, "1997-02"],
  ["1997年2月5日", false, "1997-02-05"], ["1997/2/5", false, "1997-02-05"], ["199702", false, "1997-02"], ["19970215", false, "1997-02-15"],
  ["1997", true, "1997"], ["1997.2", true, "1997-02"], ["１９９７．２", false, "1997-02"], ["1997-02-15 00:00:00", false, "1997-02-15"], ["", false, null],
])("birth %s (number: %s) is %s", (written, isNumber, birth) => {
  expect(readBirth(written, isNumber, ON)).toEqual({ value: birth });
});

test.each([["1996.1", true], ["97.2", false], ["1997.13", false], ["2023-02-29", false], ["2030.1", false], ["三十岁", false], ["1850.1", false]])("birth %s is not guessed at", (written, isNumber) => {
  expect(readBirth(written, isNumber, ON)).toEqual(UNREAD);
});

test.each([
  ["15772669660", "15772669660"], ["１５７７２６６９６６０", "15772669660"], ["157 7266 9660", "15772669660"], ["+86 157-7266-9660", "15772669660"],
  ["0871-63301234", "087163301234"], ["", null], ["无", null],
])("phone %s is %s", (written, phone) => {
  expect(readPhone(written)).toEqual({ value: phone });
});

test.each(["1577266966", "12345678901", "同上"])("phone %s is not accepted", (written) => {
  expect(readPhone(written)).toEqual(UNREAD);
});

test.each([["3", 3], ["3.0", 3], ["2次", 2], ["1/3", 1], ["已完成", "all"], ["", 0], ["未", 0]])("sessions %s are %s", (written, count) => {
  expect(readSessions(written)).toEqual({ value: count });
});

test("screening and appraisal read the words offices use, and nothing else", () => {
  expect([readScreening("已提交"), readScreening("办理中"), readScreening(""), readScreening("也许")]).toEqual([{ value: "met" }, { value: "pending" }, { value: null }, UNREAD]);
  expect([readAppraisal("通过"), readAppraisal("储备"), readAppraisal("不适合"), readAppraisal(""), readAppraisal("再看")]).toEqual(
    [{ value: "service_team" }, { value: "reserve" }, { value: "refused" }, { value: null }, UNREAD]);
});

test("names, lists, sexes, moments and contacts", () => {
  expect(readName(" 张 三 ")).toBe("张三");
  expect(readName("Anna  Li")).toBe("Anna Li");
  expect(readList("电子游戏、书法、电子游戏，看电影")).toEqual(["电子游戏", "书法", "看电影"]);
  expect(readList("无")).toEqual([]);
  expect([readSex("女"), readSex("男 "), readSex("F"), readSex("?")]).toEqual([{ value: "female" }, { value: "male" }, { value: "female" }, UNREAD]);
  expect(readMoment("2021/6/1 11:00")).toEqual({ value: "2021-06-01 11:00:00" });
  expect(readMoment("2021-06-01")).toEqual({ value: "2021-06-01" });
  expect(readMoment("6月1日")).toEqual(UNREAD);
  expect(readContact("母亲 13615368303")).toEqual({ value: { name: "母亲", phone: "13615368303" } });
  expect(readContact("13615368303")).toEqual({ value: { name: null, phone: "13615368303" } });
  expect(readContact("找我妈")).toEqual(UNREAD);
});

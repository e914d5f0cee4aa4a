import { expect, test } from "vitest";
import { readHeader } from "./header-words.ts";

test.each([
  [["基本信息", "姓名"], "name"], [["监护人", "姓名"], "guardianName"], [["监护人", "电话"], "guardianPhone"], [["监护人姓名"], "guardianName"], [["家属联系电话"], "guardianPhone"], [["与残疾人关系"], "guardianRelation"],
  [["姓 名*"], "name"], [["身份证号码（18位）"], "residentId"], [["残疾人证号"], "certificateNumber"], [["残疾人证身份证号"], "certificateNumber"], [["残疾类别"], "disabilityType"], [["残疾等级"], "disabilityGrade"],
  [["联系电话1"], "phone"], [["户籍所在地"], "registeredAddress"], [["现住址"], "currentAddress"], [["村（社区）"], "community"], [["是否长期居家（是/否）"], "longAtHome"], [["Name"], "name"], [["Guardian's name"], "guardianName"],
  [["Date of birth"], "birthOn"], [["ID No."], "residentId"], [["Home-bound"], "longAtHome"], [["Carer", "Phone"], "guardianPhone"],
] as const)("%j names %s", (path, field) => {
  expect(readHeader(path)[0]?.field).toBe(field);
});

test("a question put the other way round, and a column for each answer", () => {
  expect(readHeader(["能否外出"])[0]).toMatchObject({ field: "longAtHome", inverted: true });
  expect(readHeader(["是否长期居家", "是"])[0]).toMatchObject({ field: "longAtHome", inverted: false });
  expect(readHeader(["是否长期居家", "否"])[0]).toMatchObject({ field: "longAtHome", inverted: true });
});

test.each([["银行卡号"], ["社区工作者姓名电话"], ["发证日期"], ["居家养老服务"]])("%s names none of them for certain", (header) => {
  expect(readHeader([header]).filter(({ score }) => score === 1)).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { dateText, isDateFormat, plainNumber } from "./number-text.ts";

test.each([["530103200206107000", "530103200206107000"], ["5.30103200206107E+17", "530103200206107000"], ["1.0E1", "10"], ["0.30000000000000004", "0.3"], ["-5", "-5"], ["1E-3", "0.001"], ["12.50", "12.5"]])("%s is %s", (written, plain) => {
  expect(plainNumber(written)).toBe(plain);
});

test.each([[1, "1900-01-01"], [59, "1900-02-28"], [61, "1900-03-01"], [25434, "1969-08-19"], [44348.5, "2021-06-01 12:00:00"], [0.25, "06:00:00"]])("day %d is %s", (serial, day) => {
  expect(dateText(serial, false)).toBe(day);
});

test("both origins name the same days", () => {
  fc.assert(fc.property(fc.integer({ min: 61, max: 70_000 }), (days) => {
    expect(dateText(days + 1462, false)).toBe(dateText(days, true));
  }));
});

test.each([[14, undefined, true], [31, undefined, true], [0, undefined, false], [164, "yyyy\"年\"m\"月\"d\"日\"", true], [165, "[$-804]yyyy-mm-dd;@", true], [166, "0.00", false], [167, "General", false], [168, "[Red]0", false], [169, "[h]:mm", true], [170, "\"day\"0", false]])(
  "format %d %s shows a day: %s", (id, code, is) => expect(isDateFormat(id, code)).toBe(is));

import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedParts, packetOf, PARTS, type Known } from "./packet.ts";

const KNOWN: Known = {
  name: "小张", birthOn: "1998-03-04", sex: "male", phones: [{ value: "13812345678", whose: "" }], community: "金沙", address: "二巷60号",
  carers: [{ name: "李梅", relation: "母亲", phone: "" }], needs: [{ zh: "找工作", en: "work" }], disability: { type: 4, grade: 2 },
};

test("nothing leaves without a consent to share; nothing that reaches them where contact is refused", () => {
  expect(allowedParts(new Map([["contact", "given"]]))).toEqual([]);
  for (const state of ["refused", "withdrawn", "expired"]) expect(allowedParts(new Map([["share", state]]))).toEqual([]);
  expect(allowedParts(new Map([["share", "given"]]))).toEqual(PARTS);
  expect(allowedParts(new Map([["share", "given"], ["contact", "refused"]]))).toEqual(["birth", "sex", "community", "needs", "disability"]);
});

test("a packet holds the name, what is asked, the parts chosen, and nothing else", () => {
  fc.assert(fc.property(fc.subarray([...PARTS]), (parts) => {
    const packet = packetOf(KNOWN, "请帮忙", parts);
    expect(Object.keys(packet).length).toBe(2 + parts.length);
    const text = JSON.stringify(packet);
    if (!parts.includes("phones")) expect(text).not.toContain("13812345678");
    if (!parts.includes("address")) expect(text).not.toContain("二巷60号");
    if (!parts.includes("disability")) expect(text).not.toContain("grade");
  }));
  expect(packetOf({ name: "小张" }, "请帮忙", PARTS)).toEqual({ name: "小张", words: "请帮忙" });
});

import { expect, test } from "vitest";
import { checkCertificate } from "./check-certificate.ts";

const TODAY = "2026-11-22";

test("a certificate is an identity number, a type and a grade", () => {
  expect(checkCertificate("11010519491231002X43", false, TODAY)).toEqual({
    number: "11010519491231002X43", fault: null, residentId: "11010519491231002X", residentIdHolds: true, type: 4, grade: 3, replacement: null,
  });
});

test.each([["11010519491231002x43b1", "B1"], ["11010519491231002X43B", "B"]])("%s is a replacement", (text, replacement) => {
  expect(checkCertificate(text, false, TODAY)).toMatchObject({ fault: null, replacement });
});

test.each([
  ["11010519491231002X4", "length"], ["110105194912310021431", "characters"], ["11010519491231002143", "resident_id"],
  ["11010519491231002X83", "type"], ["11010519491231002X45", "grade"], ["5.30103E+19", "turned_into_number"],
])("%s has the fault %s", (text, fault) => {
  expect(checkCertificate(text, false, TODAY).fault).toBe(fault);
});

test("a certificate kept as a number has lost its end", () => {
  expect(checkCertificate("53010320020610700000", true, TODAY).fault).toBe("turned_into_number");
});

import { expect, test } from "vitest";
import { readCertificate, readResidentId } from "./resident-id.ts";

test.each(["11010519491231002X", "11010519491231002x", "440524188001010014", " 110105 19491231 002X "])("%s passes", (id) => expect(readResidentId(id, "2026-11-22").fault).toBeNull());
test.each([
  ["1101051949123100", "person.id_length"], ["1101051949123100O2", "person.id_characters"], ["110105194913310020", "person.id_birth"], ["110105204912310024", "person.id_birth"], ["110105194912310021", "person.id_check"],
])("%s: %s", (id, fault) => expect(readResidentId(id, "2026-11-22").fault).toBe(fault));
test("tells birth and sex", () => expect(readResidentId("11010519491231002X", "2026-11-22")).toEqual({ fault: null, birthOn: "1949-12-31", sex: "female" }));

test("a certificate holds an identity number, a kind and a grade", () => {
  expect(readCertificate("11010519491231002X43", "2026-11-22")).toEqual({ type: 4, grade: 3 });
  expect(readCertificate("11010519491231002x71B1", "2026-11-22")).toEqual({ type: 7, grade: 1 });
  for (const wrong of ["11010519491231002X", "11010519491231002X83", "11010519491231002X45", "11010519491231002143", ""]) expect(readCertificate(wrong, "2026-11-22")).toBeNull();
});

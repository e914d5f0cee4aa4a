import { expect, test } from "vitest";
import { checkCertificate } from "./check-certificate.ts";
import { checkResidentId } from "./check-resident-id.ts";
import { recoverId } from "./recover-id.ts";

const TODAY = "2026-11-22";

function recovered(id: string, certificate: string | null, numeric = false) {
  return recoverId(id, id === "" ? null : checkResidentId(id, numeric, TODAY), certificate ? checkCertificate(certificate, false, TODAY) : null, TODAY);
}

test.each([
  ["530103200206107000", "53010320020610717552", "530103200206107175", "lost_digits_in_certificate"],
  ["5.30103E+17", "53010320020610717552", "530103200206107175", "lost_digits_in_certificate"],
  ["", "53010320020610717552", "530103200206107175", "missing_id_in_certificate"],
  ["530103200206107176", "53010320020610717552", "530103200206107175", "one_sign_differs_from_certificate"],
  ["53O1O3200206107175", null, "530103200206107175", "letter_for_digit"],
] as const)("%s beside %s is %s", (id, certificate, residentId, reason) => {
  expect(recovered(id, certificate, true)).toEqual({ residentId, reason });
});

test.each([
  ["530103200206107000", "53010320020611717552"],
  ["530103200206107000", "53010320020610717652"],
  ["530103200206107000", null],
  ["530103200206107175", "53010320020610717552"],
  ["530102196105263431", "53010219610526343114"],
])("%s beside %s proposes nothing", (id, certificate) => {
  expect(recovered(id, certificate)).toBe(null);
});

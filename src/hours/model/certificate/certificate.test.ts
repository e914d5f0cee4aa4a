import { randomBytes, randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { OrgId } from "#kernel/ids.ts";
import { orgKeys } from "#platform/secrets/org-keys.ts";
import { readKeys, verifyCertificate, verifyRevocations } from "../../../../docs/verify-certificate/verify-certificate.mjs";
import { applicationState, certificateState, decideStep, shownUntil } from "./certificate-life.ts";
import { certificateText, readStatement, revocationsText, withSignature } from "./document.ts";
import { certificateNumber, isVolunteerNumber, readCertificateNumber, volunteerNumber } from "./number.ts";
import { countable, serviceLines, totalMinutes, type Statement } from "./statement.ts";

const signer = orgKeys(randomBytes(32), OrgId.parse("0191d2a0-0000-7000-8000-0000000000aa")).signer();
const statement: Statement = {
  number: "2026-0007-K3F9XW", volunteer: { name: "何雨欣", number: "V00001775" }, service: { fromOn: "2026-01-01", untilOn: "2026-11-20", minutes: 1230, lines: [{ title: "社区老友", times: 12, minutes: 1230 }] },
  issuer: { name: "青云协同社会工作服务中心", head: "周敏", handler: "何静宜", contact: "0871-65500000" }, issuedOn: "2026-11-22", wording: "本机构出具", notes: "",
};
const text = certificateText(statement, signer.keyId);
const document = Buffer.from(withSignature(text, signer.sign(Buffer.from(text))));
const keys = readKeys(signer.publicKey);

test("the stand-alone verifier reads back what was stated", () => {
  expect(verifyCertificate(document, keys)).toEqual({ valid: true, keyId: signer.keyId, states: statement });
  expect(readStatement(document.toString())).toEqual(statement);
});

test("10,000 tamperings are all found: bytes changed, added, left out and swapped", () => {
  for (let tampered = 0; tampered < 10_000;) {
    const changed = tamper(document, tampered % 4);
    if (changed.equals(document)) continue; // e.g. two equal bytes swapped
    tampered += 1;
    if (verifyCertificate(changed, keys).valid) expect.fail(`not found: ${changed.toString("base64")}`);
  }
});

function tamper(bytes: Buffer, how: number): Buffer {
  const [at, other, byte] = [randomInt(bytes.length), randomInt(bytes.length), randomInt(256)];
  if (how === 0) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  if (how === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]);
  const changed = Buffer.from(bytes);
  changed[at] = how === 2 ? byte : bytes[other]!;
  if (how === 3) changed[other] = bytes[at]!;
  return changed;
}

test("every byte of the document is guarded", () => {
  for (let at = 0; at < document.length; at += 1) {
    const changed = Buffer.from(document);
    changed[at]! ^= 1;
    expect(verifyCertificate(changed, keys).valid).toBe(false);
  }
});

test("another organisation's key proves nothing, and a list of revocations is no certificate", () => {
  const other = orgKeys(randomBytes(32), OrgId.parse("0191d2a0-0000-7000-8000-0000000000bb")).signer();
  expect(verifyCertificate(document, readKeys(other.publicKey)).valid).toBe(false);
  expect(verifyCertificate(document, readKeys(other.publicKey + signer.publicKey)).valid).toBe(true);
  const list = revocationsText({ issuer: "青云", asOf: "2026-11-22T02:00:00.000Z", revoked: [{ number: statement.number, on: "2026-11-22", reason: "replaced" }] }, signer.keyId);
  const signed = Buffer.from(withSignature(list, signer.sign(Buffer.from(list))));
  expect(verifyRevocations(signed, keys)).toMatchObject({ valid: true, states: { revoked: [{ number: statement.number }] } });
  expect(verifyCertificate(signed, keys).valid).toBe(false);
});

test("numbers are read as people type them, and a mistyped volunteer number is noticed", () => {
  expect(certificateNumber(2026, 7, "K3F9XW")).toBe("2026-0007-K3F9XW");
  expect(readCertificateNumber("  ２０２６ 0007—k3f9xw ")).toBe("2026-0007-K3F9XW");
  expect(readCertificateNumber("11010519491231002X")).toBeNull();
  fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, at, step) => {
    const number = volunteerNumber(serial);
    expect(isVolunteerNumber(number)).toBe(true);
    const digits = [...number];
    digits[at + 1] = String((Number(digits[at + 1]) + step) % 10);
    expect(isVolunteerNumber(digits.join(""))).toBe(false);
  }));
});

test("what is open, waiting, refused, taken back or of another time is never counted", () => {
  const entry = (id: string, happenedOn: string, minutes: number | null, decision: "confirmed" | "refused" | "withdrawn" | "reopened" | null) => ({ id, happenedOn, minutes, decision, title: id < "c" ? "社区老友" : "读书会" });
  const all = [
    entry("a", "2026-11-02", 60, "confirmed"), entry("b", "2026-11-01", 30, "confirmed"), entry("c", "2026-11-03", 45, "confirmed"), entry("d", "2026-11-03", null, "confirmed"), entry("e", "2026-11-03", 45, null),
    entry("f", "2026-11-03", 45, "refused"), entry("g", "2026-11-03", 45, "withdrawn"), entry("h", "2026-11-03", 45, "reopened"), entry("i", "2026-10-31", 45, "confirmed"), entry("j", "2026-12-01", 45, "confirmed"),
  ];
  const counted = countable(all, { fromOn: "2026-11-01", untilOn: "2026-11-30" });
  expect(counted.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(totalMinutes(counted)).toBe(135);
  expect(serviceLines(counted)).toEqual([{ title: "社区老友", times: 2, minutes: 90 }, { title: "读书会", times: 1, minutes: 45 }]);
});

test("a certificate is on show for seven days, then valid, and revoked for good", () => {
  const shownUntilOn = shownUntil("2026-11-22");
  expect(certificateState({ shownUntilOn, revokedOn: null }, "2026-11-29")).toBe("on_show");
  expect(certificateState({ shownUntilOn, revokedOn: null }, "2026-11-30")).toBe("valid");
  expect(certificateState({ shownUntilOn, revokedOn: "2026-11-23" }, "2026-11-23")).toBe("revoked");
});

test("applied, accepted, issued; nobody handles their own", () => {
  expect(applicationState([])).toBe("applied");
  expect(decideStep("applied", "issued", { own: false, minutes: 60 })).toMatchObject({ reason: "not_accepted" });
  expect(decideStep("accepted", "issued", { own: false, minutes: 0 })).toMatchObject({ reason: "nothing_to_state" });
  expect(decideStep("accepted", "issued", { own: true, minutes: 60 })).toMatchObject({ reason: "own_application" });
  expect(decideStep("accepted", "taken_back", { own: true })).toEqual({ allowed: true });
  expect(decideStep("issued", "declined", { own: false })).toMatchObject({ reason: "application_over" });
});

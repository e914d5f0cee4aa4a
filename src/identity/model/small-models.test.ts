import fc from "fast-check";
import { expect, test } from "vitest";
import { describeAgent } from "./agent.ts";
import { minutesToWait } from "./attempt-limits.ts";
import { CAPABILITY_GROUPS } from "./capability-groups.ts";
import { homeDay } from "./home-day.ts";
import { isLogin, normalizeLogin } from "./login.ts";
import { nextAddress } from "./next-address.ts";
import { composeOrgToken, organizationOfToken } from "./org-token.ts";
import { composeRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import { CAPABILITIES, ROLE_PACK } from "./role-pack.ts";
import { needsSecondFactor } from "./second-factor.ts";

test("whoever can open files or give rights needs a second factor; volunteers and clerks do not", () => {
  const wanting = ROLE_PACK.filter(({ capabilities }) => needsSecondFactor(capabilities)).map(({ key }) => key);
  expect(wanting).toEqual(["admin", "supervisor", "worker", "coordinator"]);
});

test("the administrator opens no personal file, and nobody who opens files gives rights", () => {
  const files = ["people.read", "people.write", "people.reveal", "visits.read", "concerns.read", "enquiries.manage", "volunteers.read"];
  for (const { capabilities } of ROLE_PACK) {
    const held = new Set<string>(capabilities);
    expect(held.has("accounts.manage") && files.some((capability) => held.has(capability))).toBe(false);
  }
});

test("the form's groups hold every capability once", () => {
  expect(CAPABILITY_GROUPS.flatMap(({ capabilities }) => [...capabilities]).sort()).toEqual([...CAPABILITIES].sort());
});

test("a token tells its organisation and nothing else is taken for one", () => {
  fc.assert(fc.property(fc.uuid(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (orgId, secret) => {
    for (const kind of ["access", "invitation"] as const) expect(organizationOfToken(kind, composeOrgToken(kind, orgId, secret))).toBe(orgId);
  }));
  fc.assert(fc.property(fc.string(), (text) => organizationOfToken("access", text) === null || text.startsWith("linli_")));
  expect(organizationOfToken("invitation", composeOrgToken("access", "0191d2a0-0000-7000-8000-000000000001", new Uint8Array(32)))).toBeNull();
});

test("a recovery code is read back however it is typed", () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }).filter((bytes) => bytes.filter((byte) => byte < 248).length >= 12), (random) => {
    const code = composeRecoveryCode(random);
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code.replaceAll("-", ""));
  }));
  expect(readRecoveryCode("123456")).toBeNull();
});

test.each([
  ["/people?q=a#b", "/people?q=a#b"], ["//evil.example", "/"], ["https://evil.example", "/"], ["/\\evil.example", "/"], ["javascript:alert(1)", "/"],
  [null, "/"], ["people", "/"], ["/%2F/evil", "/%2F/evil"], ["/\t/evil.example", "/"], ["/.//evil.example", "/"],
])("from %s one goes on to %s", (text, next) => {
  expect(nextAddress(text)).toBe(next);
});

test("wherever one goes on to is inside", () => {
  fc.assert(fc.property(fc.domain().map((domain) => `//${domain}`), fc.string(), (url, text) => {
    for (const given of [url, text, `/${text}`, `/\\${text}`]) expect(new URL(nextAddress(given), "https://here.example").origin).toBe("https://here.example");
  }));
});

test.each([
  ["１３８ ００１３-8000", "13800138000", true], ["  He.Jing@Example.org ", "He.Jing@Example.org", true], ["何静", "何静", true], ["x", "x", false], ["a b", "a b", false],
])("the login %s is kept as %s", (typed, kept, fits) => {
  expect(normalizeLogin(typed)).toBe(kept);
  expect(isLogin(kept)).toBe(fits);
});

test("a wait lasts until the oldest try is out of the window", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  const count = { bySubjectAndAddress: 8, bySubject: 8, byAddress: 8, oldestAt: "2026-11-22T09:48:30Z" };
  expect(minutesToWait(count, now)).toBeNull();
  expect(minutesToWait({ ...count, bySubjectAndAddress: 9 }, now)).toBe(4);
  expect(minutesToWait({ ...count, bySubject: 31 }, now)).toBe(4);
  expect(minutesToWait({ ...count, byAddress: 101 }, now)).toBe(4);
});

test("a device is told by its kind only", () => {
  const header = "Mozilla/5.0 (Linux; Android 14; V2148A) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.49";
  expect(describeAgent(header)).toBe("微信 WeChat · Android");
  expect(describeAgent("curl/8")).toBe("");
});

test("an instant late in the evening in UTC is the next day here", () => {
  expect(homeDay("2026-11-22T17:30:00.000001Z")).toBe("2026-11-23");
});

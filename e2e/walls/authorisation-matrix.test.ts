import { beforeAll, describe, expect, test } from "vitest";
import { buildApi } from "#app/api.ts";
import { pages } from "#app/pages.ts";
import { givenMember, givenSignedIn, testGround } from "#identity/testing.ts";
import { ROLE_PACK } from "#identity/model/role-pack.ts";
import type { Policy } from "#platform/access/policy.ts";
import { routeId } from "#platform/web/page-route.ts";
import { addressOf } from "./addresses.ts";
import { contentOf } from "./rows.ts";
import { site, type Answer } from "./site.ts";
import { buildTown, type Town } from "./town.ts";

const here = site();
const A = { word: "甲地", characters: "鹮鹳", slug: "jiadi", phone: "13812347391", residentId: "11010119900307293X" };
const B = { word: "乙地", characters: "魑魅", slug: "yidi", phone: "13998765824", residentId: "110101199003077651" };

/** Who asks: the capabilities they act with; null when nobody is signed in (yet, or any more). */
interface Subject {
  readonly name: string;
  readonly cookie: string | null;
  readonly capabilities: ReadonlySet<string> | null;
  readonly strong: boolean;
  readonly foreign: boolean;
}

type Expected = "allowed" | "sign-in" | "second-factor" | "forbidden" | "missing";

const own: { town?: Town; subjects: Subject[] } = { subjects: [] };
const api = buildApi();
const endpoints = api.openAPIRegistry.definitions.flatMap((definition) => (definition.type === "route" ? [definition.route as typeof definition.route & { "x-policy": Policy }] : []));

beforeAll(async () => {
  own.town = await buildTown(here, A);
  const other = await buildTown(here, B);
  const ground = testGround(here.t);
  const { orgId } = own.town;
  const member = async (role: string) => givenMember(ground, orgId, role);
  const enter = async (role: string, strong: boolean) => (await givenSignedIn(ground, await member(role), orgId, { strong })).token;
  const nobody = { capabilities: null, strong: false, foreign: false };
  const left = await member("supervisor");
  const leftCookie = (await givenSignedIn(ground, left, orgId)).token;
  await here.t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where id = $1", [left.membershipId]);
  own.subjects = [
    { name: "nobody", cookie: null, ...nobody },
    { name: "a made-up session", cookie: "x".repeat(43), ...nobody },
    { name: "a worker before the second factor", cookie: await enter("worker", false), ...nobody },
    { name: "a supervisor whose membership ended", cookie: leftCookie, ...nobody },
    ...ROLE_PACK.map(({ key, capabilities }) => ({ name: key, cookie: own.town!.cookies[key]!, capabilities: new Set<string>(capabilities), strong: true, foreign: false })),
    ...(await Promise.all(ROLE_PACK.filter(({ key }) => key === "volunteer" || key === "clerk").map(async ({ key, capabilities }) => (
      { name: `${key} without second factor`, cookie: await enter(key, false), capabilities: new Set<string>(capabilities), strong: false, foreign: false })))),
    ...ROLE_PACK.map(({ key, capabilities }) => ({ name: `${key} of another organisation`, cookie: other.cookies[key]!, capabilities: new Set<string>(capabilities), strong: true, foreign: true })),
  ];
}, 600_000);

function expected(policy: Policy, { name, capabilities, strong, foreign }: Subject, owned: boolean, path = ""): Expected {
  if (policy.kind !== "public") {
    if (!capabilities) return "sign-in";
    if (policy.kind === "capability" && !capabilities.has(policy.capability)) return "forbidden";
    if (policy.kind === "capability" && policy.strong && !strong) return "second-factor";
    if (path.startsWith("access/") && !foreign && !capabilities.has("cases.work")) return "forbidden"; // each kind of file asks for its own right; the made-up town's is a case
  }
  const anotherFriends = /^my-(pairs\/:pairId|hours\/certificates\/)/.test(path) && name !== "volunteer";
  const unknownHere = (path.startsWith("my-hours/record") && name === "volunteer without second factor") || (path === "my-file" && !/^volunteer( of|$)/.test(name)); // an account nobody has joined to a person
  // To whoever is in no team, none exists.
  const outsideTeams = /^team(s\/:teamId|-requests\/)/.test(path) && name === "volunteer without second factor";
  // The worker raised it and the supervisor leads; nobody else needs to know.
  const notToKnow = path.startsWith("safeguarding/:incidentId") && name !== "worker" && name !== "supervisor";
  // An interview is its interviewers' and of who decides.
  const notInterviewing = path.startsWith("interviews/:interviewId") && name !== "worker" && !capabilities?.has("volunteers.manage");
  return (foreign && owned) || notInterviewing || anotherFriends || unknownHere || outsideTeams || notToKnow ? "missing" : "allowed";
}

/** What an answer of a page means. */
function meaning({ status, headers }: Answer): string {
  const to = headers.get("location") ?? "";
  if (status >= 300 && status < 400) return to.startsWith("/sign-in/second-factor") ? "second-factor" : to.startsWith("/sign-in") ? "sign-in" : "allowed";
  if (status === 403) return "forbidden";
  if (status === 404) return "missing";
  return status < 300 || status === 405 ? "allowed" : `status ${status}`;
}

describe("pages", () => {
  test.each(pages.map((page) => ({ path: page.path, page })))("/$path opens for those its policy names and nobody else", async ({ page }) => {
    const { path, owned } = await addressOf(here.t.owner, page.path, own.town!);
    const before = await contentOf(here.t.owner);
    const wrong: string[] = [];
    let drawn = false;
    for (const subject of own.subjects) {
      const want = expected(page.policy, subject, owned, page.path);
      if (want === "allowed" && drawn) continue; // a print takes a browser and seconds: one is enough
      drawn ||= want === "allowed" && page.path.endsWith("/print");
      const answer = await here.ask(path, { cookie: subject.cookie });
      if (answer.status >= 500) wrong.push(`${subject.name}: ${answer.status}`);
      else if (page.policy.kind === "public") continue;
      else if (meaning(answer) !== want) wrong.push(`${subject.name}: ${meaning(answer)} (${answer.status} ${answer.headers.get("location") ?? ""}) instead of ${want}`);
    }
    expect(wrong).toEqual([]);
    expect(await contentOf(here.t.owner), "reading changed something").toEqual(before);
  });

  test.each(pages.filter(({ path }) => path !== "sign-out").map((page) => ({ path: page.path, page })))("/$path takes nothing from those its policy does not name", async ({ page }) => {
    const { path, owned } = await addressOf(here.t.owner, page.path, own.town!);
    const before = await contentOf(here.t.owner, own.town!.orgId);
    const wrong: string[] = [];
    for (const subject of own.subjects) {
      const want = expected(page.policy, subject, owned, page.path);
      if (want === "allowed" && page.policy.kind !== "public" && !subject.foreign) continue;
      const answer = await here.ask(path, { method: "POST", cookie: subject.cookie, form: {} });
      if (answer.status >= 500) wrong.push(`${subject.name}: ${answer.status}`);
      else if (["sign-in", "second-factor", "forbidden"].includes(want) && meaning(answer) !== want && answer.status !== 405) wrong.push(`${subject.name}: ${meaning(answer)} (${answer.status}) instead of ${want}`);
      else if (want === "missing" && answer.status < 400) wrong.push(`${subject.name}: ${answer.status} ${answer.headers.get("location") ?? ""} instead of a refusal`);
    }
    expect(wrong).toEqual([]);
    expect(await contentOf(here.t.owner, own.town!.orgId), "something changed").toEqual(before);
  });

  test("an empty form of those who may send it is refused in words, never with a fault", async () => {
    const wrong: string[] = [];
    for (const page of pages) {
      const { path } = await addressOf(here.t.owner, page.path, own.town!);
      for (const subject of own.subjects.filter((one) => !one.foreign && expected(page.policy, one, false) === "allowed" && page.path !== "sign-out")) {
        const { status } = await here.ask(path, { method: "POST", cookie: subject.cookie, form: {} });
        if (status >= 500) wrong.push(`${subject.name} at ${path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("a friend reaches their own pair only", async () => {
    const { otherPairId, cookies } = own.town!;
    for (const { path } of pages.filter((page) => page.path.startsWith("my-pairs/:pairId"))) {
      const { status } = await here.ask(`/${path.replace(":pairId", otherPairId)}`, { cookie: cookies.volunteer });
      expect(status, path).toBe(404);
    }
  });
});

describe("endpoints", () => {
  test.each(endpoints.map((route) => ({ name: `${route.method.toUpperCase()} ${route.path}`, route })))("$name answers those its policy names and nobody else", async ({ route }) => {
    const { path, owned } = await addressOf(here.t.owner, route.path.slice(1).replace(/\{(\w+)\}/g, ":$1"), own.town!);
    const before = await contentOf(here.t.owner, own.town!.orgId);
    const writes = route.method !== "get";
    const wrong: string[] = [];
    for (const subject of own.subjects) {
      const want = expected(route["x-policy"], subject, owned);
      if (writes && want === "allowed") continue;
      const { status } = await here.ask(`/api/v1${path}`, { method: route.method.toUpperCase(), cookie: subject.cookie, ...(writes && { json: {} }) });
      const right = { allowed: status < 300 || status === 422, "sign-in": status === 401, "second-factor": status === 403, forbidden: status === 403, missing: status === 404 || (writes && status === 422) }[want];
      if (!right) wrong.push(`${subject.name}: ${status} instead of ${want}`);
    }
    expect(wrong).toEqual([]);
    expect(await contentOf(here.t.owner, own.town!.orgId), "something changed").toEqual(before);
  });
});

test("a token allows what its owner may, and nothing once the membership ended", async () => {
  const { bearer, orgId, keeper } = own.town!;
  expect((await here.ask("/api/v1/me", { bearer })).status).toBe(200);
  expect((await here.ask("/api/v1/roles", { bearer })).status).toBe(403);
  await here.t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where org_id = $1 and account_id = $2", [orgId, keeper.actor.accountId]);
  expect((await here.ask("/api/v1/me", { bearer })).status).toBe(401);
});

test("every page has a file of its own in the table, and no fault was met anywhere", () => {
  expect(new Set(pages.map(routeId)).size).toBe(pages.length);
  expect(here.bugs).toEqual([]);
  console.log(`authorisation: ${pages.length} pages and ${endpoints.length} endpoints × ${own.subjects.length} kinds of visitor`);
});

import { beforeAll, expect, test } from "vitest";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { givenCase } from "#casework/testing.ts";
import { anOffer, givenHours } from "#hours/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { givenIncident } from "#safeguarding/testing.ts";
import { addVolunteer } from "#volunteering/index.ts";
import { givenProgramme } from "#volunteering/testing.ts";
import { randomOf } from "#platform/testing/random.ts";
import { browser } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

/** A worker may lose this much of what was typed, whatever happens (ms). */
const MAY_LOSE_MS = 2000;
const ROUNDS = Number(process.env.LINLI_ROUNDS ?? 4);
const SEED = Number(process.env.LINLI_SEED ?? 20261123);
const KILLS = ["closed", "crashed", "session", "network"] as const;
const WORDS = [..."老人早上自己起床吃过药说膝盖疼想去公园走走女儿周末回来"];

const site = linli();
const { visitor } = browser();
let team: Team;
let mine = "";
let other = "";

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  const named = (name: string) => givenPerson(worker, { name, birthOn: "1948-05-06" });
  [mine, other] = [await named("白桂兰"), await named("严小川")];
});

const sheetOf = (personId: string) => `${site.url}/assessments/of/${personId}/fill/ability`;

test("a sheet of forty fields, killed at random moments, loses two seconds at most and never fills another's", async () => {
  const device = await visitor();
  const random = randomOf(SEED);
  let page = await openSheet(device, await team.enter(device, "worker"));
  const untouched = await valuesOf(page);
  expect(Object.keys(untouched).length).toBeGreaterThanOrEqual(40);
  const typed = new Map<string, Typed[]>(Object.entries(untouched).map(([field, value]) => [field, [{ value, at: 0 }]]));
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const kill = KILLS[round % KILLS.length]!;
    const line = await device.newCDPSession(page);
    const strokes = await typeOn(page, typed, random, 2500 + random() * 2500);
    const killedAt = Date.now();
    page = await openSheet(device, await die(page, device, kill, line), other);
    expect(await valuesOf(page), `round ${round}: another person's sheet`).toEqual(untouched);
    page = await openSheet(device, page);
    await page.locator(".draft-note", { hasText: "已找回" }).waitFor();
    await expect.poll(async () => lostOf(typed, await valuesOf(page), killedAt), { message: `round ${round}, ${kill}, seed ${SEED}`, timeout: 30_000 }).toEqual([]);
    const now = await valuesOf(page);
    told.push(`${kill}: ${strokes} strokes, ${newestLost(typed, now, killedAt)} ms lost`);
    for (const [field, value] of Object.entries(now)) typed.set(field, [{ value, at: 0 }]);
  }
  console.info(`lost typing, ${Object.keys(untouched).length} fields, seed ${SEED}: ${told.join("; ")}`);

  // Who sits down at the same device next sees nothing of it, and neither does who reads the disk.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toMatch(new RegExp(`assessment|${mine}|[${WORDS.join("")}]{2}`));
  await page.close();
  await device.clearCookies();
  const next = await openSheet(device, await team.enter(device, "supervisor"));
  const theirs = await valuesOf(next);
  expect({ ...theirs, assessorName1: "" }).toEqual({ ...untouched, assessorName1: "" });
});

test("stepping from one person's form to the same form of another carries nothing over", async () => {
  const device = await visitor();
  const page = await openSheet(device, await team.enter(device, "worker"));
  await page.fill("[name=note]", "只说白桂兰");
  await go(page, sheetOf(other));
  await expect.poll(() => page.inputValue("[name=note]")).toBe("");
  await page.locator("[name=note]").pressSequentially("只说严小川");
  await go(page, sheetOf(mine));
  await expect.poll(() => page.inputValue("[name=note]")).toBe("只说白桂兰");
  await go(page, sheetOf(other));
  await expect.poll(() => page.inputValue("[name=note]")).toBe("只说严小川");
});

test("what is typed before the page's script has come stays, and the draft fills the rest", async () => {
  const device = await visitor();
  const first = await openSheet(device, await team.enter(device, "worker"));
  await first.fill("[name=place]", "小区凉亭");
  await first.fill("[name=note]", "第一次写的");
  await saved(first);
  await first.close();
  const page = await device.newPage();
  let release = () => {};
  const held = new Promise<void>((go) => { release = go; });
  await page.route("**/*.js", async (route) => { await held; await route.continue(); });
  await page.goto(sheetOf(mine), { waitUntil: "commit" });
  await page.locator("[name=note]").fill("脚本来之前写的");
  release();
  await expect.poll(() => page.inputValue("[name=place]")).toBe("小区凉亭");
  expect(await page.inputValue("[name=note]")).toBe("脚本来之前写的");
  await page.close();
  const again = await openSheet(device, await device.newPage());
  await expect.poll(() => again.inputValue("[name=note]")).toBe("脚本来之前写的");
});

test("a case's step and an incident's step keep their words, folded or not, until they are taken", async () => {
  const worker = await team.as("worker");
  const [caseId, otherCase] = [await givenCase(worker, mine), await givenCase(worker, other)];
  const incidentId = await givenIncident(worker, mine);
  const device = await visitor();
  let page = await team.enter(device, "worker");
  const steps = [
    { at: `${site.url}/cases/${caseId}`, fold: "记下复核", field: ".case-other[open] [name=words]" },
    { at: `${site.url}/safeguarding/${incidentId}`, fold: "", field: "main form:not(.confirm-body) [name=words]" },
  ];
  for (const { at, fold, field } of steps) {
    await page.goto(at);
    if (fold) await page.locator("summary", { hasText: fold }).first().click();
    await page.locator(field).first().fill("孩子说想回家");
    await saved(page);
    page = await die(page, device, "crashed", await device.newCDPSession(page));
    await page.goto(at);
    await expect.poll(() => page.locator(field).first().inputValue()).toBe("孩子说想回家");
  }
  await page.goto(`${site.url}/cases/${otherCase}`);
  await page.locator("summary", { hasText: "记下复核" }).first().click();
  expect(await page.locator(".case-other[open] [name=words]").first().inputValue()).toBe("");
  await page.goto(steps[0]!.at);
  await page.locator(".case-other[open]").getByRole("button", { name: "保存" }).click();
  await page.getByText("孩子说想回家").first().waitFor();
  await page.reload();
  await page.locator("summary", { hasText: "记下复核" }).first().waitFor();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((place) => place.startsWith("linli.draft")).length)).toBe(1);
  expect(await page.locator(".case-other[open]").count()).toBe(0);
});

test("a step of a volunteer's pathway and a reason about hours keep their words, folded or not, until they are taken", async () => {
  const coordinator = await team.as("coordinator");
  const programmeId = await givenProgramme(coordinator);
  const [volunteer, others] = [await addVolunteer(coordinator, { programmeId, personId: mine }), await addVolunteer(coordinator, { programmeId, personId: other })];
  const [entry, othersEntry] = [(await givenHours(coordinator, [anOffer(mine)]))[0]!, (await givenHours(coordinator, [anOffer(other)]))[0]!];
  const device = await visitor();
  let page = await team.enter(device, "coordinator");
  const steps = [
    { at: `/volunteers/${volunteer.id}/leaving`, theirs: `/volunteers/${others.id}/leaving`, fold: "", field: "main [name=reason]", submit: "确认退出" },
    { at: `/hours/entries/${entry}`, theirs: `/hours/entries/${othersEntry}`, fold: "不通过", field: "details.confirm[open] [name=words]", submit: "不通过" },
  ];
  const unfold = async (fold: string) => { if (fold) await page.locator("summary", { hasText: fold }).first().click(); };
  for (const { at, theirs, fold, field, submit } of steps) {
    await page.goto(site.url + at);
    await unfold(fold);
    await page.locator(field).fill("他说想换个时间");
    await saved(page);
    page = await die(page, device, "crashed", await device.newCDPSession(page));
    await page.goto(site.url + at);
    await expect.poll(() => page.locator(field).inputValue()).toBe("他说想换个时间");
    await page.goto(site.url + theirs);
    await unfold(fold);
    expect(await page.locator(field).inputValue()).toBe("");
    await page.goto(site.url + at);
    await expect.poll(() => page.locator(field).inputValue()).toBe("他说想换个时间");
    await page.locator("main form", { has: page.locator("[name=reason], [name=words]") }).getByRole("button", { name: submit }).first().click();
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((place) => place.startsWith("linli.draft")).length)).toBe(0);
  }
});

interface Typed { readonly value: string; readonly at: number }

/** Opens somebody's sheet and waits until the form keeps what is typed. */
async function openSheet(device: BrowserContext, page: Page, personId = mine): Promise<Page> {
  await page.goto(sheetOf(personId));
  await page.locator("form.sheet input[name=draft]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  expect(device.pages().length).toBe(1);
  return page;
}

/** All that a person can fill in, by field; each box is one, each choice among several is one. */
const valuesOf = (page: Page) => page.evaluate(() => {
  const values: Record<string, string> = {};
  for (const control of document.querySelectorAll<HTMLInputElement>("form.sheet :is(input:not([type=hidden]), textarea, select)")) {
    const tick = control.type === "radio" || control.type === "checkbox";
    const field = control.type === "checkbox" ? `${control.name}=${control.value}` : control.name;
    values[field] = (values[field] ?? "") + (tick ? (control.checked ? control.value : "") : control.value);
  }
  return values;
});

/** Types and ticks like somebody in a hurry until the time is over, and notes when each stroke was done. */
async function typeOn(page: Page, typed: Map<string, Typed[]>, random: () => number, forMs: number): Promise<number> {
  const texts = ["note", "place", "assessorName1", "assessorName2"];
  const items = [...typed.keys()].filter((field) => /^(answer|fact)\./.test(field));
  const over = Date.now() + forMs;
  let strokes = 0;
  for (; Date.now() < over; strokes++) {
    const inText = random() < 0.7;
    const field = inText ? pick(texts, random) : pick(items, random);
    if (inText) {
      await page.locator(`[name="${field}"]`).focus();
      await page.keyboard.insertText(pick(WORDS, random) + pick(WORDS, random));
    } else await page.locator(`[name="${field}"]`).nth(Math.floor(random() * 2)).check({ force: true });
    const value = (await valuesOf(page))[field]!;
    typed.get(field)!.push({ value, at: Date.now() });
  }
  return strokes;
}

const pick = <T,>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

/** Ends the page as life does, and gives the page on which the same person comes back. */
async function die(page: Page, device: BrowserContext, kill: (typeof KILLS)[number], line: CDPSession): Promise<Page> {
  if (kill === "closed") await page.close();
  if (kill === "crashed") {
    const crashed = page.waitForEvent("crash");
    void line.send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
  }
  if (kill === "session") {
    await device.clearCookies();
    await page.getByRole("button", { name: /记下/ }).click();
    await page.waitForURL(/sign-in/);
    await page.close();
    return team.enter(device, "worker");
  }
  if (kill === "network") {
    await device.setOffline(true);
    await page.getByRole("button", { name: /记下/ }).click();
    await page.close();
    await device.setOffline(false);
  }
  return device.newPage();
}

/** Fields that show neither what was last typed two seconds before the end, nor anything typed since. */
function lostOf(typed: ReadonlyMap<string, readonly Typed[]>, now: Readonly<Record<string, string>>, killedAt: number): string[] {
  return [...typed].filter(([field, all]) => {
    const must = all.findLastIndex(({ at }) => at <= killedAt - MAY_LOSE_MS);
    return !all.slice(Math.max(must, 0)).some(({ value }) => value === now[field]);
  }).map(([field, all]) => `${field}: typed ${all.map(({ value, at }) => `${value} (${killedAt - at} ms before)`).slice(-3).join(", ")}; there ${now[field]}`);
}

/** How old the oldest stroke is that did not come back (ms); zero when all did. */
function newestLost(typed: ReadonlyMap<string, readonly Typed[]>, now: Readonly<Record<string, string>>, killedAt: number): number {
  return Math.max(0, ...[...typed].map(([field, all]) => {
    const lost = all[all.findLastIndex(({ value }) => value === now[field]) + 1];
    return lost ? killedAt - lost.at : 0;
  }));
}

/** The house's own way from page to page, without a fresh load. */
async function go(page: Page, url: string): Promise<void> {
  const to = new URL(url).pathname;
  await page.evaluate((path) => (window as unknown as Record<string, { navigate(path: string): Promise<void> }>)["__reactRouterDataRouter"]!.navigate(path), to);
  await page.waitForURL(url);
}

const saved = (page: Page) => page.locator(".draft-note").getByText("草稿已保存在这台设备上（加密）").first().waitFor();

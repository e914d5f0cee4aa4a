import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true });
const { visitor } = browser();
/** Who is on the sign-in page, and how many places each finds in the navigation. */
const PEOPLE = [
  ["林晓禾", "社工", 29], ["苏明远", "督导", 33], ["何静宜", "志愿者协调员", 19], ["赵文清", "街道专干", 5], ["周敏", "机构管理员", 7],
] as const;

/** The lead of a neighbours' team is a volunteer too. */
const LEAD = "纪桂芳";

/** Signs in as one of the made-up people, the way a visitor would; what the browser complains of is gathered. */
async function enterAs(page: Page, role: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${site.url}/sign-in`);
  await page.locator("main li", { has: page.getByText(role, { exact: true }), hasNotText: LEAD }).getByRole("button").click();
  await page.waitForURL(`${site.url}/`);
  await page.locator("nav a[href='/']").first().waitFor({ state: "attached" });
  return complaints;
}

/** Places looked behind already; what another role finds there is the same. */
const seen = new Set<string>();
const places = (page: Page) => page.locator("nav").first().locator("a[href^='/']").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);

test("the sign-in page lists one person for each role", async () => {
  const page = await (await visitor()).newPage();
  await page.goto(`${site.url}/sign-in`);
  for (const [name, role] of PEOPLE) await page.locator("main li", { hasText: name }).getByText(role, { exact: true }).waitFor();
  expect(await page.locator("main li").getByText("志愿者", { exact: true }).count()).toBe(2);
  await expectSound(page);
  await shoot(page, "demo-sign-in");
});

test.each(PEOPLE)("%s (%s) opens each of %i places, and what lies behind its first row", async (_name, role, count) => {
  const page = await (await visitor()).newPage();
  const complaints = await enterAs(page, role);
  await expectSound(page);
  const all = await places(page);
  expect(all).toHaveLength(count);
  for (const path of all) {
    expect((await page.goto(site.url + path))!.status(), path).toBe(200);
    await expectSound(page);
    if (path === "/" || !seen.has(path)) await shoot(page, `demo-${path === "/" ? `home-${count}-places` : path.slice(1)}`);
    const row = page.locator("main .row-link").first();
    if (seen.has(path) || (await row.count()) === 0) continue;
    seen.add(path);
    const to = (await row.getAttribute("href"))!;
    expect((await page.goto(site.url + to))!.status(), to).toBe(200);
    await expectSound(page);
  }
  expect(complaints).toEqual([]);
});

test("the volunteer's phone opens what a friend needs", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    if (look.preferences) await context.addCookies([{ name: "linli_prefs", value: look.preferences, url: site.url }]);
    const page = await context.newPage();
    const complaints = await enterAs(page, "志愿者");
    for (const path of ["/", "/my-pairs"]) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
    }
    await page.locator("main a[href^='/my-pairs/']").first().click();
    await page.getByText("记一次见面").first().waitFor();
    await expectSound(page);
    await shoot(page, `demo-volunteer-${look.name}`);
    expect(complaints).toEqual([]);
  }
});

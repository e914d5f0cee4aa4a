import { expect, test } from "vitest";
import type { BrowserContext, Page } from "playwright-core";
import { recordConsents } from "#people/index.ts";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true });
const { visitor } = browser();

async function enter(page: Page, role = "社工"): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await page.locator("main li", { has: page.getByText(role, { exact: true }) }).getByRole("button").click();
  await page.waitForURL(`${site.url}/`);
}

/** Opens the home-visit page with the network and waits until it can do without. */
async function takeAlong(page: Page): Promise<void> {
  await page.goto(`${site.url}/field`);
  await page.getByText("已可离线使用").waitFor();
}

const bar = (page: Page) => page.locator(".field-bar");
const record = (page: Page) => page.locator(".field-people").first().getByRole("button", { name: /^(记录|再记一次)/ });

/** One usual visit under the thumb; the taps it took. */
async function writeVisit(page: Page, nth: number, words: string): Promise<number> {
  await record(page).nth(nth).click();
  await page.locator('[name=minutes][value="45"]').check();
  await page.locator("[name=topics]").first().check();
  await page.locator("[name=seen]").fill(words);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(words).waitFor();
  return 5;
}

/** Everything this device keeps, as text: databases, local storage, caches. */
function dump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => { const asked = indexedDB.open(name!); asked.addEventListener("success", () => resolve(asked.result)); asked.addEventListener("error", () => reject(asked.error!)); });
      for (const store of db.objectStoreNames) {
        const all = (what: "getAll" | "getAllKeys") => new Promise<unknown>((resolve) => { const asked = db.transaction(store).objectStore(store)[what](); asked.addEventListener("success", () => resolve(asked.result)); });
        parts.push(JSON.stringify([await all("getAllKeys"), await all("getAll")]));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (!request.url.includes("/assets/")) parts.push(request.url, await (await cache.match(request))!.text());
    }
    return parts.join("\n");
  });
}

/** A worker's phone. */
async function phone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await visitor(PHONE);
  const page = await context.newPage();
  await enter(page);
  return { context, page };
}

/** What the page shows of people: names and numbers. */
async function shownWords(page: Page): Promise<string[]> {
  const names = await page.locator(".field-people").first().locator("strong").allInnerTexts();
  const numbers = await page.locator("a[href^='tel:']").evaluateAll((links) => links.map((link) => link.getAttribute("href")!.slice(4)));
  return [...new Set([...names, ...numbers])];
}

const received = (page: Page, words: string) => page.locator(".field-people > li", { hasText: words }).getByText("已收到");

test("at a desk a service is entered for somebody found by pinyin, corrected with a reason, and taken back with another", async () => {
  const page = await (await visitor()).newPage();
  await enter(page);
  await page.goto(`${site.url}/encounters`);
  await expectSound(page);
  await page.getByRole("link", { name: "记一次服务" }).click();
  await page.waitForURL("**/encounters/new");
  const search = page.getByPlaceholder("姓名、拼音或电话后四位", { exact: true });
  await search.fill("li");
  await search.press("Enter");
  await page.locator("main .row-link").first().waitFor();
  await expectSound(page);
  await page.locator("main .row-link").first().click();
  await page.waitForURL(/encounters\/new\/[0-9a-f-]{36}/);
  await page.locator("[name=seen]").fill("在厨房摔了一跤，没有受伤");
  await page.getByText("已保存").waitFor();
  await page.reload();
  await expect.poll(() => page.locator("[name=seen]").inputValue()).toBe("在厨房摔了一跤，没有受伤");
  await expectSound(page);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL(/encounters\/of\//);
  await page.getByText("在厨房摔了一跤，没有受伤").waitFor();
  await expectSound(page);

  await page.locator("main .timeline a").first().click();
  await page.waitForURL(/encounters\/[0-9a-f-]{36}$/);
  await expectSound(page);
  await page.getByRole("link", { name: "更正" }).click();
  await page.locator("[name=why]").fill("地点记错了");
  await page.locator("[name=seen]").fill("在阳台摔了一跤，没有受伤");
  await expectSound(page);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("更正原因：地点记错了").waitFor();
  await page.getByText("撤回…").click();
  await page.locator("[name=reason]").fill("记到别人名下了");
  await page.getByRole("button", { name: "撤回这条记录" }).click();
  await page.getByText("撤回了这条记录：记到别人名下了").waitFor();
  await expectSound(page);
});

test("three visits written without a network outlive the page, open behind the PIN, and arrive once each", async () => {
  const { context, page } = await phone();
  await takeAlong(page);
  await expectSound(page);
  await page.locator("[name=pin]").fill("246810");
  await page.getByRole("button", { name: "设好" }).click();
  await page.getByText("今天的离线密码已设好").waitFor();
  await context.setOffline(true);
  const taps = [await writeVisit(page, 0, "离线一：药够吃到周四"), await writeVisit(page, 1, "离线二：想去晒太阳"), await writeVisit(page, 2, "离线三：妈妈腰疼")];
  console.log(`a usual visit on the phone: ${taps[0]} steps`);
  await bar(page).getByText("3 条等待发送").waitFor();

  await page.goto(`${site.url}/field`);
  await page.locator("[name=pin]").fill("111111");
  await page.getByRole("button", { name: "打开" }).click();
  await page.getByText("密码不对").waitFor();
  await expectSound(page);
  await page.locator("[name=pin]").fill("246810");
  await page.getByRole("button", { name: "打开" }).click();
  await bar(page).getByText("3 条等待发送").waitFor();
  await page.getByText("离线三：妈妈腰疼").waitFor();
  await expectSound(page);

  await context.setOffline(false);
  await bar(page).getByText("都已发送").waitFor();
  for (const words of ["离线一", "离线二", "离线三"]) await received(page, words).waitFor();
  await page.goto(`${site.url}/encounters?by=&next=`);
  for (const words of ["离线一", "离线二", "离线三"]) expect(await page.getByText(words).count()).toBe(1);
});

test("who was changed at a desk meanwhile is shown side by side; whoever may no longer be recorded is refused, and holds up no other", async () => {
  const { context, page } = await phone();
  await takeAlong(page);
  await writeVisit(page, 0, "最初写的话");
  await received(page, "最初写的话").waitFor();
  const { orgId, people } = (await (await page.request.get(`${site.url}/api/v1/field`)).json()) as { orgId: string; people: { personId: string; name: string }[] };

  await context.setOffline(true);
  await page.locator(".field-people > li", { hasText: "最初写的话" }).getByRole("button", { name: /^修改/ }).click();
  await page.locator("[name=seen]").fill("手机上补的话");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("手机上补的话").waitFor();
  await writeVisit(page, 3, "这个人不再同意保存资料");
  await writeVisit(page, 4, "后面的一条照样送到");

  const desk = await (await visitor()).newPage();
  await enter(desk, "督导");
  await desk.goto(`${site.url}/encounters`);
  await desk.locator("tr", { hasText: "最初写的话" }).locator("a").first().click();
  await desk.getByRole("link", { name: "更正" }).click();
  await desk.locator("[name=why]").fill("补充");
  await desk.locator("[name=seen]").fill("督导改的话");
  await desk.getByRole("button", { name: "保存", exact: true }).click();
  await desk.getByText("更正原因：补充").waitFor();
  const keeper = site.installation.systemSession(orgId, { name: "测试", role: "system", capabilities: ["people.write"] });
  const names = await page.locator(".field-people").first().locator("strong").allInnerTexts();
  const refuser = people.find(({ name }) => name === names[3])!;
  await keeper.write("consent", null, (tx) => recordConsents(keeper, tx, [{ personId: refuser.personId, purpose: "keep_data", state: "refused", capacity: "self", fromOn: keeper.today, channel: "in_person" } as never]));

  await context.setOffline(false);
  await received(page, "后面的一条照样送到").waitFor();
  await page.getByText("记录里有一位居民已不能查看").waitFor();
  await bar(page).getByText("2 条请您看一下").waitFor();
  const clash = page.locator(".field-people > li.clash");
  await clash.getByText("督导改的话").waitFor();
  await clash.getByRole("cell", { name: "手机上补的话" }).waitFor();
  await expectSound(page);
  await clash.getByRole("button", { name: "用我的" }).click();
  await received(page, "手机上补的话").waitFor();
});

test("a phone whose owner signed out shows no name, no number and no word, and asks for a sign-in", async () => {
  const { context, page } = await phone();
  await takeAlong(page);
  await page.locator("[name=pin]").fill("135790");
  await page.getByRole("button", { name: "设好" }).click();
  await page.getByText("今天的离线密码已设好").waitFor();
  await context.setOffline(true);
  await writeVisit(page, 0, "还没有送出去的话");
  const words = [...await shownWords(page), "还没有送出去的话"];
  expect(words.length).toBeGreaterThan(6);
  await context.setOffline(false);
  await context.route("**/api/v1/encounters", (route) => route.abort()); // it stays unsent
  await page.goto(site.url);
  await page.request.post(`${site.url}/sign-out`, { headers: { origin: site.url } });
  await page.goto(`${site.url}/sign-in`);
  await page.getByText("社工", { exact: true }).waitFor();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("linli.lock"))).toBeNull();
  const kept = await dump(page);
  expect(kept.length).toBeGreaterThan(1000);
  for (const word of words) expect(kept, word).not.toContain(word);
  await context.setOffline(true);
  await page.goto(`${site.url}/field`);
  await page.getByText("这一页要先在有网络时登录打开一次").waitFor();
  await context.setOffline(false);
  await context.unroute("**/api/v1/encounters");
  await enter(page);
  await page.goto(`${site.url}/field`);
  await received(page, "还没有送出去的话").waitFor();
});

import sharp from "sharp";
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

/** What somebody says to a purpose, written down at the desk. */
async function sayConsent(orgId: string, personId: string, purpose: "photograph" | "keep_data", state: "refused" | "withdrawn"): Promise<void> {
  const keeper = site.installation.systemSession(orgId, { name: "测试", role: "system", capabilities: ["people.write"] });
  await keeper.write("consent", null, (tx) => recordConsents(keeper, tx, [{ personId, purpose, state, capacity: "self", fromOn: keeper.today, channel: "in_person" }]));
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

const SECRET_PLACE = "GPS-31.2304N";
const picture = async () => ({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await sharp({ create: { width: 2000, height: 1500, channels: 3, background: "#7d8f86" } }).withExif({ IFD0: { ImageDescription: SECRET_PLACE } }).jpeg().toBuffer() });

test("at a desk without script a photograph goes with the record; it opens one by one, tells nothing of where it was taken, and is gone once taken back", async () => {
  const plain = await (await visitor(undefined, { javaScriptEnabled: false })).newPage();
  await enter(plain);
  await plain.goto(`${site.url}/encounters/new?q=li`);
  await plain.locator("main .row-link").first().click();
  await plain.waitForURL(/encounters\/new\/[0-9a-f-]{36}/);
  await plain.locator("[name=seen]").fill("门口有台阶，轮椅进不去");
  await plain.getByText("加一张照片（可不填）").click();
  await plain.locator("[name=photo]").setInputFiles(await picture());
  await plain.getByRole("button", { name: "保存", exact: true }).click();
  await plain.getByText("请说明照片里有谁").first().waitFor();
  await plain.locator("[name=photoCaption]").fill("浴室门口的台阶");
  await plain.locator("[name=photoShows][value=nobody]").check();
  await plain.locator("[name=photo]").setInputFiles(await picture());
  await plain.getByRole("button", { name: "保存", exact: true }).click();
  await plain.waitForURL(/encounters\/of\//);

  const page = await (await visitor()).newPage();
  await enter(page);
  await page.goto(plain.url());
  await page.locator("main .timeline a").first().click();
  await page.getByRole("link", { name: "看照片：浴室门口的台阶" }).click();
  const shown = page.getByRole("img", { name: "浴室门口的台阶" });
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
  await expectSound(page);
  const got = await page.request.get(new URL((await shown.getAttribute("src"))!, site.url).href);
  expect([got.headers()["cache-control"], (await got.body()).includes(SECRET_PLACE)]).toEqual(["no-store", false]);
  await page.getByText("删掉照片…").click();
  await page.locator("details[open] [name=reason]").fill("拍到了邻居家");
  await page.getByRole("button", { name: "删掉这张照片" }).click();
  await page.getByText("删掉了这张照片：拍到了邻居家").waitFor();
  expect((await page.request.get(got.url())).status()).toBe(404);
  await page.locator("summary", { hasText: "加一张照片" }).click();
  await expectSound(page);
});

test("a photograph taken without a network waits sealed beside its visit, and arrives after it; one that is refused holds up nothing", async () => {
  const { context, page } = await phone();
  const { orgId, people } = (await (await page.request.get(`${site.url}/api/v1/field`)).json()) as { orgId: string; people: { personId: string }[] };
  await sayConsent(orgId, people[1]!.personId, "photograph", "refused");
  await takeAlong(page);
  await context.setOffline(true);
  await record(page).nth(1).click();
  await page.locator("[name=seen]").fill("卫生间没有扶手");
  for (const nth of [0, 1]) {
    await page.locator("input[type=file]").setInputFiles(await picture());
    await page.locator(".field-photo").nth(nth).waitFor();
  }
  await page.locator(".field-photo").nth(0).getByLabel("照片里是什么").fill("马桶旁边的墙");
  await page.getByText("草稿已保存").waitFor();
  const begun = await dump(page);
  expect(begun.length).toBeGreaterThan(10_000);
  for (const word of ["马桶旁边的墙", SECRET_PLACE, "/9j/"]) expect(begun, word).not.toContain(word);
  await context.setOffline(false);
  await page.goto(`${site.url}/field`); // the page was closed before the visit was saved
  await page.getByText("已可离线使用").waitFor();
  await context.setOffline(true);
  await record(page).nth(0).click();
  await page.locator("[name=seen]").waitFor();
  expect(await page.locator(".field-photo").count(), "in another's visit").toBe(0);
  await page.getByRole("button", { name: "先不记" }).click();
  await record(page).nth(1).click();
  await page.locator(".field-photo").nth(1).waitFor();
  await expect.poll(() => page.locator(".field-photo").nth(0).getByLabel("照片里是什么").inputValue()).toBe("马桶旁边的墙");
  await page.locator(".field-photo").nth(0).getByLabel("照片里是什么").fill("");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("请写一句话，说明照片里是什么").first().waitFor();
  await expectSound(page);
  for (const [nth, caption] of ["马桶旁边的墙", "他坐在床边"].entries()) await page.locator(".field-photo").nth(nth).getByLabel("照片里是什么").fill(caption);
  await page.locator(".field-photo").nth(0).getByLabel("没有人").check();
  await page.locator(".field-photo").nth(1).locator("input[type=checkbox]").nth(1).check(); // in the picture, and does not want to be
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await bar(page).getByText("3 条等待发送").waitFor();
  await expectSound(page);
  const kept = await dump(page);
  for (const word of ["马桶旁边的墙", "卫生间没有扶手", SECRET_PLACE]) expect(kept, word).not.toContain(word);
  await context.setOffline(false);
  await received(page, "卫生间没有扶手").first().waitFor();
  await page.locator(".field-photos > li", { hasText: "马桶旁边的墙" }).getByText("已收到").waitFor();
  await page.getByText("照片里有人还没有同意拍照").waitFor();
  await bar(page).getByText("1 条请您看一下").waitFor();
  await expectSound(page);
  await page.getByText("丢掉这张照片…").click();
  await page.getByRole("button", { name: "丢掉", exact: true }).click();
  await bar(page).getByText("都已发送").waitFor();
  await page.goto(`${site.url}/encounters`);
  await page.locator("tr", { hasText: "卫生间没有扶手" }).locator("a").first().click();
  await page.getByRole("link", { name: "看照片：马桶旁边的墙" }).waitFor();
});

test("pictures of a visit not saved are gone once somebody signs out, and once the list's hours are over", async () => {
  const { page } = await phone();
  const begin = async () => {
    await takeAlong(page);
    await record(page).nth(6).click();
    await page.locator("input[type=file]").setInputFiles(await picture());
    await page.locator(".field-photo").first().waitFor();
    await expect.poll(() => begunOn(page)).toBe(1);
  };
  await begin();
  await page.request.post(`${site.url}/sign-out`, { headers: { origin: site.url } });
  await page.goto(`${site.url}/sign-in`);
  await expect.poll(() => begunOn(page)).toBe(0);
  await enter(page);
  await begin();
  await page.clock.setFixedTime(new Date(Date.now() + 15 * 3_600_000));
  await page.goto(`${site.url}/field`);
  await expect.poll(() => begunOn(page)).toBe(0);
});

const begunOn = (page: Page) => page.evaluate(async () => {
  const db = await new Promise<IDBDatabase>((resolve) => { const asked = indexedDB.open("linli-field"); asked.addEventListener("success", () => resolve(asked.result)); });
  const keys = await new Promise<IDBValidKey[]>((resolve) => { const asked = db.transaction("sealed").objectStore("sealed").getAllKeys(); asked.addEventListener("success", () => resolve(asked.result)); });
  db.close();
  return keys.filter((name) => String(name).includes("/begun/")).length;
});

/** What lies on the device under which name: names hold no words of anybody. */
const placesOn = (page: Page) => page.evaluate(async () => {
  const db = await new Promise<IDBDatabase>((resolve) => { const asked = indexedDB.open("linli-field"); asked.addEventListener("success", () => resolve(asked.result)); });
  const keys = (store: string) => new Promise<string[]>((resolve) => { const asked = db.transaction(store).objectStore(store).getAllKeys(); asked.addEventListener("success", () => resolve(asked.result as string[])); });
  const found = { listKeys: (await keys("listKeys")).length, kinds: (await keys("sealed")).map((name) => name.split("/").slice(-2)[0] === "item" && !name.includes("/kept/") ? "unsent" : name.includes("/kept/") ? "received" : name.split("/").at(-1)!) };
  db.close();
  return found;
});

test("a list on a phone is over after its hours, network or not; what was typed stays, and whoever was cut is gone at the next sync", async () => {
  const { context, page } = await phone();
  await takeAlong(page);
  await page.getByText("自动删除").waitFor();
  const { orgId, people } = (await (await page.request.get(`${site.url}/api/v1/field`)).json()) as { orgId: string; people: { personId: string; name: string }[] };
  await writeVisit(page, 2, "已经收到的话");
  await received(page, "已经收到的话").first().waitFor();
  await context.setOffline(true);
  await writeVisit(page, 5, "还没有发出的话");
  expect(await placesOn(page)).toMatchObject({ listKeys: 1, kinds: expect.arrayContaining(["list", "received", "unsent"]) });

  await page.clock.setFixedTime(new Date(Date.now() + 15 * 3_600_000));
  await page.goto(`${site.url}/field`);
  await page.getByText("这一页要先在有网络时登录打开一次").waitFor();
  await expect.poll(() => placesOn(page)).toMatchObject({ listKeys: 0 });
  const left = (await placesOn(page)).kinds;
  expect(left).toContain("unsent");
  expect(left.filter((kind) => kind === "list" || kind === "received")).toEqual([]);

  await context.route("**/api/v1/{field,encounters}*", (route) => route.abort()); // signed in, and still nothing comes
  await context.setOffline(false);
  await page.goto(`${site.url}/field`);
  await page.getByText("名单到期，已经删除").waitFor();
  await page.locator(".field-people > li", { hasText: "还没有发出的话" }).getByText("等待发送").waitFor();
  await expectSound(page);
  for (const { name } of people) if (name !== people[5]!.name) expect(await page.getByText(name, { exact: true }).count(), name).toBe(0);

  await sayConsent(orgId, people[2]!.personId, "keep_data", "withdrawn");
  await context.unroute("**/api/v1/{field,encounters}*");
  await page.goto(`${site.url}/field`);
  await received(page, "还没有发出的话").first().waitFor();
  await page.getByText("自动删除").waitFor();
  expect(await page.getByText(people[2]!.name, { exact: true }).count()).toBe(0);
  expect(await page.getByText("已经收到的话").count()).toBe(0);
});

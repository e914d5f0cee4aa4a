import { generate } from "otplib";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, LOOKS, PHONE } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli();
const { visitor } = browser();
const PASSWORD = "lüzhou-brücke-47";
const found: { secret: string; codes: string[] } = { secret: "", codes: [] };

const app = () => generate({ secret: found.secret.replaceAll(" ", "") });
const fill = async (page: Page, fields: Record<string, string>) => { for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]:visible`, value); };
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name }).first().click();

/** Up to the second step. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await fill(page, { login: "zhou.min@example.org", password: PASSWORD });
  await press(page, "登录");
  await page.waitForURL("**/sign-in/second-factor**");
}

test("the first organisation is founded with the code of the terminal, without script, and a second factor is set up at once", async () => {
  const page = await (await visitor(PHONE, { javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/sign-in`);
  expect(new URL(page.url()).pathname).toBe("/set-up");
  const code = site.banner.join("\n").match(/\/set-up\s+(\S+)/)![1]!;
  await fill(page, { setupCode: "wrong", organization: "青云协同社会工作服务中心", slug: "qingyun", name: "周敏", login: "zhou.min@example.org", password: PASSWORD });
  await press(page, "建立机构并登录");
  await page.getByText("设置码不对").first().waitFor();
  expect(await page.inputValue('[name="organization"]')).toBe("青云协同社会工作服务中心");
  expect(await page.inputValue('[name="password"]')).toBe("");
  await fill(page, { setupCode: code.toLowerCase(), password: PASSWORD });
  await press(page, "建立机构并登录");
  await page.waitForURL("**/account/second-factor**");
  found.secret = await page.locator("code").first().innerText();
  await fill(page, { code: await app() });
  await press(page, "开始使用");
  await page.getByText("请现在记下恢复码").waitFor();
  found.codes = await page.locator("ol code").allInnerTexts();
  expect(found.codes).toHaveLength(10);
  await page.getByRole("link", { name: "我记下了" }).click();
  await page.goto(`${site.url}/team`);
  await page.getByText("周敏（我）").waitFor();
});

test("afterwards the door is the sign-in: password, then a recovery code", async () => {
  const page = await (await visitor()).newPage();
  await page.goto(`${site.url}/set-up`);
  await page.getByText("已经设置好了").waitFor();
  await page.goto(`${site.url}/team`);
  expect(new URL(page.url()).searchParams.get("next")).toBe("/team");
  await fill(page, { login: "zhou.min@example.org", password: "wrong" });
  await press(page, "登录");
  await page.getByText("登录名或密码不对").waitFor();
  await fill(page, { password: PASSWORD });
  await press(page, "登录");
  await page.waitForURL("**/sign-in/second-factor**");
  await page.goto(`${site.url}/team`);
  await page.waitForURL("**/sign-in/second-factor**");
  await fill(page, { code: found.codes[0]! });
  await press(page, "验证");
  await page.waitForURL("**/team");
  await page.getByText("周敏（我）").waitFor();
});

test("a passkey is added and signs in by itself", async () => {
  const context = await visitor();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await signIn(page);
  await fill(page, { code: found.codes[1]! });
  await press(page, "验证");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto(`${site.url}/account/second-factor`);
  await fill(page, { name: "办公室电脑" });
  await press(page, "添加通行密钥");
  await page.locator("li", { hasText: "办公室电脑" }).waitFor();
  await page.goto(`${site.url}/account`);
  await page.evaluate(() => { const form = document.createElement("form"); form.method = "post"; form.action = "/sign-out"; document.body.append(form); form.submit(); });
  await page.getByText("您已退出登录").waitFor();
  await press(page, "用通行密钥登录");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto(`${site.url}/account`);
  await page.getByText("这台设备").waitFor();
});

test("a colleague is invited by link, joins on a phone without script, sets up the second factor, and leaves at a word", async () => {
  const [office, phone] = [await (await visitor()).newPage(), await (await visitor(PHONE, { javaScriptEnabled: false })).newPage()];
  await signIn(office);
  await fill(office, { code: found.codes[2]! });
  await press(office, "验证");
  await office.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await office.goto(`${site.url}/team/invite`);
  await fill(office, { name: "晓禾" });
  await office.selectOption('[name="role"]', { label: "社工" });
  await press(office, "生成邀请链接");
  const link = await office.inputValue('[name="shown-once"]');
  expect(link.startsWith(`${site.url}/invite/`)).toBe(true);

  await phone.goto(link);
  await phone.getByText("周敏邀请您以“社工”的身份加入").waitFor();
  await fill(phone, { name: "林晓禾", login: "13800138001", password: "short" });
  await press(phone, "建立账号并加入");
  await phone.getByText("密码太短").first().waitFor();
  await fill(phone, { password: "紫色大象在跳舞-63" });
  await press(phone, "建立账号并加入");
  await phone.waitForURL("**/account/second-factor**");
  await phone.getByText("您的角色可以打开个人档案").waitFor();
  await phone.goto(`${site.url}/account`);
  expect(new URL(phone.url()).pathname).toBe("/account/second-factor");
  const secret = await phone.locator("code").first().innerText();
  await fill(phone, { code: await generate({ secret: secret.replaceAll(" ", "") }) });
  await press(phone, "开始使用");
  await phone.getByText("请现在记下恢复码").waitFor();
  await phone.goto(`${site.url}/account`);
  await phone.getByText("这台设备").waitFor();

  await office.goto(`${site.url}/team`);
  await office.getByRole("link", { name: "林晓禾" }).click();
  await office.getByText("结束成员身份…").click();
  await press(office, "结束成员身份");
  await office.waitForURL("**/team");
  await phone.goto(`${site.url}/account`);
  expect(new URL(phone.url()).pathname).toBe("/sign-in");
});

test("how pages look goes with the account, in either language", async () => {
  const page = await (await visitor(PHONE)).newPage();
  await signIn(page);
  await fill(page, { code: found.codes[3]! });
  await press(page, "验证");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto(`${site.url}/account`);
  await press(page, "English");
  await page.getByRole("heading", { name: "My account" }).waitFor();
  await page.locator('main [name="mode"][value="elder"]').click();
  await page.locator('html[data-mode="elder"]').waitFor();
  const fresh = await (await visitor()).newPage();
  await signIn(fresh);
  await fresh.getByRole("heading", { name: "Second step" }).waitFor();
  expect(await fresh.locator("html").getAttribute("data-mode")).toBe("elder");
  await page.goto(`${site.url}/account`);
  await press(page, "中文");
});

test.each(LOOKS)("every page of identity is sound: $name", async (look) => {
  const context = await visitor(look);
  const page = await context.newPage();
  for (const path of ["sign-in", "set-up", "invite/nothing", "reset/nothing"]) {
    await page.goto(`${site.url}/${path}`);
    await expectSound(page);
  }
  await signIn(page);
  await expectSound(page);
  await fill(page, { code: found.codes[4 + LOOKS.indexOf(look)]! });
  await press(page, "验证");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
  for (const path of ["account", "account/second-factor", "account/tokens", "team", "team/invite", "team/roles", "team/roles/worker", "team/roles/new", "organization"]) {
    await page.goto(`${site.url}/${path}`);
    await expectSound(page);
  }
  await page.goto(`${site.url}/team`);
  await page.getByRole("link", { name: "周敏" }).click();
  await page.waitForURL(/team\/[0-9a-f-]{36}/);
  await expectSound(page);
});

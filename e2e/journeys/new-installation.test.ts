import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { browser, expectSound, PHONE } from "../harness/browser.ts";
import { fill, press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { acceptInvitation, enrolTotp, signInWithPassword } from "../harness/sign-in.ts";

const site = linli({ embedded: true });
const { visitor } = browser();
const ADMIN = { login: "zhou.min@example.org", password: "lüzhou-brücke-47" };
const COLLEAGUES = [
  { role: "社工", name: "林晓禾", login: "13800138001", password: "紫色大象在跳舞-63", opens: ["/outreach", "/enquiries"], closed: "/audit" },
  { role: "督导", name: "苏明远", login: "13800138002", password: "河边的旧木桥很安静-18", opens: ["/concerns", "/matching"], closed: "/team" },
  { role: "志愿者协调员", name: "何静宜", login: "13800138003", password: "三月的油菜花开满坡-92", opens: ["/volunteers", "/matching"], closed: "/register" },
] as const;
const found: { office?: Page; links: string[] } = { links: [] };

test("an empty installation leads everywhere to its set-up, which wants the code of the terminal", async () => {
  const page = await (await visitor()).newPage();
  await page.goto(site.url);
  await page.waitForURL("**/set-up");
  await expectSound(page);
  await fill(page, { setupCode: "00000000", organization: "青云协同社会工作服务中心", slug: "qingyun", name: "周敏", ...ADMIN });
  await press(page, "建立机构并登录");
  await page.getByText("设置码不对").first().waitFor();
  await expectSound(page);
});

test("the first organisation and its administrator, with the second factor at once", async () => {
  const page = await (await visitor()).newPage();
  await page.goto(`${site.url}/set-up`);
  const setupCode = site.banner.join("\n").match(/\/set-up\s+(\S+)/)![1]!;
  await fill(page, { setupCode, organization: "青云协同社会工作服务中心", slug: "qingyun", name: "周敏", ...ADMIN });
  await press(page, "建立机构并登录");
  const { codes } = await enrolTotp(page);
  expect(codes).toHaveLength(10);
  await expectSound(page);
  await page.getByRole("link", { name: "我记下了" }).click();
  await page.goto(site.url);
  await page.getByRole("heading", { name: /周敏/ }).waitFor();
  await expectSound(page);
  found.office = page;
});

test("a worker, a supervisor and a coordinator are invited, each by a link of their own", async () => {
  const office = found.office!;
  for (const { name, role } of COLLEAGUES) {
    await office.goto(`${site.url}/team/invite`);
    await fill(office, { name });
    await office.selectOption('[name="role"]', { label: role });
    await press(office, "生成邀请链接");
    found.links.push(await office.inputValue('[name="shown-once"]'));
    await expectSound(office);
  }
  expect(new Set(found.links).size).toBe(3);
});

test.each(COLLEAGUES.map((who, index) => ({ ...who, index })))("$name joins as $role, with a password and a second factor of their own", async ({ index, role, name, login, password, opens, closed }) => {
  const context = await visitor(index === 0 ? PHONE : undefined);
  const page = await context.newPage();
  await page.goto(found.links[index]!);
  await page.getByText(`周敏邀请您以“${role}”的身份加入`).waitFor();
  await expectSound(page);
  await acceptInvitation(page, found.links[index]!, { name, login, password });
  await page.goto(site.url + opens[0]);
  await page.waitForURL("**/account/second-factor**"); // nothing of anybody's before it
  const { codes } = await enrolTotp(page);
  await expectSound(page);
  for (const path of opens) {
    expect((await page.goto(site.url + path))!.status(), path).toBe(200);
    await expectSound(page);
  }
  expect((await page.goto(site.url + closed))!.status(), closed).toBe(403);

  const another = await (await visitor()).newPage();
  await signInWithPassword(another, site.url, login, password);
  await another.waitForURL("**/sign-in/second-factor**");
  await fill(another, { code: codes[0]! });
  await press(another, "验证");
  await another.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await another.goto(`${site.url}/account`);
  expect(await another.getByText("这台设备").count()).toBe(1);

  const late = await (await visitor()).newPage();
  await late.goto(found.links[index]!);
  expect(await late.getByRole("button", { name: "建立账号并加入" }).count(), "the link works once").toBe(0);
});

test("the team shows all four", async () => {
  const office = found.office!;
  await office.goto(`${site.url}/team`);
  const shown = await office.locator("main").innerText();
  for (const { name } of COLLEAGUES) expect(shown).toContain(name);
  await expectSound(office);
});

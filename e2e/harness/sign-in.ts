import { generate } from "otplib";
import type { Page } from "playwright-core";
import { fill, press } from "./forms.ts";

/** Password, as far as it leads: home, or the second step. */
export async function signInWithPassword(page: Page, url: string, login: string, password: string): Promise<void> {
  if (!page.url().startsWith(`${url}/sign-in`)) await page.goto(`${url}/sign-in`);
  await fill(page, { login, password });
  await press(page, "登录");
  await page.waitForURL((now) => now.pathname !== "/sign-in");
}

/** Sets up an authenticator app on the page that asks for it; the shared secret and the recovery codes. */
export async function enrolTotp(page: Page): Promise<{ secret: string; codes: readonly string[] }> {
  await page.waitForURL("**/account/second-factor**");
  const secret = (await page.locator("main code").first().innerText()).replaceAll(" ", "");
  await fill(page, { code: await generate({ secret }) });
  await press(page, "开始使用");
  await page.getByText("请现在记下恢复码").waitFor();
  return { secret, codes: await page.locator("ol code").allInnerTexts() };
}

/** Takes up an invitation: name, login and password, then the second factor if the role wants one. */
export async function acceptInvitation(page: Page, link: string, person: { name: string; login: string; password: string }): Promise<void> {
  await page.goto(link);
  await fill(page, person);
  await press(page, "建立账号并加入");
  await page.waitForURL((now) => !now.pathname.startsWith("/invite"));
}

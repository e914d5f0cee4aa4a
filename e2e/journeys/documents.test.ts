import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { givenCase } from "#casework/testing.ts";
import { wordsOfDocx, wordsOfPdf } from "#documents/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { press } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const at = { case: "" };
let team: Team;

beforeAll(async () => {
  team = await foundTeam(site);
  const worker = await team.as("worker");
  at.case = await givenCase(worker, await givenPerson(worker, { name: "罗小满" }), { openedOn: worker.today, words: "想学修自行车" });
});

const enter = async (key: string): Promise<Page> => team.enter(await visitor(), key);

async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  expect(download.suggestedFilename()).not.toContain("罗");
  return readFile(await download.path());
}

test("from the case to its forms: a PDF and a Word file that hold what the file holds", async () => {
  const page = await enter("worker");
  await page.goto(`${site.url}/cases/${at.case}`);
  await page.getByRole("link", { name: "制作文书" }).click();
  await page.getByRole("button", { name: "接案登记表 PDF" }).waitFor();
  await expectSound(page);
  for (const words of [await wordsOfPdf(await taken(page, "接案登记表 PDF")), await wordsOfDocx(await taken(page, "接案登记表 Word"))]) {
    expect(words).toContain("罗小满");
    expect(words).toContain("想学修自行车");
  }
  await page.reload();
  await page.getByText("接案登记表 · PDF").waitFor();
  await shoot(page, "documents");
});

test("a supervisor changes a template: what is wrong is named with its remedy, then kept, used, and taken back", async () => {
  const page = await enter("supervisor");
  await page.goto(`${site.url}/documents/intake`);
  await page.getByText("白浩然").first().waitFor();
  await expectSound(page);
  const box = page.locator('textarea[name="text"]');
  const shipped = await box.inputValue();
  await box.fill(`${shipped}\n保管人：{{责任社}}`);
  await press(page, "保存为新的一版");
  await page.getByText("是不是要写 {{责任社工}}？").waitFor();
  await page.locator('textarea[name="text"]').fill(`${shipped}\n保管人：{{责任社工}}`);
  await press(page, "保存为新的一版");
  await page.getByText("已保存。").waitFor();
  await page.getByText("保管人：林晓禾").waitFor();
  await shoot(page, "template");
  await page.goto(`${site.url}/documents/case/${at.case}`);
  expect(await wordsOfDocx(await taken(page, "接案登记表 Word"))).toContain("保管人");
});

test("it is sound on a phone, in the dark and in large type", async () => {
  for (const look of LOOKS) {
    const page = await team.enter(await visitor(look), "supervisor");
    for (const path of ["/documents", "/documents/plan", `/documents/case/${at.case}`]) {
      await page.goto(site.url + path);
      await expectSound(page);
    }
  }
});

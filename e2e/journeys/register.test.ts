import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { countPersons } from "#people/index.ts";
import { browser, expectSound, LOOKS } from "../harness/browser.ts";
import { press, uploadFile } from "../harness/forms.ts";
import { linli } from "../harness/linli.ts";
import { foundTeam, type Team } from "../harness/team.ts";

const site = linli();
const { visitor } = browser();
const REGISTER = fileURLToPath(new URL("../../src/register/fixtures/qingyun-register.xlsx", import.meta.url));
const found = { path: "" };
let team: Team;

beforeAll(async () => { team = await foundTeam(site); });

const figure = async (page: Page, label: string) => (await page.locator("dl.stat", { has: page.getByText(label, { exact: true }) }).locator(".stat-value").innerText()).replaceAll(/[,\s]/g, "");
const personsThere = async () => {
  const worker = await team.as("worker");
  return worker.read(async (tx) => (await countPersons(tx, worker.actor.orgId, {}, worker.today)).persons);
};

test("the register is checked before anything is written: 1,393 rows, 1,367 persons, 23 repeats, 9 wrong digits, 6 numbers, 3 without a name", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(`${site.url}/register`);
  await expectSound(page);
  await uploadFile(page, REGISTER);
  await press(page, "上传并检查");
  await page.waitForURL(/register\/[0-9a-f-]{36}/);
  found.path = new URL(page.url()).pathname;
  await page.getByText("等您核对").waitFor();
  const shown = {
    dataRows: await figure(page, "资料行"), distinctPersons: await figure(page, "不同的人"), rowsRepeatingAPerson: await figure(page, "同一人重复的行"), idCheckDigitWrong: await figure(page, "身份证号校验码不对"),
    idTurnedIntoNumber: await figure(page, "身份证号被变成数字"), rowsWithoutName: await figure(page, "没有姓名的行"), homebound: await figure(page, "长期居家的人"),
  };
  expect(shown).toMatchObject({ dataRows: "1393", distinctPersons: "1367", rowsRepeatingAPerson: "23", idCheckDigitWrong: "9", idTurnedIntoNumber: "6", rowsWithoutName: "3" });
  await expectSound(page);
  expect(await personsThere()).toBe(0);
});

test("once accepted it comes in with progress, and the result says what became of every row", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(site.url + found.path);
  await press(page, "接受，导入 1367 人");
  await page.getByText("正在导入").or(page.getByRole("heading", { name: "结果" })).first().waitFor();
  await expectSound(page);
  await page.getByRole("heading", { name: "结果" }).waitFor();
  expect(await figure(page, "新建档案")).toBe("1367");
  expect(await figure(page, "退回的行")).toBe("3");
  expect(await personsThere()).toBe(1367);
  await expectSound(page);
});

test("the rows that came back are a workbook with the reason in a column", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(site.url + found.path);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载退回的行（带原因）" }).click()]);
  const bytes = await readFile(await file.path());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.getWorksheet("没有导入")!;
  const head = (sheet.getRow(1).values as unknown[]).map(String);
  expect(sheet.rowCount - 1).toBe(3);
  for (let row = 2; row <= 4; row += 1) expect(String(sheet.getRow(row).getCell(head.indexOf("原因")).value)).toContain("没有姓名");
});

test("the residents' list counts 1,367", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(site.url + found.path);
  await page.getByRole("link", { name: "看居民名单" }).click();
  await page.waitForURL("**/people");
  await page.getByText(/1,?367/).first().waitFor();
  await expectSound(page);
});

test("the same register once more makes nobody twice", async () => {
  const page = await team.enter(await visitor(), "supervisor");
  await page.goto(`${site.url}/register`);
  await uploadFile(page, REGISTER);
  await press(page, "上传并检查");
  await page.getByText("等您核对").waitFor();
  await page.getByText(/同一个文件/).waitFor();
  await page.getByRole("heading", { name: "已经在居民档案里的人" }).waitFor();
  await expectSound(page);
  await page.getByText("删掉这个文件").click();
  await page.getByRole("button", { name: "删掉", exact: true }).click();
  await page.waitForURL("**/register");
  expect(await personsThere()).toBe(1367);
});

test("undone, it leaves nobody", async () => {
  const page = await team.enter(await visitor(), "worker");
  await page.goto(site.url + found.path);
  await page.getByText("撤销这次导入").first().click();
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByText("拿掉的档案").waitFor();
  expect(await figure(page, "拿掉的档案")).toBe("1367");
  expect(await figure(page, "留下的档案")).toBe("0");
  expect(await personsThere()).toBe(0);
  await expectSound(page);
});

const ole2 = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(2048)]);
const BAD = [
  { what: "of another kind", file: { name: "名册.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 nothing") }, zh: "这不是表格文件", en: "This is not a table" },
  { what: "with a password", file: { name: "名册.xlsx", mimeType: "application/octet-stream", buffer: ole2 }, zh: "这个工作簿设了打开密码", en: "This workbook needs a password" },
  { what: "broken", file: { name: "名册.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 and then nothing") }, zh: "这个工作簿已损坏", en: "This workbook is damaged" },
  { what: "with nobody in it", file: { name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from("品名,数量,单价\n白菜,3,2.5\n萝卜,4,1.8\n") }, zh: "没有找到人员名单", en: "No list of people" },
] as const;

test.each(BAD)("a file $what is refused in words that say what to do, in both languages", async ({ file, zh, en }) => {
  for (const [language, said] of [["zh", zh], ["en", en]] as const) {
    const context = await visitor();
    await context.addCookies([{ name: "linli_prefs", value: `language=${language}`, url: site.url }]);
    const page = await team.enter(context, "worker");
    await page.goto(`${site.url}/register`);
    await uploadFile(page, { ...file, buffer: Buffer.from(file.buffer) });
    await page.locator('main form[enctype="multipart/form-data"] button').first().click();
    await page.getByText(said, { exact: false }).first().waitFor();
    await expectSound(page);
  }
});

test("the register's pages are sound at every look", async () => {
  for (const look of LOOKS) {
    const context = await visitor(look);
    await context.addCookies([{ name: "linli_prefs", value: look.preferences ?? "language=zh", url: site.url }]);
    const page = await team.enter(context, "worker");
    for (const path of ["/register", found.path]) {
      expect((await page.goto(site.url + path))!.status(), path).toBe(200);
      await expectSound(page);
    }
  }
});

import { expect, test } from "vitest";
import { browser, expectSound, LOOKS, shoot } from "../harness/browser.ts";
import { linli } from "../harness/linli.ts";

const site = linli({ demo: true, filled: false });
const { visitor } = browser();
const PARTS = ["today", "pairing", "visit", "lists", "forms", "refused", "small", "pictures", "public"] as const;
const WIDE = LOOKS[0]!;

test.each(LOOKS)("every part of the design is sound: $name", async (look) => {
  const context = await visitor(look);
  if (look.preferences) await context.addCookies([{ name: "linli_prefs", value: look.preferences, url: site.url }]);
  const page = await context.newPage();
  for (const part of PARTS) {
    expect((await page.goto(`${site.url}/_gallery?part=${part}`))!.status(), part).toBe(200);
    await expectSound(page);
    await shoot(page, `gallery-${part}-${look.name}`);
  }
});

test("at twice the text size and 320 pixels nothing is cut off, in English neither", async () => {
  const page = await (await visitor({ name: "small", options: { viewport: { width: 320, height: 640 } } })).newPage();
  for (const part of PARTS) {
    await page.goto(`${site.url}/_gallery?part=${part}&lang=en&text=200`);
    await expectSound(page);
  }
});

test("the tabs name every part there is", async () => {
  const page = await (await visitor(WIDE)).newPage();
  await page.goto(`${site.url}/_gallery`);
  const parts = await page.locator("nav.tabs a").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get("part")));
  expect(parts).toEqual([...PARTS]);
});

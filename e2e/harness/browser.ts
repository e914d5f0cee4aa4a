import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../src/platform/print/chromium.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Longest wait for anything on a page; a busy machine may need it. */
const PATIENCE_MS = 120_000;
const SHOTS = new URL("../shots/", import.meta.url);

/** How a page is looked at. */
export interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Preferences as the cookie writes them, e.g. `mode=elder`. */
  readonly preferences?: string;
}

const DESK: Look = { name: "desk", options: { viewport: { width: 1280, height: 900 } } };
export const PHONE: Look = { name: "phone", options: { viewport: { width: 360, height: 740 }, hasTouch: true } };
export const LOOKS: readonly Look[] = [
  DESK, PHONE,
  { name: "desk-dark", options: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } },
  { name: "phone-elder", options: { viewport: { width: 360, height: 740 } }, preferences: "mode=elder" },
];

/** Visitors whose browser runs no script. */
const scriptless = new WeakSet<BrowserContext>();

/** One browser for the file. Each visitor gets a context of their own, as if on a device of their own; what they saw when a test failed is kept. */
export function browser(): { visitor(look?: Look, more?: BrowserContextOptions): Promise<BrowserContext> } {
  let opened: Browser | undefined;
  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error("Chromium is missing: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH.");
    // Without a language of its own a machine has no way to write 月报表 as the name of a file.
    opened = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS], env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" } });
  });
  let ofThisTest: BrowserContext[] = [];
  afterEach(async ({ task }) => {
    const failed = task.result?.state === "fail" ? ofThisTest.flatMap((context) => context.pages()) : [];
    for (const [index, page] of failed.entries()) await shoot(page, `failed-${task.name.replaceAll(/\W+/g, "-").slice(0, 60)}-${index}`).catch(() => {});
    ofThisTest = [];
  });
  afterAll(() => opened?.close());
  return {
    // The rules of axe run inside the page; the page's own policy would keep them out.
    visitor: async (look = DESK, more = {}) => {
      const context = await opened!.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", bypassCSP: true, ...look.options, ...more });
      context.setDefaultTimeout(PATIENCE_MS);
      ofThisTest.push(context);
      if (more.javaScriptEnabled === false) scriptless.add(context);
      return context;
    },
  };
}

/** No accessibility fault, no id twice (a label would name the wrong field), nothing wider than the screen. */
export async function expectSound(page: Page): Promise<void> {
  if (scriptless.has(page.context())) throw new Error("axe never comes to an end where no script runs: look at the page with it, as a twin");
  await page.evaluate(await readFile(AXE, "utf8"));
  const faults = await page.evaluate(async (rules) => {
    const axe = (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"], selectors: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }, RULES);
  expect(faults, page.url()).toEqual([]);
  const twice = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index));
  expect([...new Set(twice)], `${page.url()} has ids twice`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** A picture to look at, under `e2e/shots/`. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, SHOTS).pathname, fullPage: true });
}

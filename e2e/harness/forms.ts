import type { Page } from "playwright-core";

/** Types into the visible fields of the page's main part, by their names. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]:visible`, value);
}

/** Presses the first button of that name in the page's main part. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("main").getByRole("button", { name }).first().click();
}

/** Chooses a card or ticks a box: the label is what people touch. */
export function choose(page: Page, name: string, value: string): Promise<void> {
  return page.locator(`main input[name="${name}"][value="${value}"]`).first().check({ force: true });
}

/** Puts a file into the page's file field. */
export function uploadFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  return page.locator('main input[type="file"]').first().setInputFiles(file);
}

/** A day, whether the field is drawn by the kit or by the browser. */
export async function fillDay(page: Page, name: string, day: string): Promise<void> {
  await page.fill(`main input[name="${name}"]`, day);
}

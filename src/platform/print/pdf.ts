import { chromium } from "playwright-core";
import { Refusal } from "../../kernel/refusal.ts";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.ts";

/**
 * Prints a document of our own on A4. The page runs no script and reaches no network; fonts are embedded as subsets.
 *
 * @param html a whole document with its styles inside
 */
export async function printPdf(html: string, { landscape = false }: { landscape?: boolean } = {}): Promise<Buffer> {
  const executablePath = findChromium();
  if (!executablePath) throw new Refusal("unavailable", "platform.no_printer");
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "load" });
    return await page.pdf({ format: "A4", landscape, printBackground: true, margin: { top: "16mm", bottom: "16mm", left: "14mm", right: "14mm" } });
  } finally {
    await browser.close();
  }
}

/** Text made safe to stand in a document. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

import { expect, test } from "vitest";
import { findChromium } from "./chromium.ts";
import { escapeHtml, printPdf } from "./pdf.ts";

test("a document with Chinese text becomes a PDF with its font inside", async () => {
  const pdf = await printPdf(`<!doctype html><meta charset="utf-8"><p>${escapeHtml("青云街道 <月报表> & 人次")}</p>`);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.includes("/FontFile2") || pdf.includes("/FontFile3")).toBe(true);
});

test("without a browser the refusal says so", async () => {
  expect(findChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toBeNull();
});

test("text cannot become markup", () => {
  expect(escapeHtml('<script>"&')).toBe("&lt;script&gt;&quot;&amp;");
});

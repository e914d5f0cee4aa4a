import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleOf, OF_CASE } from "../../model/catalogue.ts";
import { fillForm } from "../../model/fill.ts";
import { catalogueOf, FORMS } from "../../model/forms.ts";
import { SHIPPED } from "../../model/shipped/index.ts";
import { readTemplate } from "../../model/template.ts";
import { wordsOfDocx, wordsOfPdf } from "../../testing.ts";
import { renderDocx } from "./render-docx.ts";
import { renderPdf } from "./render-pdf.ts";

const about = { title: "题", footer: "青云　2026-0001" };
const bare = (text: string) => text.normalize("NFKC").replaceAll(/\s/gu, "");

test("every word of every shipped form comes back out of the PDF and of the Word file", async () => {
  const sizes: string[] = [];
  for (const form of FORMS) {
    const blocks = fillForm(readTemplate(SHIPPED[form], catalogueOf(form)).blocks, exampleOf(catalogueOf(form)));
    const started = performance.now();
    const pdf = await renderPdf(blocks, about);
    const [pdfMs, half] = [performance.now() - started, performance.now()];
    const docx = await renderDocx(blocks, about);
    sizes.push(`${form}: PDF ${Math.round(pdf.length / 1024)} KiB in ${Math.round(pdfMs)} ms, Word ${Math.round(docx.length / 1024)} KiB in ${Math.round(performance.now() - half)} ms`);
    const [fromPdf, fromDocx] = [await wordsOfPdf(pdf), await wordsOfDocx(docx)];
    const said = blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat().map(({ text }) => text) : [block.content.text])).map(bare).filter((text) => text !== "");
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((text) => !fromDocx.includes(text)), `${form} in Word`).toEqual([]);
    // A long cell is broken into lines, which a reader puts together again.
    expect(said.filter((text) => !fromPdf.includes(text)), `${form} as PDF`).toEqual([]);
  }
  console.log(sizes.join("\n"));
});

test("rare signs of names are in the font", async () => {
  const { blocks } = readTemplate("# {{姓名}}", OF_CASE);
  expect(await wordsOfPdf(await renderPdf(fillForm(blocks, { fields: { 姓名: "䶮㛃龘𠮷" }, lists: {} }), about))).toContain("䶮㛃龘");
});

test("words longer than a page run on to the next, to the last of them, in a wide cell and in a narrow one", async () => {
  const long = Array.from({ length: 400 }, (_, index) => `第${index}句，他们下棋说话。`).join("");
  const { blocks } = readTemplate("| 接案说明 | {{接案说明}} |\n## 家人\n| 姓名 | 关系 | 电话 | 承担 |\n{{#家人}}\n| {{姓名}} | {{关系}} | {{电话}} | {{承担}} |\n{{/家人}}", OF_CASE);
  const words = await wordsOfPdf(await renderPdf(fillForm(blocks, { fields: { 接案说明: `${long}甲终` }, lists: { 家人: [{ 姓名: "张三", 承担: `${long.slice(0, 1000)}乙终` }] } }), about));
  for (const word of ["第0句", "第399句", "甲终", "张三", "乙终"]) expect(words).toContain(word);
});

test("no words and no template make a file fail", async () => {
  const sign = fc.oneof(fc.constantFrom("\u0000", "\u0008", "\ud800", "\ufffe", "&", "<b>", "]]>", "😀", "\u202e", "　", "\n", "\t", "{{姓名}}", "|", "# ", "## ", "{{#家人}}\n", "{{/家人}}\n", "| {{姓名:12}} | {{关系}} |\n"), fc.string({ maxLength: 6, unit: "binary" }));
  const text = fc.array(sign, { maxLength: 20 }).map((signs) => signs.join(""));
  await fc.assert(fc.asyncProperty(text, text, fc.array(text, { maxLength: 3 }), async (template, name, family) => {
    const blocks = fillForm(readTemplate(template, OF_CASE).blocks, { fields: { 姓名: name }, lists: { 家人: family.map((one) => ({ 姓名: one, 关系: name })) } });
    expect((await renderDocx(blocks, about)).subarray(0, 2).toString()).toBe("PK");
    expect((await renderPdf(blocks, about)).subarray(0, 5).toString()).toBe("%PDF-");
  }), { numRuns: 60 });
}, 120_000);

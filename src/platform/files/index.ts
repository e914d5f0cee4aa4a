export { openFile } from "./open-file.ts";
export type { OpenFile, Sheet } from "./open-file.ts";
export type { Cell, CellKind, SheetRow } from "./cell.ts";
export type { FileSource } from "./file-source.ts";
export type { FileLimits } from "./limits.ts";
export { pdfAnswer, sheetsAnswer, textAnswer } from "./file-answer.ts";
export { workbookBytes, writeWorkbook } from "./write-workbook.ts";
export type { CellValue, SheetToWrite } from "./write-workbook.ts";

import type { zh } from "./zh.ts";

export const en: typeof zh = {
  "files.empty": "This file is empty. Open the original, check that it has content, save it again and upload it.",
  "files.wrong_type": "This is not a table. Upload an Excel workbook (.xlsx) or a CSV file.",
  "files.password_protected": "This workbook needs a password to open. In Excel choose File – Info – Protect Workbook, remove the password, save, and upload again.",
  "files.old_excel": "This is an old Excel file (.xls). Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.",
  "files.binary_workbook": "This is a binary workbook (.xlsb). Save it as “Excel Workbook (.xlsx)” and upload that.",
  "files.web_page": "This is a web page under a table's name. Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.",
  "files.broken_workbook": "This workbook is damaged and cannot be read. Open and repair it in Excel and save a copy; if you downloaded it, download it again.",
  "files.broken_text": "Near row {row} a quotation mark has no partner, so the columns after it cannot be told apart. Check that row, or save the table as .xlsx.",
  "files.too_large": "The file is {megabytes} MB; the limit is {most} MB. Remove pictures and unused sheets, or split it by community.",
  "files.inflates_too_far": "Unpacked, this file is abnormally large, so it was not opened. Delete empty rows and columns in Excel, save a copy and upload that.",
  "files.too_many_rows": "The table has more than {most} rows. Split it into several files.",
};

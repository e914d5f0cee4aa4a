import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { openFile } from "#platform/files/index.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenChecked } from "../../testing/run-import.ts";
import { zh } from "../../messages/zh.ts";
import { checkImport } from "../checking/check-import.ts";
import { listImports } from "./list-imports.ts";
import { templateWorkbook } from "./template-workbook.ts";

const t = testDatabase();

test("imports are listed with their status, to their own organisation only, and a stale reading changes nothing", async () => {
  const session = sessionOf(anActor({ capabilities: ["register.import"] }), t);
  const { row } = await givenChecked(session);
  await checkImport(session, row.id, { id: "another job", report: async () => {} });
  expect((await listImports(session)).rows).toMatchObject([{ id: row.id, status: "ready", figures: { distinctPersons: 1367 } }]);
  expect((await listImports(sessionOf(anActor({ capabilities: ["register.import"] }), t))).rows).toEqual([]);
});

test("the template is a workbook that can be read back", async () => {
  const file = await openFile({ bytes: await templateWorkbook(zh.fields, "template"), name: "template.xlsx" });
  expect(file.kind).toBe("xlsx");
  await file.close();
});

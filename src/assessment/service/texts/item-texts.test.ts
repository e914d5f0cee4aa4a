import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { importItemTexts } from "./import-item-texts.ts";
import { showInstrument } from "../show-instrument.ts";
import { undoItemTexts } from "./undo-item-texts.ts";

const t = testDatabase();
const keeper = () => sessionOf(anActor({ capabilities: ["assessments.work", "instruments.manage"] }), t);
const file = (text: string, name = "who5.csv") => ({ name, bytes: new TextEncoder().encode(text) });
const first = (shown: Awaited<ReturnType<typeof showInstrument>>) => shown.instrument.parts[0].items[0].text?.zh;

test("a licensed text is brought in, shown with its licence, and taken back", async () => {
  const session = keeper();
  const done = await importItemTexts(session, { instrumentId: "who5", licence: "许可 2026-01", file: file("item,text,0,5\n1,甲,从不,一直\n") });
  expect(done).toHaveProperty("importId");
  const shown = await showInstrument(session, "who5");
  expect([first(shown), shown.imports[0]!.licence]).toEqual(["甲", "许可 2026-01"]);
  const json = await importItemTexts(session, { instrumentId: "who5", licence: "许可 2026-02", file: file('[{"item":"1","text":"乙"}]', "who5.json") });
  expect(first(await showInstrument(session, "who5"))).toBe("乙");
  await undoItemTexts(session, (json as { importId: string }).importId);
  expect(first(await showInstrument(session, "who5"))).toBe("甲");
  await expect(undoItemTexts(session, (json as { importId: string }).importId)).rejects.toMatchObject({ reason: "assessment.texts_not_found" });
});

test("a file with faults brings in nothing and names row and field", async () => {
  const session = keeper();
  expect(await importItemTexts(session, { instrumentId: "who5", licence: "许可", file: file("item,text\n1,甲\n7,乙\n") })).toEqual({ faults: [{ row: 3, field: "item", reason: "item_unknown" }] });
  expect((await showInstrument(session, "who5")).imports).toEqual([]);
});

test("only licensed instruments take a text, only by whoever keeps them, and another organisation sees none of it", async () => {
  const session = keeper();
  const input = { licence: "许可", file: file("item,text\n1,甲\n") };
  await expect(importItemTexts(session, { instrumentId: "needs-person", ...input })).rejects.toMatchObject({ reason: "assessment.instrument_unknown" });
  const worker = sessionOf(anActor({ capabilities: ["assessments.work"], orgId: session.actor.orgId }), t);
  await expect(importItemTexts(worker, { instrumentId: "who5", ...input })).rejects.toMatchObject({ kind: "forbidden" });
  const { importId } = await importItemTexts(session, { instrumentId: "who5", ...input }) as { importId: string };
  await expect(undoItemTexts(worker, importId)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(undoItemTexts(keeper(), importId)).rejects.toMatchObject({ reason: "assessment.texts_not_found" });
  expect(first(await showInstrument(keeper(), "who5"))).toBeUndefined();
});

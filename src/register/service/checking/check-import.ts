import { isRefusal, Refusal } from "#kernel/refusal.ts";
import { listUnits } from "#places/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { OpenFile } from "#platform/files/index.ts";
import type { RunningJob } from "#platform/jobs/job.ts";
import type { Mapping } from "../../model/fields.ts";
import { previewRegister } from "../../model/preview-register.ts";
import type { RegisterPreview } from "../../model/preview.ts";
import { updateImport, type ImportFigures, type ImportRow } from "../../store/imports.ts";
import { deleteRows } from "../../store/rows.ts";
import { findSavedMapping } from "../../store/saved-mappings.ts";
import { loadImport } from "../load-import.ts";
import { withStoredFile } from "../stored-file.ts";
import { fingerprintOf, mainSheet, sampleColumns } from "./sample-columns.ts";
import { RowStager } from "./row-stager.ts";

/** A preview with what the page shows of each column; sealed where it is kept. */
export type KeptPreview = RegisterPreview & { readonly samples: readonly (readonly string[])[]; readonly mainSheet: number };

/** Where the sealed preview lives. */
export const previewCell = (importId: string) => ({ table: "register.imports", column: "preview", row: importId });

interface Checked { readonly preview: KeptPreview; readonly figures: ImportFigures; readonly mapping: Mapping | null; readonly mappingFrom: ImportRow["mappingFrom"]; readonly fingerprint: string | null }

/** Reads the whole file, stages its rows and keeps what the preview shows. Run again it begins anew. Nothing is written to anybody's records. */
export async function checkImport(session: Session, importId: string, job: Pick<RunningJob<unknown>, "id" | "report">): Promise<void> {
  const { actor } = session;
  const { row } = await session.read((tx) => loadImport(session, tx, importId));
  if (row.acceptedAt || row.jobId !== job.id) return; // somebody asked for another reading meanwhile
  while (await session.write("register.unstage", null, (tx) => deleteRows(tx, actor.orgId, importId))) await job.report({ done: 0 });
  try {
    const checked = await withStoredFile(session, row, (file) => readFile(session, row, file, job));
    await keep(session, importId, job.id, checked);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await session.write("register.refuse", null, (tx) => updateImport(tx, actor.orgId, importId, { checkFailure: { reason: error.reason, params: error.params } }));
  }
}

async function readFile(session: Session, row: ImportRow, file: OpenFile, job: Pick<RunningJob<unknown>, "report">): Promise<Checked> {
  const { actor, today } = session;
  const main = await mainSheet(file.sheets);
  if (!main) throw new Refusal("invalid_input", "files.empty");
  const fingerprint = await fingerprintOf(main.sheet, main.plan);
  const [places, remembered] = await session.read(async (tx) => [
    (await listUnits(tx, actor.orgId, { on: today, kinds: ["community"] })).map(({ name }) => name),
    fingerprint && row.mappingFrom !== "chosen" ? await findSavedMapping(tx, actor.orgId, fingerprint) : null,
  ]);
  const mapping = row.mappingFrom === "chosen" ? row.mapping : remembered;
  const stager = new RowStager(session, row.id, (done) => job.report({ done }));
  const preview = await previewRegister(file.sheets, file.encoding, { today, ...(mapping && { mapping }), ...(places.length > 0 && { places }), onRow: (taken) => stager.take(taken) });
  await stager.finish();
  return {
    preview: { ...preview, samples: await sampleColumns(main.sheet, main.plan), mainSheet: file.sheets.findIndex(({ name }) => name === main.sheet.name) },
    figures: figuresOf(preview, stager), mapping, mappingFrom: row.mappingFrom === "chosen" ? "chosen" : remembered ? "remembered" : "proposed", fingerprint,
  };
}

function figuresOf(preview: RegisterPreview, { warned, matchesCertain, matchesPossible }: RowStager): ImportFigures {
  const { dataRows, distinctPersons, rowsRepeatingAPerson, rowsPossiblyRepeating, rowsWithoutName, idCheckDigitWrong, idTurnedIntoNumber, homebound, homeboundUnclear, rowsIn, rowsBack } = preview;
  return {
    dataRows, distinctPersons, rowsRepeatingAPerson, rowsPossiblyRepeating, rowsWithoutName, idCheckDigitWrong, idTurnedIntoNumber, homebound, homeboundUnclear, rowsIn, rowsBack,
    rowsWarned: warned, suggestions: preview.suggestionCount, matchesCertain, matchesPossible,
  };
}

async function keep(session: Session, importId: string, jobId: string, { preview, ...checked }: Checked): Promise<void> {
  const { actor, keys } = session;
  await session.write("register.checked", null, async (tx) => {
    const { row } = await loadImport(session, tx, importId, { lock: true });
    if (row.jobId !== jobId) return;
    await updateImport(tx, actor.orgId, importId, {
      ...checked, checkedAt: new Date().toISOString(), checkFailure: null, preview: keys.seal(JSON.stringify(preview), previewCell(importId)),
    });
    await recordAudit(tx, actor, { action: "register.checked", subjectKind: "register_import", subjectId: importId, details: { rows: checked.figures.dataRows } });
  });
}

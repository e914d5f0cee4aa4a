import { createHash, randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { openFile } from "#platform/files/index.ts";
import type { ReadDrafts, RowFault, UnitDraft } from "../model/import-draft.ts";
import { planImport, type ImportPlan, type PlannedUnit } from "../model/plan-import.ts";
import { readGeoJson } from "../model/read-geojson.ts";
import { readTable, type TableRow } from "../model/read-table.ts";
import type { Unit } from "../model/unit.ts";
import { insertImport, markApplied, readImport, type PlaceImport } from "../store/imports.ts";
import { insertUnits, listUnits, lockTerritory, updateUnit, type UnitChange } from "../store/units.ts";

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_ROWS = 20_000;

/** Reads a file of units (Excel, CSV or GeoJSON) and keeps what it says; the id of the preview. Nothing of the territory changes. */
export async function uploadUnits(session: Session, file: { name: string; bytes: Uint8Array }): Promise<string> {
  const { actor } = session;
  requireCapability(actor, "places.manage");
  const { drafts, faults } = await readFile(file);
  if (drafts.length === 0 && faults.length === 0) throw new Refusal("invalid_input", "place.file_without_units");
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  return session.write("places.upload-units", { sha256 }, (tx) => insertImport(tx, actor.orgId, { fileName: file.name.slice(0, 200) || "?", sha256, rows: drafts, faults, uploadedBy: actor.accountId }));
}

async function readFile(file: { name: string; bytes: Uint8Array }): Promise<ReadDrafts> {
  if (/\.(geo)?json$/i.test(file.name) || /^\s*(\uFEFF)?\{/.test(Buffer.from(file.bytes.subarray(0, 64)).toString("utf8"))) {
    const read = readGeoJson(Buffer.from(file.bytes).toString("utf8"));
    if (!read) throw new Refusal("invalid_input", "place.geojson_wrong");
    return read;
  }
  const opened = await openFile(file, { maxBytes: MOST_BYTES });
  try {
    for (const sheet of opened.sheets) {
      const rows: TableRow[] = [];
      for await (const { rowNumber, cells } of sheet.rows()) {
        rows.push({ rowNumber, cells: cells.map(({ text }) => text) });
        if (rows.length > MOST_ROWS) throw new Refusal("too_large", "place.too_many_rows", { params: { most: MOST_ROWS } });
      }
      const read = readTable(rows);
      if (read) return read;
    }
  } finally {
    opened.close();
  }
  throw new Refusal("invalid_input", "place.head_unknown");
}

export interface ImportPreview extends ImportPlan {
  readonly fileName: string;
  readonly appliedAt: string | null;
}

/** Shows what an uploaded file would do to the territory as it is now. */
export async function previewUnits(session: Session, importId: string): Promise<ImportPreview> {
  const { actor, today } = session;
  requireCapability(actor, "places.manage");
  return session.read(async (tx) => {
    const { plan, upload } = await planOf(tx, actor.orgId, importId, today);
    return { ...plan, fileName: upload.fileName, appliedAt: upload.appliedAt };
  });
}

/** Does what the preview showed, valid from today: good rows go in, bad ones stay out. Twice changes nothing the second time. */
export async function applyUnits(session: Session, importId: string): Promise<{ added: number; changed: number }> {
  const { actor, today } = session;
  requireCapability(actor, "places.manage");
  return session.write("places.apply-units", importId, async (tx) => {
    await lockTerritory(tx, actor.orgId);
    const { plan, upload, known } = await planOf(tx, actor.orgId, importId, today, true);
    if (upload.appliedAt !== null) throw new Refusal("conflict", "place.import_applied");
    const byId = new Map(known.map((unit) => [unit.id, unit]));
    const ids = new Map(plan.units.map(({ draft, unitId }) => [draft.row, unitId ?? randomUUID()]));
    const parentOf = ({ parent }: PlannedUnit) => (parent === null ? null : "unitId" in parent ? parent.unitId : ids.get(parent.row)!);
    const added = plan.units.filter(({ action }) => action === "add");
    const changed = plan.units.filter(({ action }) => action === "change");
    await insertUnits(tx, actor.orgId, added.map((one) => ({ ...one.draft, id: ids.get(one.draft.row)!, aliases: [...one.draft.aliases], parentId: parentOf(one), validFrom: today })), { source: "file", sourceId: importId });
    for (const one of changed) await updateUnit(tx, actor.orgId, one.unitId!, changeOf(one, byId.get(one.unitId!)!, parentOf(one)));
    await markApplied(tx, actor.orgId, importId);
    await recordAudit(tx, actor, { action: "places.imported", subjectKind: "import", subjectId: importId, details: { added: added.length, changed: changed.length, faults: plan.faults.length } });
    return { added: added.length, changed: changed.length };
  });
}

async function planOf(tx: Tx, orgId: string, importId: string, today: string, lock = false): Promise<{ plan: ImportPlan; upload: PlaceImport; known: Unit[] }> {
  const upload = await readImport(tx, orgId, importId, { lock });
  if (!upload) throw new Refusal("not_found", "place.import_not_found");
  const known = await listUnits(tx, orgId, { on: today });
  const plan = planImport(upload.rows as UnitDraft[], known, today);
  const faults: RowFault[] = [...upload.faults, ...plan.faults].toSorted((a, b) => a.row - b.row);
  return { plan: { units: plan.units, faults }, upload, known };
}

function changeOf({ draft, changes }: PlannedUnit, unit: Unit, parentId: string | null): UnitChange {
  const formerNames = changes.includes("name") ? [unit.name] : [];
  const aliases = [...new Set([...unit.aliases, ...draft.aliases, ...formerNames])].filter((alias) => alias !== (changes.includes("name") ? draft.name : unit.name));
  return {
    ...(changes.includes("name") && { name: draft.name }), ...(changes.includes("code") && { code: draft.code }), ...(changes.includes("urbanRuralClass") && { urbanRuralClass: draft.urbanRuralClass }),
    ...(changes.includes("point") && { longitude: draft.longitude, latitude: draft.latitude }), ...(changes.includes("shape") && { shape: draft.shape }), ...(changes.includes("parent") && { parentId }),
    ...((changes.includes("aliases") || formerNames.length > 0) && { aliases }),
  };
}

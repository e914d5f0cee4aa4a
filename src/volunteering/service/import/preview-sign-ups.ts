import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type Status, STATUSES, volunteerStatus } from "../../model/pathway/volunteer-status.ts";
import { youngestBirthOn } from "../../model/pathway/age-bands.ts";
import { type PolicyVersion, versionOn } from "../../model/pathway/requirement.ts";
import { selectImport, type SignUpImport } from "../../store/imports.ts";
import { selectPolicies } from "../../store/policies.ts";
import type { Programme } from "../../store/programmes.ts";
import { found, readProgramme } from "../ground.ts";
import { factsOfRow, faultsOf, type JudgedRow, judgeRows } from "./judge-rows.ts";

/** One row as the preview shows it. */
export interface PreviewRow {
  readonly rowNumber: number;
  readonly name: string;
  readonly status: Status | null;
  readonly trained: boolean;
  readonly taken: boolean;
  readonly known: boolean;
  readonly faults: ReturnType<typeof faultsOf>;
}

export interface SignUpPreview {
  readonly sheet: SignUpImport;
  readonly programme: Programme;
  /** The header's words by column, and a few values of each, for choosing what a column means. */
  readonly columns: readonly { readonly at: number; readonly header: string; readonly samples: readonly string[] }[];
  readonly rows: readonly PreviewRow[];
  readonly counts: { readonly rows: number; readonly taken: number; readonly known: number; readonly keptOut: number; readonly trained: number; readonly byStatus: Readonly<Record<Status, number>> };
}

/** What accepting a sheet would do, row by row. */
export async function previewSignUps(session: Session, importId: string): Promise<SignUpPreview> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  return session.read(async (tx) => {
    const sheet = found(await selectImport(tx, actor.orgId, importId), "volunteering.import_not_found");
    const policies = await selectPolicies(tx, actor.orgId, sheet.programmeId);
    const { header, rows } = await judgeRows(session, tx, sheet);
    const shown = rows.map((row) => previewRow(row, sheet, policies, session.today));
    return { sheet, programme: await readProgramme(tx, actor, sheet.programmeId), columns: columnsOf(header?.cells.map(({ text }) => text) ?? [], rows), rows: shown, counts: countsOf(shown) };
  });
}

function previewRow(row: JudgedRow, sheet: SignUpImport, policies: readonly PolicyVersion[], today: string): PreviewRow {
  const { rowNumber, signUp, taken, personId } = row;
  const facts = factsOfRow(row, versionOn(policies, today), sheet.sheetOn).map((fact, index) => ({ ...fact, id: String(index) }));
  const standing = volunteerStatus(policies, { birthOn: signUp.birth === null ? null : youngestBirthOn(signUp.birth), facts }, today);
  return { rowNumber, name: signUp.name, taken, known: personId !== null, faults: faultsOf(row), status: taken ? standing.status : null, trained: taken && standing.trained };
}

function columnsOf(headers: readonly string[], rows: readonly JudgedRow[]): SignUpPreview["columns"] {
  const width = Math.max(headers.length, ...rows.slice(0, 50).map(({ line }) => line.cells.length));
  return Array.from({ length: width }, (_, at) => ({
    at, header: headers[at] ?? "",
    samples: [...new Set(rows.map(({ line }) => line.cells[at]?.text ?? "").filter((text) => text !== ""))].slice(0, 3),
  }));
}

function countsOf(rows: readonly PreviewRow[]): SignUpPreview["counts"] {
  const count = (test: (row: PreviewRow) => boolean) => rows.filter(test).length;
  return {
    rows: rows.length, taken: count(({ taken }) => taken), known: count(({ taken, known }) => taken && known), keptOut: count(({ taken }) => !taken),
    trained: count(({ trained }) => trained), byStatus: Object.fromEntries(STATUSES.map((status) => [status, count((row) => row.status === status)])) as Record<Status, number>,
  };
}

import { REPEATABLE, type ColumnMapping, type Field, type Mapping } from "../fields.ts";
import type { Row } from "../table.ts";
import { readHeader } from "./header-words.ts";
import { profileColumn, type ColumnProfile } from "./profile-column.ts";
import { scoreValues } from "./score-values.ts";

/** Where a proposal comes from, shown beside it: the header, the values, or both; `repeated_header` when an earlier column of that header took the field, `chosen` when the person said so. */
export type MappingReason = "header_and_values" | "header" | "values" | "repeated_header" | "chosen" | "none";

/** One column's proposal with what the person needs to judge it. */
export interface ProposedColumn extends ColumnMapping {
  /** Group › header, as written. Empty when the file has no header. */
  readonly header: readonly string[];
  /** 0–1. Below 0.6 the screen asks. */
  readonly confidence: number;
  readonly reason: MappingReason;
}

interface Candidate {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
  readonly reason: MappingReason;
  readonly inverted: boolean;
}

const LEAST_SCORE = 0.35;

/**
 * Proposes what each column holds, from headers and values together. The best
 * pair of column and field is taken first; each field goes to one column
 * unless it may repeat. Values that contradict a header weigh against it.
 */
export function proposeMapping(headers: readonly (readonly string[])[], rows: readonly Row[]): ProposedColumn[] {
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length), 0);
  const profiles = Array.from({ length: width }, (_, column) => profileColumn(rows, column));
  const candidates = profiles.flatMap((profile, column) => candidatesOf(column, headers[column] ?? [], profile));
  const chosen = choose(candidates, profiles);
  return profiles.map((profile, column) => proposalOf(column, headers[column] ?? [], profile, chosen.get(column)));
}

/** Only what is needed to read the file again: what is saved. */
export function mappingOf(columns: readonly ProposedColumn[]): Mapping {
  return {
    columns: columns.map(({ column, field, inverted, fillDown }) => ({ column, field, ...(inverted ? { inverted } : {}), ...(fillDown ? { fillDown } : {}) })),
  };
}

function candidatesOf(column: number, header: readonly string[], profile: ColumnProfile): Candidate[] {
  const byValues = scoreValues(profile);
  const hits = readHeader(header).map((hit) => ({ ...hit, field: asValuesSay(hit.field, profile) }));
  const named = hits.map(({ field, score, inverted }): Candidate => {
    const values = byValues.get(field) ?? 0;
    const enough = profile.filled >= 3;
    const agreed = enough && values >= 0.4;
    const weight = !enough ? 0.85 : agreed ? 1 : values < 0.05 && CHECKABLE.has(field) ? 0.3 : 0.8;
    return { column, field, score: score * weight, reason: agreed ? "header_and_values" : "header", inverted };
  });
  const known = new Set(named.map(({ field }) => field));
  const headless = header.join("") === "";
  // A header that says something else is a reason against reading the column by its values alone.
  const trust = headless ? 0.75 : hits.length > 0 ? 0.45 : 0.65;
  const digits = (profile.shares.bareDigit ?? 0) > 0.5;
  const guessed = [...byValues].filter(([field]) => !known.has(field) && !(digits && NEEDS_WORDS.has(field)) && (headless || field !== "remarks"))
    .map(([field, score]): Candidate => ({ column, field, score: score * trust, reason: "values", inverted: false }));
  return [...named, ...guessed];
}

/** Values of these fields can be told by their form, so values of another form speak against the header. */
const CHECKABLE: ReadonlySet<Field> = new Set<Field>(["residentId", "certificateNumber", "phone", "guardianPhone", "sex", "birthOn", "name"]);

/** A single digit may be anything: without a header these need words. */
const NEEDS_WORDS: ReadonlySet<Field> = new Set<Field>(["disabilityType", "disabilityGrade", "sex", "longAtHome", "age"]);

/** Headers that leave open which of two fields they mean: 紧急联系人 over telephone numbers, 居住地 over names of communities. */
function asValuesSay(field: Field, { shares }: ColumnProfile): Field {
  if (field === "guardianName" && (shares.phone ?? 0) > 0.6) return "guardianPhone";
  if (field === "currentAddress" && (shares.community ?? 0) > 0.6) return "community";
  return field;
}

function choose(candidates: readonly Candidate[], profiles: readonly ColumnProfile[]): Map<number, Candidate> {
  const ordered = [...candidates].filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || share(profiles, b) - share(profiles, a) || a.column - b.column);
  const chosen = new Map<number, Candidate>();
  const taken = new Set<Field>();
  for (const candidate of ordered) {
    if (chosen.has(candidate.column)) continue;
    const field = taken.has(candidate.field) ? elsewhere(candidate, taken) : candidate.field;
    if (field === null) continue;
    taken.add(field);
    chosen.set(candidate.column, field === candidate.field ? candidate : { ...candidate, field, score: candidate.score * 0.7, reason: "repeated_header" });
  }
  return chosen;
}

/** A second column of names or phones, without a group over it, is the guardian's; other second columns are left to the person. */
function elsewhere(candidate: Candidate, taken: ReadonlySet<Field>): Field | null {
  if (candidate.field === "name" && candidate.reason !== "values") return taken.has("guardianName") ? null : "guardianName";
  if (candidate.field === "phone" && taken.has("guardianName") && !taken.has("guardianPhone") && candidate.reason !== "values") return "guardianPhone";
  return REPEATABLE.has(candidate.field) && candidate.reason !== "values" ? candidate.field : null;
}

/** Of two equal columns the fuller one is the person's own. */
function share(profiles: readonly ColumnProfile[], { column }: Candidate): number {
  const profile = profiles[column]!;
  return profile.rows === 0 ? 0 : Math.round((profile.filled / profile.rows) * 10);
}

function proposalOf(column: number, header: readonly string[], profile: ColumnProfile, chosen: Candidate | undefined): ProposedColumn {
  if (!chosen) return { column, field: null, header, confidence: 0, reason: "none" };
  const { field, score, reason, inverted } = chosen;
  return { column, field, header, confidence: Math.round(Math.min(score, 1) * 100) / 100, reason, ...(inverted ? { inverted } : {}), ...(needsFill(field, profile) ? { fillDown: true } : {}) };
}

/** A column of merged cells: a value at the head of each block, blanks below it. */
function needsFill(field: Field, { filled, rows, distinct, firstFilled }: ColumnProfile): boolean {
  return field === "community" && firstFilled && rows >= 6 && filled > 0 && filled <= rows * 0.4 && distinct === filled;
}

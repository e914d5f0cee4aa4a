import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { jobState } from "../model/job.ts";
import { keptAt, KEPT_MONTHS, spellsOf, type HeldJob, type KeptMonth, type KeptResult, type Spell } from "../model/kept.ts";
import { entriesOf, jobsOf, listJobs, type JobRow } from "../store/jobs.ts";

export type Kept = Readonly<Record<KeptMonth, KeptResult>>;
export interface PersonSpell extends Spell { readonly personId: string; readonly kept: Kept }

/** Times of employment of many persons with whether each was kept, by the person's present record. Three queries whatever the number. */
export async function spellsOfPersons(tx: Tx, orgId: string, personIds: readonly string[], today: string): Promise<{ spells: PersonSpell[]; jobs: ReadonlyMap<string, JobRow> }> {
  const identities = await identitiesOf(tx, orgId, [...new Set(personIds)]);
  const rows = await jobsOf(tx, orgId, [...new Set([...identities.values()].flat())]);
  const entries = await entriesOf(tx, orgId, rows.map(({ id }) => id));
  const survivors = new Map([...identities.values()].flatMap((ids) => ids.map((id) => [id, ids[0]!])));
  const held = Map.groupBy(rows, ({ personId }) => survivors.get(personId) ?? personId);
  const spells = [...held].flatMap(([personId, own]) => spellsOf(own.map((row) => heldJob(row, entries.get(row.id) ?? []))).map((spell) => ({ ...spell, personId, kept: keptOf(spell, today) })));
  return { spells, jobs: new Map(rows.map((row) => [row.id, row])) };
}

/** Times of employment that are counted at most. */
const MOST = 5_000;
export interface CountedSpell extends PersonSpell { readonly caseId: string | null; readonly lastJobId: string }

/** Every time of employment, with the case it was found for and how it was kept by a day. The caller authorises. */
export async function allSpells(tx: Tx, orgId: string, day: string): Promise<{ spells: CountedSpell[]; jobs: ReadonlyMap<string, JobRow> }> {
  const { rows } = await listJobs(tx, orgId, {}, day, { limit: MOST });
  const { spells, jobs } = await spellsOfPersons(tx, orgId, rows.map(({ personId }) => personId), day);
  const caseOf = (spell: PersonSpell) => spell.jobs.map(({ id }) => jobs.get(id)!.caseId).find((id) => id !== null) ?? null;
  return { jobs, spells: spells.map((spell) => ({ ...spell, caseId: caseOf(spell), lastJobId: spell.jobs.at(-1)!.id })) };
}

function heldJob({ id, placeId, begunOn }: JobRow, entries: Parameters<typeof jobState>[1]): HeldJob {
  const { endedOn, pauses } = jobState(begunOn, entries);
  return { id, placeId, begunOn, endedOn, pauses };
}

const keptOf = (spell: Spell, today: string): Kept => Object.fromEntries(KEPT_MONTHS.map((month) => [month, keptAt(spell, month, today)])) as unknown as Kept;

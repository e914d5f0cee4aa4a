import { caseChoices, casesOf } from "#casework/index.ts";
import { personCards } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { KEPT_MONTHS, type KeptMonth, type KeptResult } from "../model/kept.ts";
import type { JobRow } from "../store/jobs.ts";
import { calledOf, noteRead, requirePart } from "./near.ts";
import { allSpells, type CountedSpell, type PersonSpell } from "./kept.ts";

const NO_PROGRAMME = "none";

export interface KeptFigures { readonly programme: string; readonly name: string; readonly spells: number; readonly months: Readonly<Record<KeptMonth, Readonly<Record<KeptResult, number>>>> }
export interface KeptRow { readonly jobId: string; readonly name: string; readonly placeName: string; readonly title: string; readonly begunOn: string; readonly endedOn: string | null }
export interface Opened { readonly month: KeptMonth; readonly result: KeptResult; readonly programme: string }

/** How many times of employment were kept at 1, 3, 6 and 12 months, by the programme of the case; and the rows of one figure. A job without a case has no programme. */
export async function countKept(session: Session, opened: Opened | null): Promise<{ figures: KeptFigures[]; rows: KeptRow[] }> {
  requirePart(session);
  const { actor: { orgId, capabilities }, today } = session;
  const programmes = capabilities.has("cases.work") ? (await caseChoices(session)).programmes : [];
  const counted = await session.read(async (tx) => {
    const { spells, jobs } = await allSpells(tx, orgId, today);
    const cases = await casesOf(tx, orgId, [...new Set(spells.map(({ personId }) => personId))]);
    const cards = await personCards(tx, orgId, [...new Set(spells.map(({ personId }) => personId))]);
    const seen = spells.filter(({ personId }) => cards.get(personId)?.withheldOn === null);
    const programmeOf = ({ personId, caseId }: CountedSpell) => cases.get(personId)?.find((one) => one.caseId === caseId)?.programmeId ?? NO_PROGRAMME;
    return { seen: seen.map((spell) => ({ spell, programme: programmeOf(spell) })), jobs, cards };
  });
  await noteRead(session, "jobs.counted", "list", "employment");
  const figures = [...programmes, { id: NO_PROGRAMME, name: "" }].map(({ id, name }) => figuresOf(id, name, counted.seen.filter(({ programme }) => programme === id).map(({ spell }) => spell))).filter(({ spells }) => spells > 0);
  const rows = opened === null ? [] : counted.seen.filter(({ spell, programme }) => programme === opened.programme && spell.kept[opened.month] === opened.result)
    .map(({ spell }) => rowOf(spell, counted.jobs, calledOf(counted.cards.get(spell.personId)!)));
  return { figures, rows };
}

function figuresOf(programme: string, name: string, spells: readonly PersonSpell[]): KeptFigures {
  const count = (month: KeptMonth) => ({ kept: 0, paused: 0, not_kept: 0, not_yet: 0, ...Object.fromEntries([...Map.groupBy(spells, ({ kept }) => kept[month])].map(([result, all]) => [result, all.length])) });
  return { programme, name, spells: spells.length, months: Object.fromEntries(KEPT_MONTHS.map((month) => [month, count(month)])) as unknown as KeptFigures["months"] };
}

function rowOf(spell: PersonSpell, jobs: ReadonlyMap<string, JobRow>, name: string): KeptRow {
  const last = jobs.get(spell.jobs.at(-1)!.id)!;
  return { jobId: last.id, name, placeName: last.placeName, title: last.title, begunOn: spell.begunOn, endedOn: last.endedOn };
}

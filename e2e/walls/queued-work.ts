import { addDays } from "#kernel/calendar.ts";
import { createSeries, signUp } from "#activities/index.ts";
import { carriersOf } from "#app/server/carriers.ts";
import { beginRound, requestRun, saveWish } from "#matching/index.ts";
import type { Purpose } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import type { TextMessage } from "#platform/notify/text-channels.ts";
import { aMailServer } from "#platform/notify/testing/mail-server.ts";
import type { Letter } from "#platform/outbox/post-letter.ts";
import { acceptImport, loadImport, uploadRegister } from "#register/index.ts";
import { checkCharacterOf } from "#register/model/identity/check-resident-id.ts";
import { beginPlan, chooseVisits } from "#routing/index.ts";
import { requestChange } from "#routing/service/changes/request-change.ts";
import { requestPlan } from "#routing/service/plans/request-plan.ts";
import type { Site } from "./site.ts";
import { runJobs, type Town } from "./town.ts";

/** The outbox as it stands, carried outside once more: what arrives by text and by mail, and what kinds of letters there are. */
export async function carriedNow({ t, installation }: Site, { orgId }: Town): Promise<{ texts: TextMessage[]; mailsTo: string[]; topics: string[]; carriers: string[] }> {
  const texts: TextMessage[] = [];
  const { url, mails } = await aMailServer();
  const carriers = carriersOf(installation, { origin: () => "http://localhost", mail: { url, from: "linli@example.org" }, channels: [{ kind: "sms", send: async (text) => { texts.push(text); } }] });
  const topics = new Set<string>();
  const carried = new Set<string>();
  for (let more = true; more;) { // a letter that is carried may leave a letter
    const { rows } = await t.owner.query<Letter>(`select org_id as "orgId", id, topic, payload from platform.outbox where org_id = $1 order by at, id`, [orgId]);
    const fresh = rows.filter(({ id }) => !carried.has(id));
    more = fresh.length > 0;
    for (const letter of fresh) {
      carried.add(letter.id);
      topics.add(letter.topic);
      await carriers.get(letter.topic)!(letter);
    }
  }
  return { texts, mailsTo: mails.flatMap(({ to }) => to), topics: [...topics], carriers: [...carriers.keys()] };
}

/** Signs people up for something the day after tomorrow: letters now and a reminder later. */
export async function signUpSoon({ keeper }: Town, personIds: readonly string[]): Promise<void> {
  const { sessionIds: [sessionId] } = await createSeries(keeper, {
    name: "读报", summary: "一起读报。", kind: "art", startsOn: addDays(keeper.today, 2), rule: "", fromMinute: 600, untilMinute: 660, placeId: null, placeWords: "活动室", participants: 20, volunteers: 0, companions: 0,
    openTo: "public", admission: "direct", closesHours: 0, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
  });
  for (const personId of personIds) await signUp(keeper, { sessionId: sessionId!, personId, role: "participant" });
}

/** One kind of long work that reads people's records: asked for, then somebody withdraws, then done. */
interface QueuedJob {
  readonly purpose: Purpose;
  /** Asks for it about these persons; what it is kept under. */
  ask(personIds: readonly string[]): Promise<string>;
  /** Which of the persons are in what it made. */
  made(id: string, personIds: readonly string[]): Promise<string[]>;
}

/** Work that reads no person's record: the register reads the file that was brought, and taking it back only takes away. */
export const WITHOUT_PEOPLE = ["register.check", "register.undo"];

const phoneOf = (index: number) => `1370002000${index}`;
const numberOf = (index: number) => { const body = `1101051960010100${index}`; return body + checkCharacterOf(body); };

/** Persons who agreed to everything, with an identity number and a place on the map. */
export async function givenAgreeing(site: Site, { keeper, orgId }: Town, names: readonly string[]): Promise<string[]> {
  const { rows: [start] } = await site.t.owner.query<{ id: string }>("select start_unit_id as id from routing.plans where org_id = $1 limit 1", [orgId]);
  return givenPersons(keeper, names.map((name, index) => ({
    name, communityId: start!.id, roles: [{ role: "service_user" as const, fromOn: "2026-01-01" }], identifiers: [{ system: "resident_id" as const, value: numberOf(index) }],
    contacts: [{ kind: "mobile" as const, value: `1370001100${index}` }],
  })));
}

/** Every kind of long work that reads people's records. */
export function queuedJobs(site: Site, town: Town): Readonly<Record<string, QueuedJob>> {
  const { keeper, orgId } = town;
  const found = async (sql: string, id: string, personIds: readonly string[]) => (await site.t.owner.query<{ id: string }>(sql, [orgId, id, personIds])).rows.map((row) => row.id);
  /** A day of visits to these persons, so many days from now, asked to be planned. */
  const dayOf = async (personIds: readonly string[], days: number): Promise<string> => {
    const { rows: [start] } = await site.t.owner.query<{ id: string }>("select start_unit_id as id from routing.plans where org_id = $1 limit 1", [orgId]);
    const team = { members: [`staff:${keeper.actor.accountId}`], mode: "foot" as const, from: "09:00", until: "17:00" };
    const { id } = await beginPlan(keeper, { onDay: addDays(keeper.today, days), startUnitId: start!.id, first: "way", lunchMinutes: 60, lunchFrom: "11:30", lunchUntil: "14:00", teams: [team] });
    await chooseVisits(keeper, { planId: id, personIds: [...personIds], minutes: 30 });
    await requestPlan(keeper, id);
    return id;
  };
  return {
    "matching.solve": {
      purpose: "be_matched",
      async ask(personIds) {
        const { rows: [programme] } = await site.t.owner.query<{ id: string }>("select programme_id as id from matching.rounds where org_id = $1 limit 1", [orgId]);
        for (const personId of personIds) await saveWish(keeper, { programmeId: programme!.id, personId, words: "想有人说说话", meetingPlace: "", safetyNote: "", languagesAsked: [], skillsSought: [] });
        const { id } = await beginRound(keeper, { programmeId: programme!.id, startOn: keeper.today });
        await requestRun(keeper, id);
        return id;
      },
      made: (id, personIds) => found(`select resident_id as id from matching.proposals where org_id = $1 and round_id = $2 and resident_id = any($3)
        union select resident_id from matching.unmatched where org_id = $1 and round_id = $2 and resident_id = any($3)`, id, personIds),
    },
    "routing.plan": {
      purpose: "contact",
      ask: (personIds) => dayOf(personIds, 1),
      made: (id, personIds) => found(`select p.id from unnest($3::uuid[]) p (id) where exists (select from routing.runs where org_id = $1 and plan_id = $2 and (answer -> 'tours')::text like '%' || p.id || '%')`, id, personIds),
    },
    "routing.try_change": {
      purpose: "contact",
      async ask(personIds) {
        const planId = await dayOf(personIds, 2);
        await runJobs(site, orgId, keeper);
        const { rows: [team] } = await site.t.owner.query<{ id: string }>("select id from routing.teams where org_id = $1 and plan_id = $2", [orgId, planId]);
        return (await requestChange(keeper, planId, { teamId: team!.id, kind: "mode", mode: "bicycle", from: "09:00", reason: "有车了", stay: "few" })).trialId;
      },
      made: (id, personIds) => found(`select p.id from unnest($3::uuid[]) p (id) where exists (select from routing.trials where org_id = $1 and id = $2 and (answer -> 'tours')::text like '%' || p.id || '%')`, id, personIds),
    },
    "register.apply": {
      purpose: "keep_data",
      async ask(personIds) {
        const { rows } = await site.t.owner.query<{ name: string }>("select name from people.persons where org_id = $1 and id = any($2) order by array_position($2, id)", [orgId, personIds]);
        const lines = rows.map(({ name }, index) => `${name},${numberOf(index)},${phoneOf(index)}`);
        const { id } = await uploadRegister(keeper, { name: "名册二.csv", bytes: Buffer.from(["姓名,身份证号,联系电话", ...lines].join("\r\n")) });
        await runJobs(site, orgId, keeper);
        const { row } = await keeper.read((tx) => loadImport(keeper, tx, id));
        await acceptImport(keeper, { importId: id, version: row.version });
        return id;
      },
      made: (id, personIds) => found("select person_id as id from people.contacts where org_id = $1 and source_id = $2 and person_id = any($3)", id, personIds),
    },
  };
}

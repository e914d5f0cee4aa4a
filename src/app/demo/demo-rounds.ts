import { addDays } from "../../kernel/calendar.ts";
import { changeUnit, listUnits } from "../../places/index.ts";
import { beginPlan, changeAsks, changeOffer, changeVisit, chooseVisits, computePlan, listCandidates, solveDay } from "../../routing/index.ts";
import type { Cast } from "./demo-cast.ts";

/** The made-up street's middle, and how far its communities and lanes lie apart, in degrees. */
const MIDDLE = { longitude: 102.712, latitude: 25.046 };
const [APART, LANE_APART, ACROSS] = [0.0085, 0.0021, 3];
const BRING = ["问问新轮椅合不合用", "带上社区活动室的活动表", "听妈妈说说照顾上的难处", "问他愿不愿意认识一位老友"];

/** Puts the street on the map and plans tomorrow's visits: three people, one home at which two of them meet, some homes with wishes of their own. */
export async function seedRounds(cast: Cast): Promise<void> {
  const startUnitId = await placeUnits(cast);
  const worker = await cast.as("worker");
  const staff = (role: string) => `staff:${cast.accounts[role]!}`;
  const { id: planId } = await beginPlan(worker, {
    onDay: addDays(worker.today, 1), startUnitId, first: "way", lunchMinutes: 60, lunchFrom: "11:30", lunchUntil: "14:00",
    teams: [
      { members: [staff("worker")], mode: "bicycle", from: "09:00", until: "17:00" },
      { members: [staff("supervisor")], mode: "foot", from: "09:30", until: "16:30" },
      { members: [staff("coordinator")], mode: "bicycle", from: "09:00", until: "16:30" },
    ],
  });
  await changeOffer(worker, { accountId: cast.accounts.worker!, languages: ["昆明话"], skills: ["量血压"], sex: "female" });
  await changeOffer(worker, { accountId: cast.accounts.supervisor!, languages: ["昆明话", "彝语"], skills: [], sex: "male" });
  await changeOffer(worker, { accountId: cast.accounts.coordinator!, languages: [], skills: ["修轮椅"], sex: "female" });
  const { rows } = await listCandidates(worker, planId, {});
  const chosen = rows.filter(({ onMap }) => onMap).slice(0, 16).map(({ personId }) => personId);
  if (chosen.length === 0) return;
  await chooseVisits(worker, { planId, personIds: chosen, minutes: 40 });
  for (const [index, personId] of chosen.slice(0, 6).entries()) {
    await changeVisit(worker, {
      planId, personId, minutes: 30 + (index % 3) * 15, people: index === 1 ? 2 : 1, weight: index < 2 ? 3 : 1, bring: BRING[index % BRING.length]!,
      ...(index === 2 && { from: "09:00", until: "11:00" }), ...(index === 3 && { from: "14:30" }),
    });
  }
  const asks = { languages: [], skills: [], sex: null, wanted: null, never: [] };
  const wishes = [{ ...asks, languages: ["彝语"] }, { ...asks, skills: ["量血压"] }, { ...asks, sex: "female" as const }, { ...asks, skills: ["手语"] }];
  for (const [index, personId] of chosen.slice(4, 8).entries()) await changeAsks(worker, { planId, personId, ...wishes[index]! });
  await computePlan(worker, { planId, jobId: crypto.randomUUID() }, async (day, seed) => solveDay(day, seed));
}

/** Gives communities and lanes a point each, in rows and columns; the first community's id. */
async function placeUnits(cast: Cast): Promise<string> {
  const admin = await cast.as("admin");
  const units = await admin.read((tx) => listUnits(tx, cast.orgId, { on: admin.today, kinds: ["community", "lane"] }));
  const communities = units.filter(({ kind }) => kind === "community");
  const at = new Map(communities.map(({ id }, index) => [id, { longitude: MIDDLE.longitude + ((index % ACROSS) - 1) * APART, latitude: MIDDLE.latitude - (Math.floor(index / ACROSS) - 1) * APART * 0.8 }]));
  const lanesOf = new Map<string | null, number>();
  for (const { id, kind, parentId, longitude, version } of units) {
    if (longitude !== null) continue;
    const nth = lanesOf.get(parentId) ?? 0;
    if (kind === "lane") lanesOf.set(parentId, nth + 1);
    const middle = at.get(kind === "community" ? id : parentId ?? "");
    if (!middle) continue;
    const shift = kind === "community" ? [0, 0] as const : [((nth % 3) - 1) * LANE_APART, (Math.floor(nth / 3) - 1) * LANE_APART * 0.7] as const;
    await changeUnit(admin, { unitId: id, version, fields: { longitude: round(middle.longitude + shift[0]), latitude: round(middle.latitude + shift[1]) } });
  }
  return communities[0]!.id;
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

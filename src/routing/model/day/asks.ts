import type { Crews } from "../planner/problem.ts";
import type { DayMember, DayTeam, DayVisit, NobodyReason, VisitAsks } from "./day.ts";

/** Whether one person may come at all; what is asked of somebody among those who come is not looked at here. */
const mayCome = ({ sex, never }: VisitAsks, member: DayMember): boolean => !never.includes(member.key) && (sex === null || member.sex === sex);

/** Whether a team may be at a visit at all. */
export const mayBeThere = (team: DayTeam, { asks }: DayVisit): boolean => !team.out && team.members.every((member) => mayCome(asks, member));

/** Something that somebody who comes must have: a tongue, a skill, a name; and who has it. */
interface Need { readonly key: string; readonly had: (member: DayMember) => boolean }

function needsOf({ languages, skills, wanted }: VisitAsks): Need[] {
  return [
    ...(languages.length > 0 ? [{ key: `speaks ${languages.toSorted().join("|")}`, had: (member: DayMember) => languages.some((one) => member.languages.includes(one)) }] : []),
    ...skills.map((skill) => ({ key: `can ${skill}`, had: (member: DayMember) => member.skills.includes(skill) })),
    ...(wanted === null ? [] : [{ key: `is ${wanted}`, had: (member: DayMember) => member.key === wanted }]),
  ];
}

/** What the visits ask and the teams have, each thing a bit; a lock is one that a single team has. */
export function crewsOf(teams: readonly DayTeam[], visits: readonly DayVisit[]): Crews {
  const bits = new Map<string, { index: number; had: (team: DayTeam) => boolean }>();
  const bit = (key: string, had: (team: DayTeam) => boolean): number => {
    const known = bits.get(key) ?? { index: bits.size, had };
    bits.set(key, known);
    return known.index;
  };
  const asked = visits.map((visit) => [
    ...needsOf(visit.asks).map(({ key, had }) => bit(key, ({ members }) => members.some(had))),
    ...(visit.lockedTo === null ? [] : [bit(`team ${visit.lockedTo}`, ({ id }) => id === visit.lockedTo)]),
  ]);
  const words = Math.ceil(bits.size / 32);
  const [needs, has] = [new Uint32Array(visits.length * words), new Uint32Array(teams.length * words)];
  const set = (row: Uint32Array, index: number, at: number) => { row[index * words + (at >> 5)] = row[index * words + (at >> 5)]! | (1 << (at & 31)); };
  asked.forEach((some, visit) => some.forEach((at) => set(needs, visit, at)));
  teams.forEach((team, index) => { for (const { index: at, had } of bits.values()) if (had(team)) set(has, index, at); });
  return { words, needs, has, wanted: Uint8Array.from(visits, ({ people }) => people), size: Uint8Array.from(teams, ({ members }) => members.length) };
}

/** Which wish speaks against everybody who goes, alone or two meeting; null when it is no single one. In the order in which it helps to be told. */
export function whyNobody(teams: readonly DayTeam[], { asks, people }: DayVisit): { reason: NobodyReason; what?: string } | null {
  const going = teams.filter(({ out }) => !out);
  const single = going.filter(({ members }) => members.length === 1);
  const pairs = people < 2 ? [] : single.flatMap((a, index) => single.slice(index + 1).map((b) => [...a.members, ...b.members]));
  const groups = [...going.map(({ members }) => members).filter(({ length }) => length >= people), ...pairs];
  const nobody = (holds: (members: readonly DayMember[]) => boolean): boolean => !groups.some(holds);
  if (groups.length === 0) return { reason: "too_few" };
  const skill = asks.skills.find((one) => nobody((members) => members.some(({ skills }) => skills.includes(one))));
  if (asks.wanted !== null && nobody((members) => members.some(({ key }) => key === asks.wanted))) return { reason: "wanted_not_out" };
  if (asks.languages.length > 0 && nobody((members) => members.some(({ languages }) => asks.languages.some((one) => languages.includes(one))))) return { reason: "nobody_speaks", what: asks.languages.join("、") };
  if (skill !== undefined) return { reason: "nobody_skilled", what: skill };
  if (asks.sex !== null && nobody((members) => members.every(({ sex }) => sex === asks.sex))) return { reason: "nobody_of_sex", what: asks.sex };
  return nobody((members) => !members.some(({ key }) => asks.never.includes(key))) ? { reason: "all_barred" } : null;
}

import { eatAndGo } from "../lunch.ts";
import { pick } from "./random.ts";
import type { Ruins } from "./ruin.ts";
import { beingBack, refresh, settingOut, type Tours } from "./tours.ts";

/** How many of the nearest visits are tried as the new next one. */
const NEAREST = 12;

/** Two tours exchange what comes after a point (2-opt*), where both stay in time: brings apart what small ruins cannot. Nothing is taken out. */
export function swapTails(ruins: Ruins): void {
  const { tours, near, random, touched } = ruins;
  const { problem: { visits }, tourOf, rankOf } = tours;
  if (visits === 0) return;
  const visit = pick(random, visits);
  const one = tourOf[visit]!;
  if (one < 0) return;
  const cut = rankOf[visit]! + 1;
  const first = pick(random, NEAREST);
  for (let i = 0; i < NEAREST && i < visits - 1; i++) {
    const next = near[visit * visits + 1 + ((first + i) % Math.min(NEAREST, visits - 1))]!;
    const other = tourOf[next]!;
    if (other < 0 || other === one || !mayTrade(tours, one, cut, other, rankOf[next]!)) continue;
    trade(tours, one, cut, other, rankOf[next]!);
    touched[one] = 1;
    touched[other] = 1;
    refresh(tours, one);
    refresh(tours, other);
    return;
  }
}

/** Whether both tours are in time, can carry and may make what they would get. */
function mayTrade(tours: Tours, one: number, cut: number, other: number, otherCut: number): boolean {
  if (!joinsInTime(tours, one, cut, other, otherCut) || !joinsInTime(tours, other, otherCut, one, cut)) return false;
  const { problem: { visitors, may, visits }, stops, lengths, loads } = tours;
  let [gives, gets] = [0, 0];
  for (let at = cut; at < lengths[one]!; at++) {
    const visit = stops[one * visits + at]!;
    if (may && may[other * visits + visit] === 0) return false;
    gives += tours.problem.demand[visit]!;
  }
  for (let at = otherCut; at < lengths[other]!; at++) {
    const visit = stops[other * visits + at]!;
    if (may && may[one * visits + visit] === 0) return false;
    gets += tours.problem.demand[visit]!;
  }
  return loads[one]! - gives + gets <= visitors[one]!.capacity && loads[other]! - gets + gives <= visitors[other]!.capacity;
}

/** The head of one tour followed by the tail of the other. Visitors who differ in hours, lunch or ways do not trade. */
function joinsInTime(tours: Tours, head: number, cut: number, tail: number, from: number): boolean {
  const { problem, stops, lengths, leave0, leave1, latest0, latest1 } = tours;
  const [visitor, giver] = [problem.visitors[head]!, problem.visitors[tail]!];
  if (visitor.by !== giver.by || visitor.until !== giver.until || visitor.end !== giver.end || visitor.lunch?.from !== giver.lunch?.from || visitor.lunch?.until !== giver.lunch?.until || visitor.lunch?.minutes !== giver.lunch?.minutes) return false;
  const { visits, places } = problem;
  const before = cut > 0 ? stops[head * visits + cut - 1]! : -1;
  const [out0, out1] = before < 0 ? settingOut(problem, head) : [leave0[before]!, leave1[before]!];
  const last = from >= lengths[tail]!;
  const after = last ? visitor.end : stops[tail * visits + from]!;
  const [back0, back1] = last ? beingBack(problem, head) : [latest0[after]!, latest1[after]!];
  const way = problem.travel[visitor.by]!.time[(before < 0 ? visitor.start : before) * places + after]!;
  if (!visitor.lunch) return out1 + way <= back1;
  return out0 + way <= back0 || Math.min(out1 + way, eatAndGo(out0, way, visitor.lunch)) <= back1;
}

function trade({ stops, lengths, problem: { visits } }: Tours, one: number, cut: number, other: number, otherCut: number): void {
  const tail = stops.slice(one * visits + cut, one * visits + lengths[one]!);
  const otherTail = stops.subarray(other * visits + otherCut, other * visits + lengths[other]!);
  stops.set(otherTail, one * visits + cut);
  lengths[one] = cut + otherTail.length;
  stops.set(tail, other * visits + otherCut);
  lengths[other] = otherCut + tail.length;
}

import { addDays } from "#kernel/calendar.ts";
import type { Decision } from "./request.ts";
import { DAY_PARTS, type DayPart } from "./terms.ts";

/** Somebody on call for a part of a day; nobody: it is free. */
export interface Shift {
  readonly id: string;
  readonly onDay: string;
  readonly part: DayPart;
  readonly memberId: string | null;
}

export interface Swap {
  readonly shiftId: string;
  readonly fromMember: string;
  readonly toMember: string;
  readonly forShift: string | null;
}

/** The seven days of the week a day lies in, from Monday. */
export function weekOf(day: string): string[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - weekday));
}

export interface Slot { readonly onDay: string; readonly part: DayPart }

/** The parts of the days from `from` on that have no shift yet, in order. */
export function slotsMissing(days: readonly string[], parts: readonly DayPart[], known: readonly Slot[], from: string): Slot[] {
  const there = new Set(known.map(({ onDay, part }) => `${onDay}/${part}`));
  return days.filter((day) => day >= from).flatMap((onDay) => DAY_PARTS.filter((part) => parts.includes(part) && !there.has(`${onDay}/${part}`)).map((part) => ({ onDay, part })));
}

/** Who takes which slot: whoever had the fewest turns so far, and never twice on one day; null where everybody who may serve has a turn that day. */
export function fillSlots(slots: readonly Slot[], memberIds: readonly string[], had: readonly { readonly onDay: string; readonly memberId: string | null }[], mayServe: (memberId: string, day: string) => boolean = () => true): (Slot & { readonly memberId: string | null })[] {
  const turns = new Map(memberIds.map((id) => [id, had.filter(({ memberId }) => memberId === id).length]));
  const busy = new Set(had.map(({ onDay, memberId }) => `${onDay}/${memberId}`));
  return slots.map((slot) => {
    const free = memberIds.filter((id) => !busy.has(`${slot.onDay}/${id}`) && mayServe(id, slot.onDay));
    const memberId = free.length === 0 ? null : free.reduce((best, id) => (turns.get(id)! < turns.get(best)! ? id : best));
    if (memberId !== null) {
      turns.set(memberId, turns.get(memberId)! + 1);
      busy.add(`${slot.onDay}/${memberId}`);
    }
    return { ...slot, memberId };
  });
}

const no = (reason: string): Decision => ({ allowed: false, reason });

/** Whether somebody can have a shift: not a past one, and one turn a day. `leaving`: shifts they give away in the same breath. */
export function decideGiven(shift: Shift, memberId: string, shifts: readonly Shift[], today: string, leaving: readonly string[] = []): Decision {
  if (shift.onDay < today) return no("shift_past");
  if (shift.memberId === memberId) return no("has_shift");
  return shifts.some((one) => one.memberId === memberId && one.onDay === shift.onDay && one.id !== shift.id && !leaving.includes(one.id)) ? no("one_a_day") : { allowed: true };
}

/** Whether a swap can stand, when it is asked for and again when it is agreed: both still have what they give, and nobody gets a second turn a day. */
export function decideSwap({ shiftId, fromMember, toMember, forShift }: Swap, shifts: readonly Shift[], today: string): Decision {
  if (fromMember === toMember) return no("swap_with_self");
  const given = shifts.find(({ id }) => id === shiftId);
  const back = forShift === null ? null : shifts.find(({ id }) => id === forShift);
  if (given?.memberId !== fromMember || (back !== null && back?.memberId !== toMember)) return no("swap_stale");
  const there = decideGiven(given, toMember, shifts, today, forShift === null ? [] : [forShift]);
  return !there.allowed || back === null ? there : decideGiven(back!, fromMember, shifts, today, [shiftId]);
}

/** The shifts after a swap. */
export const swapped = ({ shiftId, fromMember, toMember, forShift }: Swap, shifts: readonly Shift[]): Shift[] =>
  shifts.map((shift) => (shift.id === shiftId ? { ...shift, memberId: toMember } : shift.id === forShift ? { ...shift, memberId: fromMember } : shift));

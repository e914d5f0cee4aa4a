import type { Occasion } from "./series.ts";
import { instantOf } from "./times.ts";

export const FACES = ["good", "fair", "poor"] as const;
export type Face = (typeof FACES)[number];

/** A press of the shared device as it is sent: a face, or `undone`, which takes the answer of that number back. */
export interface Press { readonly answerId: string; readonly face: Face | "undone" }

/** Fewer answers than this could point at who gave them; those of the shared device count like the others. */
const FEWEST_ANSWERS = 3;

/** Why nobody can say yet how a session was; null from its beginning on. */
export function tooEarlyFor({ cancelled, onDay, fromMinute }: Pick<Occasion, "cancelled" | "onDay" | "fromMinute">, now: Date): "session_cancelled" | "not_yet" | null {
  if (cancelled) return "session_cancelled";
  return instantOf(onDay, fromMinute) > now ? "not_yet" : null;
}

/**
 * How many may still press on the shared device: as many as were there, and no more, for it does not know who pressed.
 * Answers behind somebody's own link are not taken off: whose they are is not known here either.
 */
export const pressesLeft = ({ present, given }: { readonly present: number; readonly given: number }): number => Math.max(0, present - given);

/** What is said of a session: the faces once there are enough answers, and how many came from the shared device. */
export function summarise(answers: readonly { readonly face: Face; readonly words: string; readonly shared: boolean }[]) {
  const count = (face: Face) => answers.filter((one) => one.face === face).length;
  return {
    answers: answers.length, shared: answers.filter(({ shared }) => shared).length,
    // Faces are never told apart by where they were pressed: the one answer of a small group would stand alone.
    feedback: answers.length < FEWEST_ANSWERS ? null : { faces: { good: count("good"), fair: count("fair"), poor: count("poor") }, words: answers.flatMap(({ words }) => (words === "" ? [] : [words])) },
  };
}

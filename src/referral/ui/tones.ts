import type { Tone } from "#platform/ui/show/tone.ts";
import type { State } from "../model/referral.ts";

const TONES: Readonly<Record<State, Tone>> = { waiting: "due", accepted: "calm", refused: "plain", withdrawn: "plain", consent_ended: "plain", completed: "ok" };

/** What is owed and late stands out, whatever the state. */
export const toneOf = ({ state, dueOn }: { state: State; dueOn: string | null }, today: string): Tone => (dueOn !== null && dueOn < today ? "late" : TONES[state]);

import type { Tone } from "#platform/ui/plain.ts";
import type { BadgeState } from "../model/badge.ts";

export const STATE_TONES: Readonly<Record<BadgeState, Tone>> = { valid: "ok", withdrawn: "plain", expired: "plain", not_serving: "due" };

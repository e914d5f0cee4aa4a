import { z } from "zod";
import { CLOSING } from "./closing.ts";
import { DAY_PARTS, ENDING, KINDS, LEAVING, LEVELS, PARTS } from "./terms.ts";

const words = (most: number) => z.string().trim().max(most).default("");
const several = <S extends z.ZodType>(item: S) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

export const NewTeam = z.object({
  name: z.string().trim().min(1).max(80), areaWords: words(120), fromAge: z.coerce.number().int().min(50).max(100).default(75),
  parts: several(z.enum(DAY_PARTS)).refine((chosen) => chosen.length > 0, { error: "teams.part_missing" }), begunOn: z.iso.date(),
});
export type NewTeam = z.output<typeof NewTeam>;

export const NewMember = z.object({ personId: z.uuid(), joinedOn: z.iso.date() });
export type NewMember = z.output<typeof NewMember>;

export const MemberStep = z.object({ memberId: z.uuid(), part: z.enum([...PARTS, "left"]), reason: z.enum(LEAVING).optional() });
export type MemberStep = z.output<typeof MemberStep>;

const Need = { kinds: several(z.enum(KINDS)), note: words(200) };
export const NewElder = z.object({ personId: z.uuid(), level: z.enum(LEVELS), ...Need, why: words(300) });
export type NewElder = z.output<typeof NewElder>;

export const ElderStep = z.object({ elderId: z.uuid(), level: z.enum([...LEVELS, "ended"]), ...Need, reason: z.enum(ENDING).optional() });
export type ElderStep = z.output<typeof ElderStep>;

export const NewRequest = z.object({ elderId: z.uuid(), kind: z.enum(KINDS), words: words(300), wantedOn: z.iso.date(), wantedPart: z.enum(DAY_PARTS) });
export type NewRequest = z.output<typeof NewRequest>;

/** A step of a request. `memberId`: for whom it is entered; left out, for oneself. */
export const RequestStep = z.object({
  kind: z.enum(["taken", "handed_back", "done", "called_off"]), memberId: z.uuid().optional(), words: words(1000),
  minutes: z.coerce.number().int().min(5).max(720).optional(), happenedOn: z.iso.date().optional(),
});
export type RequestStep = z.output<typeof RequestStep>;

/** A swap as it is asked for. `other` is a member, or a member with the shift they give in return: `<member>/<shift>`. */
export const NewSwap = z.object({ shiftId: z.uuid(), other: z.string().regex(/^[0-9a-f-]{36}(\/[0-9a-f-]{36})?$/) })
  .transform(({ shiftId, other }) => ({ shiftId, toMember: other.slice(0, 36), forShift: other.length > 36 ? other.slice(37) : null }));
export type NewSwap = z.output<typeof NewSwap>;

export const SwapAnswer = z.object({ swapId: z.uuid(), answer: z.enum(["agreed", "refused", "withdrawn"]) });
export type SwapAnswer = z.output<typeof SwapAnswer>;

/** Who has a shift from now on; nobody, and it is free. */
export const ShiftGiven = z.object({ shiftId: z.uuid(), memberId: z.uuid().optional() });
export type ShiftGiven = z.output<typeof ShiftGiven>;

/** A team's end: from which day, and why. */
export const TeamEnd = z.object({ closedOn: z.iso.date(), reason: z.enum(CLOSING), words: words(300) });
export type TeamEnd = z.output<typeof TeamEnd>;
export const TeamAgain = z.object({ words: words(300) });

/** Somebody who is looked after goes on with another team. */
export const HandOver = z.object({ elderId: z.uuid(), toTeam: z.uuid() });
export type HandOver = z.output<typeof HandOver>;

/** Which teams a list shows: those at work, those closed, or all. */
export const TEAM_STATES = ["open", "closed", "all"] as const;
export type TeamState = (typeof TEAM_STATES)[number];

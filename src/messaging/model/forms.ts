import { z } from "zod";
import { KINDS, OPT_OUT_KINDS } from "./terms.ts";

/** Which volunteers of a programme. */
export const STANDINGS = ["all", "ready", "service_team", "reserve", "approved", "applicant"] as const;
/** Which people of an activity's session. */
export const SIDES = ["booked", "waitlisted", "volunteer"] as const;

export const Audience = z.discriminatedUnion("of", [
  z.object({ of: z.literal("segment"), id: z.uuid() }),
  z.object({ of: z.literal("programme"), id: z.uuid(), standing: z.enum(STANDINGS) }),
  z.object({ of: z.literal("team"), id: z.uuid() }),
  z.object({ of: z.literal("session"), id: z.uuid(), side: z.enum(SIDES) }),
]);
export type Audience = z.output<typeof Audience>;

/** An audience as the value of one choice: `programme/<id>/ready`. */
export function audienceKey(audience: Audience): string {
  const more = audience.of === "programme" ? `/${audience.standing}` : audience.of === "session" ? `/${audience.side}` : "";
  return `${audience.of}/${audience.id}${more}`;
}

const AudienceChoice = z.string().max(90).transform((key, context) => {
  const [of, id, more] = key.split("/");
  const parsed = Audience.safeParse({ of, id, standing: more, side: more });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "messaging.audience_unknown" });
  return z.NEVER;
});

export const NewMessage = z.object({ kind: z.enum(KINDS), audience: AudienceChoice, words: z.string().trim().min(1).max(300), easyWords: z.string().trim().max(300).default("") });
export type NewMessage = z.output<typeof NewMessage>;

export const OptOut = z.object({ kind: z.enum(OPT_OUT_KINDS), choice: z.enum(["out", "in"]) });
export type OptOut = z.output<typeof OptOut>;

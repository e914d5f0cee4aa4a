import { createHash } from "node:crypto";
import { z } from "zod";
import { listOf } from "#platform/web/form.ts";
import { Entry, type Sent } from "../model/encounter.ts";
import { MODES, ROLES, type Role } from "../model/modes.ts";
import { addDays } from "#kernel/calendar.ts";

/** What the form of one service sends. */
export const EntryForm = z.object({
  entryId: z.uuid(), basis: z.coerce.number().int().default(0), why: z.string().max(500).default(""),
  day: z.enum(["today", "yesterday", "other"]).default("today"), otherDay: z.iso.date().optional(),
  minutes: z.string(), otherMinutes: z.coerce.number().int().min(1).max(720).optional(), mode: z.enum(MODES), placeWords: z.string().max(200).optional(),
  topics: listOf(z.string()), needIds: listOf(z.uuid()), seen: z.string().max(4000).optional(), nextWords: z.string().max(500).optional(), nextOn: z.iso.date().optional(),
  with: listOf(z.string().regex(/^(client|carer|volunteer):[0-9a-f-]{36}$/)), colleagues: listOf(z.uuid()),
});

/** The form as it is sent: the same words twice are the same sending. */
export function sentOf(form: z.output<typeof EntryForm>, person: { personId: string; role: Role }, today: string): Sent {
  const { entryId: id, basis, why, day, otherDay, minutes, otherMinutes, with: others, nextOn = null, ...rest } = form;
  const entry = Entry.parse({
    ...rest, nextOn, minutes: otherMinutes ?? Number(minutes),
    happenedOn: otherDay ?? (day === "yesterday" ? addDays(today, -1) : today),
    people: [person, ...others.map((one) => { const [role, personId] = one.split(":"); return { role: z.enum(ROLES).parse(role), personId }; })],
  });
  const sendKey = `desk-${createHash("sha256").update(JSON.stringify([id, basis, entry])).digest("base64url").slice(0, 32)}`;
  return { id, basis, sendKey, tried: [], why, stamps: {}, entry };
}

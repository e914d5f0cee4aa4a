import { type ActivityLetter, carryLetter } from "../../activities/index.ts";
import type { TextChannel } from "../../platform/notify/text-channels.ts";
import type { Carrier } from "../../platform/outbox/deliver-letter.ts";
import type { Installation } from "../../platform/web/context.ts";

/** Carries letters about activities: notices for people with an account, texts for the others by the first channel there is. */
export function carryActivity(installation: Installation, channels: readonly TextChannel[]): Carrier {
  return async ({ id, orgId, payload }) => {
    const session = installation.systemSession(orgId, { name: "Linli", role: "system", capabilities: ["activities.carry"] }, id);
    const texts = await carryLetter(session, payload as ActivityLetter);
    for (const [index, text] of texts.entries()) await channels[0]?.send({ id: `${id}.${index}`, ...text });
  };
}

import { findOrganization } from "../../identity/index.ts";
import { carryMessage, type MessageLetter } from "../../messaging/index.ts";
import type { TextChannel } from "../../platform/notify/text-channels.ts";
import type { Carrier } from "../../platform/outbox/deliver-letter.ts";
import type { Installation } from "../../platform/web/context.ts";

/** Carries letters of messages to a segment; texts leave by the first channel there is. No key: see `carryMessage`. */
export function carryMessages(installation: Installation, channels: readonly TextChannel[]): Carrier {
  return async ({ orgId, payload }) => {
    const session = installation.systemSession(orgId, { name: "Linli", role: "system", capabilities: ["messages.carry"] });
    const organization = await findOrganization(installation.db, orgId);
    if (organization) await carryMessage(session, payload as MessageLetter, { channel: channels[0], origin: installation.origin, slug: organization.slug });
  };
}

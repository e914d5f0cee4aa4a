import { findOrganization } from "../../identity/index.ts";
import type { TextChannel } from "../../platform/notify/text-channels.ts";
import type { Carrier } from "../../platform/outbox/deliver-letter.ts";
import type { Installation } from "../../platform/web/context.ts";
import { type ApplicationLetter, CARRY_APPLICATIONS, carryApplication } from "../../volunteering/index.ts";

/** Carries letters to applicants: a text that leads to their own page, by the first channel there is. */
export function carryApplicant(installation: Installation, channels: readonly TextChannel[]): Carrier {
  return async ({ id, orgId, payload }) => {
    const slug = (await findOrganization(installation.db, orgId))?.slug;
    if (slug === undefined) return;
    const session = installation.systemSession(orgId, { name: "Linli", role: "system", capabilities: [CARRY_APPLICATIONS] }, id);
    const texts = await carryApplication(session, payload as ApplicationLetter, (pass) => `${installation.origin}/applications/${slug}/${pass}`);
    for (const [index, text] of texts.entries()) await channels[0]?.send({ id: `${id}.${index}`, ...text });
  };
}

import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { DigestRule } from "../../model/digest/digest.ts";
import { currentRule, insertChoice, insertRule } from "../../store/digest/digests.ts";
import { SUPERVISE } from "./count-digest.ts";

/** With the version that was read. */
export const RuleChange = DigestRule.extend({ version: z.coerce.number().int() });
export type RuleChange = z.output<typeof RuleChange>;

/** Sets when digests of the organisation are made, from the next one on. */
export async function changeDigestRule(session: Session, { version, weekday, hour }: RuleChange): Promise<void> {
  const { actor } = session;
  requireCapability(actor, SUPERVISE);
  await session.write("insights.change_digest_rule", { version, weekday, hour }, async (tx) => {
    const last = (await currentRule(tx, actor.orgId))?.version ?? 0;
    if (version !== last || !await insertRule(tx, actor.orgId, { version: last + 1, weekday, hour, by: actor.accountId, byName: actor.name })) throw new Refusal("stale", "platform.changed_meanwhile");
    await recordAudit(tx, actor, { action: "digest.rule_changed", subjectKind: "digest", subjectId: String(last + 1), details: { weekday, hour } });
    return null;
  });
}

export const MailChoice = z.object({ mail: z.enum(["wanted", "not_wanted"]) });
export type MailChoice = z.output<typeof MailChoice>;

/** Whether the actor's own digests come by mail too. */
export async function chooseDigestMail(session: Session, { mail }: MailChoice): Promise<void> {
  const { actor } = session;
  requireCapability(actor, SUPERVISE);
  await session.write("insights.choose_digest_mail", mail, async (tx) => {
    await insertChoice(tx, actor.orgId, actor.accountId, mail);
    await recordAudit(tx, actor, { action: "digest.mail_chosen", subjectKind: "digest", subjectId: actor.accountId, details: { mail } });
    return null;
  });
}

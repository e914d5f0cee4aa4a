import { memberNames } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { readNotices } from "#platform/notify/notices.ts";
import { USUAL_RULE, type DigestFigures, type Load } from "../../model/digest/digest.ts";
import { currentRule, findDigest, listDigests, wantsMail, type KeptDigest } from "../../store/digest/digests.ts";
import { countDigest, SUPERVISE } from "./count-digest.ts";
import { digestLink } from "./send-digest.ts";

/** Weeks one can look back on a page. */
const MOST_WEEKS = 60;

export interface NamedFigures extends Pick<DigestFigures, "lines"> { readonly load: readonly (Load & { readonly name: string })[] }

/** What a digest made now would say, the weeks before, when it comes and whether by mail. */
export async function showDigest(session: Session) {
  requireCapability(session.actor, SUPERVISE);
  const { actor: { orgId, accountId } } = session;
  const figures = await named(session, await countDigest(session));
  return session.read(async (tx) => {
    const rule = await currentRule(tx, orgId);
    return { figures, past: await listDigests(tx, orgId, accountId, MOST_WEEKS), rule: rule ?? { ...USUAL_RULE, version: 0, byName: null, at: null }, mail: await wantsMail(tx, orgId, accountId) };
  });
}

/** A digest as it was told. Nobody opens another's. */
export async function openDigest(session: Session, weekOn: string): Promise<Omit<KeptDigest, "figures"> & { figures: NamedFigures }> {
  const { actor, now } = session;
  requireCapability(actor, SUPERVISE);
  const kept = await session.write(`insights.open_digest|${weekOn}`, { at: now.toISOString() }, async (tx) => {
    const found = await findDigest(tx, actor.orgId, actor.accountId, weekOn);
    if (!found) throw new Refusal("not_found", "digest.not_found");
    await readNotices(tx, actor, digestLink(weekOn), now);
    await recordAudit(tx, actor, { action: "digest.read", subjectKind: "digest", subjectId: weekOn });
    return found;
  });
  return { ...kept, figures: await named(session, kept.figures) };
}

async function named({ actor: { orgId }, read }: Session, { lines, load }: DigestFigures): Promise<NamedFigures> {
  const names = await read((tx) => memberNames(tx, orgId, load.map(({ accountId }) => accountId)));
  return { lines, load: load.map((one) => ({ ...one, name: names.get(one.accountId) ?? "" })) };
}

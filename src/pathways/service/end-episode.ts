import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { findEpisode, insertEpisodeEnd } from "../store/episodes.ts";
import { openClimber } from "./side.ts";

/** Ends a role, or takes back one written down by mistake; the row stays, and stops counting only when it was a mistake. */
export async function endEpisode(session: Session, episodeId: string, input: { kind: "ended" | "withdrawn"; onDay?: string | undefined; words: string }): Promise<{ personId: string }> {
  const { actor, today, now } = session;
  return session.write("pathways.end", { episodeId, ...input }, async (tx) => {
    const episode = await findEpisode(tx, actor.orgId, episodeId);
    if (!episode) throw new Refusal("not_found", "pathways.episode_not_found");
    const { card } = await openClimber(session, tx, episode.personId);
    const onDay = input.onDay ?? today;
    if (onDay > today || onDay < episode.fromOn) throw new Refusal("invalid_input", "pathways.wrong_day", { fields: [{ field: "onDay", reason: "pathways.wrong_day" }] });
    if (!await insertEpisodeEnd(tx, actor.orgId, { episodeId, kind: input.kind, onDay, words: input.words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() })) throw new Refusal("conflict", "pathways.ended_already");
    await recordAudit(tx, actor, { action: input.kind === "ended" ? "pathway.role_ended" : "pathway.role_withdrawn", subjectKind: "person", subjectId: card.id });
    return { personId: card.id };
  });
}

import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card } from "#platform/ui/index.ts";
import { matchingPagesText, matchingReviewText, matchingText } from "../messages/index.ts";
import { sayCame, sayChange, sayExcluded } from "../messages/say-proposal.ts";
import type { UnmatchedRow } from "../service/rounds/show-round.ts";
import type { WordedRound } from "./worded-round.ts";

/** Somebody without a friend: why, and the one change that would help. */
export function UnmatchedCard({ unmatched, round, manages }: { unmatched: UnmatchedRow; round: WordedRound; manages: boolean }) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const text = useText(matchingText);
  const nameOf = (id: string) => round.sides[id]?.name ?? "";
  return (
    <Card title={t.unmatched(nameOf(unmatched.residentId))} aside={manages ? <ButtonLink to={`/wishes/${unmatched.residentId}`}>{t.wish}</ButtonLink> : undefined}>
      <div className="stack tight">
        {unmatched.lost?.was ? <p>{more.lostBefore(nameOf(unmatched.lost.was), sayCame(text, unmatched.lost, nameOf))}</p> : null}
        <p className="soft">{sayExcluded(text, unmatched).join(" · ")}</p>
        <p>{unmatched.change ? <>{t.smallest}<b>{sayChange(text, unmatched.change, nameOf)}</b></> : text.cannotPair}</p>
      </div>
    </Card>
  );
}

import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, TextField } from "#platform/ui/index.ts";
import { matchingTogetherText } from "../../messages/index.ts";
import type { ReviewQuery } from "../../service/rounds/show-round.ts";
import type { WordedRound } from "../worded-round.ts";

/** What fits well enough is usually accepted without a second look. */
export const USUAL_FIT = 80;

/** Leads to the page where the proposals of this filter with a certain fit are looked at and accepted together. */
export function AcceptTogether({ round, query }: { round: WordedRound; query: ReviewQuery }) {
  const { start: t } = useText(matchingTogetherText);
  return (
    <details className="act no-print">
      <summary className="button">{t.do}</summary>
      <Form method="get" action={`/matching/${round.id}/accept`} className="form">
        <KeptFilter query={query} />
        <TextField name="fit" label={t.label} hint={t.hint} type="number" inputMode="numeric" width={4} defaultValue={USUAL_FIT} />
        <div className="cluster"><Button type="submit">{t.do}</Button></div>
      </Form>
    </details>
  );
}

/** The filter of the review, to go with a form to another page. */
export function KeptFilter({ query: { show, communityId, q, weakestFirst } }: { query: ReviewQuery }) {
  const kept = { show, community: communityId === null ? "none" : communityId, q, order: weakestFirst ? "weakest" : undefined };
  return <>{Object.entries(kept).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}</>;
}

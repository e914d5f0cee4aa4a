import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { matchingReviewText, matchingTogetherText } from "../../messages/index.ts";
import type { ProposalState } from "../../service/rounds/show-round.ts";

/** A look at what the round would be if one thing were different; every button leads to the same page of changes. */
export function WhatIf({ residentId, helperId, helperName, state }: { residentId: string; helperId: string; helperName: string; state: ProposalState }) {
  const t = useText(matchingTogetherText);
  const more = useText(matchingReviewText);
  return (
    <details className="act" data-kind="what_if">
      <summary className="button quiet">{t.whatIf}</summary>
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="residentId" value={residentId} /><input type="hidden" name="helperId" value={helperId} />
        <p className="soft small">{t.whatIfHint}</p>
        <div className="cluster">
          {state === "undecided" ? <Button type="submit" name="kind" value="try_lock">{t.tryLock}</Button> : null}
          {state === "forbidden" ? null : <Button type="submit" name="kind" value="try_forbid">{t.tryForbid}</Button>}
          <Button type="submit" name="kind" value="try_drop_out">{more.tryDrop(helperName)}</Button>
        </div>
      </Form>
    </details>
  );
}

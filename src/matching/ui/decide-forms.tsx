import type { ReactNode } from "react";
import { Form, useSearchParams } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, FormScope, RefusalNote, Select, TextField } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText } from "../messages/index.ts";
import type { WordedRound } from "./worded-round.ts";

interface Props {
  residentId: string;
  helperId: string;
  round: WordedRound;
  /** What the page's action refused last; only the form it came from shows it. */
  refused: Refused | undefined;
}

/** Decisions that want a reason, each a form of its own. */
const WITH_REASON = ["override", "forbid"] as const;

/** True when a form inside a card shows the refusal, so that the page need not. */
export const shownInCard = (refused: Refused | undefined) => WITH_REASON.some((kind) => kind === String(refused?.values.kind ?? "").replace("try_", ""));

/** Chooses somebody else than was proposed: from a list, or where there are many from those a search by name has found. */
export function OverrideForm({ residentId, helperId, round, refused }: Props) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const [params] = useSearchParams();
  const searched = params.get("for") === residentId;
  const others = (searched ? round.found : round.helpers).filter((id) => id !== helperId).map((id) => ({ value: id, label: round.sides[id]?.name ?? "" }));
  if (round.helpers.length === 0 && !searched) {
    return (
      <details className="act">
        <summary className="button">{t.another}</summary>
        <Form method="get" className="form">
          <input type="hidden" name="for" value={residentId} />
          {[...params].filter(([name]) => name !== "for" && name !== "who").map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <TextField name="who" label={more.search} hint={more.searchHint} maxLength={40} />
          <Button type="submit">{more.searchDo}</Button>
        </Form>
      </details>
    );
  }
  return (
    <WithReason kind="override" residentId={residentId} refused={refused} summary={t.another} quiet={false} opened={searched}>
      <Select name="helperId" label={t.choose} options={others} />
      <TextField name="reason" label={t.reason} maxLength={500} />
      <Button type="submit" name="kind" value="override">{t.override}</Button>
    </WithReason>
  );
}

/** Says that two people must not be paired, in this round and later ones. */
export function ForbidForm({ residentId, helperId, refused }: Props) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  return (
    <WithReason kind="forbid" residentId={residentId} refused={refused} summary={t.forbid} quiet>
      <input type="hidden" name="helperId" value={helperId} />
      <TextField name="reason" label={t.reason} hint={t.forbidAsk} maxLength={500} />
      <div className="cluster">
        <Button type="submit" tone="danger" name="kind" value="forbid">{t.forbidDo}</Button>
        <Button type="submit" tone="quiet" name="kind" value="try_forbid">{more.tryForbid}</Button>
      </div>
    </WithReason>
  );
}

function WithReason({ kind, residentId, refused, summary, quiet, opened = false, children }: Pick<Props, "residentId" | "refused"> & { kind: (typeof WITH_REASON)[number]; summary: string; quiet: boolean; opened?: boolean; children: ReactNode }) {
  const texts = useRefusals(matchingText);
  const mine = refused && String(refused.values.kind ?? "").replace("try_", "") === kind && refused.values.residentId === residentId ? refused : undefined;
  return (
    <details className="act" data-kind={kind} open={mine || opened ? true : undefined}>
      <summary className={quiet ? "button quiet" : "button"}>{summary}</summary>
      <FormScope form={`${kind}-${residentId}`} result={mine} texts={texts}>
        <Form method="post" className="form">
          <RefusalNote of={mine?.refusal} texts={texts} />
          <IdempotencyField />
          <input type="hidden" name="residentId" value={residentId} />
          {children}
        </Form>
      </FormScope>
    </details>
  );
}

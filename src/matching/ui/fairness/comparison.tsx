import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, Card } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { matchingFairnessText } from "../../messages/index.ts";
import { comparisonMinutes } from "../../model/fairness/rounds/compared-rounds.ts";
import { FairnessCard } from "./fairness-card.tsx";
import type { WordedRound } from "../worded-round.ts";

/** What the choices of fairness cost, where they were compared; where this answer did without, they can be asked for. */
export function Comparison({ round: { run, compared, members, places }, today, manages }: { round: WordedRound; today: string; manages: boolean }) {
  const t = useText(matchingFairnessText);
  const { from, to } = comparisonMinutes(members.residents);
  const current = compared !== null && compared.number === run?.number;
  return (
    <>
      {compared ? <FairnessCard choices={compared.choices} used={compared.rules.fairness?.mode ?? "hardest_first"} places={places} today={today} comparedAt={current ? undefined : compared.solvedAt} /> : null}
      {manages && !current ? (
        <Card title={compared ? t.compareAgain : t.card}>
          <p className="measure">{t.compareLead(members.residents, from, to)}</p>
          <Form method="post"><IdempotencyField /><Button type="submit" name="kind" value="compare">{t.compare}</Button></Form>
        </Card>
      ) : null}
    </>
  );
}

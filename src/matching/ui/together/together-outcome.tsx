import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, Card, DataList, Notice } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingText, matchingTogetherText } from "../../messages/index.ts";
import type { NamedRefusal } from "../../service/together/name-refused.ts";

interface Went {
  readonly kind: "accept" | "withdraw";
  /** The pairs it was done for. */
  readonly pairIds: readonly string[];
  readonly refused: readonly NamedRefusal[];
}

/** How it went: how many were done, with a way back, and which were not and why. */
export function Outcome({ went: { kind, pairIds, refused } }: { went: Went }) {
  const t = useText(matchingTogetherText);
  const texts = useRefusals(matchingText);
  return (
    <div className="stack">
      {pairIds.length > 0 ? <Notice tone="ok">{kind === "accept" ? t.done(pairIds.length) : t.undone(pairIds.length)}</Notice> : null}
      {kind === "accept" && pairIds.length > 0 ? (
        <Form method="post"><IdempotencyField />
          {pairIds.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
          <Button type="submit" name="kind" value="withdraw">{t.undo(pairIds.length)}</Button>
        </Form>
      ) : null}
      {refused.length > 0 ? (
        <Card flush title={t.refused(refused.length)}>
          <DataList caption={t.refused(refused.length)} rows={refused} rowKey={({ key }) => key} empty={null} columns={[
            { key: "resident", label: t.resident, render: ({ resident }) => resident },
            { key: "helper", label: t.helper, render: ({ helper }) => helper },
            { key: "reason", label: t.reason, render: ({ reason }) => texts[reason] ?? reason },
          ]} />
        </Card>
      ) : null}
    </div>
  );
}

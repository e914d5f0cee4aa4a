import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ConfirmForm, FormActions, FormScope, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import type { ShownVisitPage } from "../service/visits/show-visit.ts";
import { whoIn } from "./words.ts";

/** Changing by hand: give to a team at a place, lock, drop, take up again. */
export function DecideForms({ shown, result }: { shown: ShownVisitPage; result: Refused | undefined }) {
  const { plan, visit: t } = useText(routingText);
  const texts = useRefusals(routingText);
  const own = result && result.values.intent !== "wish" ? result : undefined;
  if (shown.visit.dropped !== null) {
    return <Form method="post" className="stack"><RefusalNote of={own?.refusal} texts={texts} /><IdempotencyField /><SubmitButton tone="primary" name="intent" value="restore">{t.restore}</SubmitButton></Form>;
  }
  return (
    <div className="stack">
      <RefusalNote of={own?.refusal} texts={texts} labels={{ teamId: t.moveTo, rank: t.rank, reason: t.reason }} />
      {shown.planned ? <MoveForm shown={shown} result={own} /> : <p className="soft">{plan.notPlanned}</p>}
      {shown.lockedLetter ?? shown.standing ? <LockForm locked={shown.lockedLetter !== null} /> : null}
      <ConfirmForm trigger={t.drop} question={t.dropAsk} confirm={t.dropDo} tone="danger" values={{ intent: "drop" }}>
        <IdempotencyField />
        <TextField name="reason" label={t.reason} maxLength={300} />
      </ConfirmForm>
    </div>
  );
}

function MoveForm({ shown, result }: { shown: ShownVisitPage; result: Refused | undefined }) {
  const { visit: t } = useText(routingText);
  const texts = useRefusals(routingText);
  return (
    <FormScope result={result} texts={texts} form="move">
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="intent" value="move" />
        <Select name="teamId" label={t.moveTo} empty={null} defaultValue={shown.standing?.teamId ?? shown.teams[0]?.id} options={shown.teams.map((team) => ({ value: team.id, label: `${team.letter} · ${whoIn(team)}` }))} />
        <TextField name="rank" label={t.rank} hint={t.rankHint} inputMode="numeric" width={4} defaultValue={shown.standing?.rank ?? 1} />
        <FormActions><SubmitButton tone="plain">{t.moveDo}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

function LockForm({ locked }: { locked: boolean }) {
  const { visit: t } = useText(routingText);
  return (
    <Form method="post" className="stack">
      <IdempotencyField />
      <p className="small soft">{t.lockHint}</p>
      <div><SubmitButton tone="plain" name="intent" value={locked ? "unlock" : "lock"}>{locked ? t.unlock : t.lock}</SubmitButton></div>
    </Form>
  );
}

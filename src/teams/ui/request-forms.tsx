import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import { LENGTHS_MINUTES } from "../model/terms.ts";
import type { ShownRequest } from "../service/requests/show-request.ts";

/** What can be done about a request now; whoever runs the team may enter it for a member without a telephone of their own. */
export function RequestForms({ shown, today }: { shown: ShownRequest; today: string }) {
  const { request: { state, memberId }, by, elder } = shown;
  const speaks = by.runs || (memberId !== null && memberId === by.memberId);
  return (
    <>
      {state === "open" && elder.agrees ? <TakeForms shown={shown} /> : null}
      {state === "taken" && speaks && elder.agrees ? <DoneForm shown={shown} today={today} /> : null}
      {state === "taken" && speaks && elder.agrees ? <HandBack memberId={memberId!} /> : null}
      {(state === "open" || state === "taken") && by.runs ? <CallOff /> : null}
    </>
  );
}

function TakeForms({ shown: { by, members } }: { shown: ShownRequest }) {
  const { request: t, show } = useText(teamsText);
  return (
    <>
      {by.memberId === null ? null : <Form method="post" className="stack"><IdempotencyField /><input type="hidden" name="kind" value="taken" /><SubmitButton big>{t.take}</SubmitButton></Form>}
      {by.runs && members.length > 0 ? (
        <details open={by.memberId === null ? true : undefined}>
          <summary>{show.takeFor}</summary>
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="kind" value="taken" />
            <Select name="memberId" label={t.who} options={members.filter(({ id }) => id !== by.memberId).map(({ id, memberName }) => ({ value: id, label: memberName }))} />
            <SubmitButton tone="plain">{t.takeFor}</SubmitButton>
          </Form>
        </details>
      ) : null}
    </>
  );
}

function DoneForm({ shown: { request }, today }: { shown: ShownRequest; today: string }) {
  const { request: t, lengths } = useText(teamsText);
  return (
    <Card title={t.doneTitle}>
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="kind" value="done" />
        <input type="hidden" name="memberId" value={request.memberId!} />
        <div className="short-choices"><RadioCards name="minutes" label={t.minutes} defaultValue="60" choices={LENGTHS_MINUTES.map((minutes) => ({ value: String(minutes), label: lengths[minutes] }))} /></div>
        <DayField name="happenedOn" label={t.day} max={today} defaultValue={request.wantedOn <= today ? request.wantedOn : today} />
        <TextArea name="words" label={t.words} hint={t.wordsHint} rows={2} maxLength={1000} optional />
        <SubmitButton big>{t.done}</SubmitButton>
      </Form>
    </Card>
  );
}

function HandBack({ memberId }: { memberId: string }) {
  const { request: t } = useText(teamsText);
  return (
    <Form method="post" className="stack">
      <IdempotencyField />
      <input type="hidden" name="kind" value="handed_back" />
      <input type="hidden" name="memberId" value={memberId} />
      <Button type="submit" big>{t.handBack}</Button>
      <p className="small soft">{t.handBackHint}</p>
    </Form>
  );
}

function CallOff() {
  const { request: t } = useText(teamsText);
  return (
    <FormScope form="off" result={undefined} texts={{}}>
    <details>
      <summary>{t.callOff}</summary>
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="kind" value="called_off" />
        <TextField name="words" label={t.callOffWords} maxLength={300} />
        <SubmitButton tone="danger">{t.callOffNow}</SubmitButton>
      </Form>
    </details>
    </FormScope>
  );
}

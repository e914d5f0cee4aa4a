import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { groupsText } from "../messages/index.ts";
import { DYNAMICS, MARKS } from "../model/terms.ts";
import type { ShownSession } from "../service/show-session.ts";

/** What happened in a session: who came and what was seen of each, and the whole. */
export function LogForm({ shown: { session, log, marks, members }, today }: { shown: ShownSession; today: string }) {
  const { session: t, marks: states, dynamics, takingPart } = useText(groupsText);
  const known = new Map(marks.map((mark) => [mark.memberId, mark]));
  const { ref, ...draft } = useDraft(`group-log/${session.id}`, { basis: String(log?.revision ?? 0) });
  return (
    <Form method="post" className="form" ref={ref}>
      <IdempotencyField />
      <input type="hidden" name="revision" value={log?.revision ?? 0} />
      <DayField name="heldOn" label={t.heldOn} max={today} defaultValue={log?.heldOn ?? (session.onDay < today ? session.onDay : today)} />
      <h3>{t.attendance}</h3>
      {members.length === 0 ? <p className="soft">{t.nobody}</p> : null}
      <ul className="log-rows">
        {members.map(({ id, name, consent }) => (
          <li key={id}>
            <strong>{name}</strong>
            <div className="log-fields">
              <Select name={`state.${id}`} label={<>{t.attendance}<span className="sr-only"> {name}</span></>} empty={t.notSaid} options={MARKS.map((value) => ({ value, label: states[value] }))} defaultValue={known.get(id)?.state ?? (log ? undefined : "present")} />
              {consent === "given" ? (
                <>
                  <Select name={`part.${id}`} label={<>{t.taking}<span className="sr-only"> {name}</span></>} empty={t.notSaid} options={[1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: takingPart[value - 1]! }))} defaultValue={known.get(id)?.takingPart?.toString()} />
                  <TextField name={`seen.${id}`} label={<>{t.seen}<span className="sr-only"> {name}</span></>} maxLength={1000} optional defaultValue={known.get(id)?.seen} />
                </>
              ) : <p className="soft small">{t.noConsent}</p>}
            </div>
          </li>
        ))}
      </ul>
      <TextArea name="happened" label={t.happened} rows={6} maxLength={6000} defaultValue={log?.happened} />
      <CheckboxGroup name="dynamics" label={t.dynamics} short optional choices={DYNAMICS.map((value) => ({ value, label: dynamics[value] }))} defaultValues={log?.dynamics ?? []} />
      <TextArea name="workerPart" label={t.workerPart} rows={3} maxLength={3000} optional defaultValue={log?.workerPart} />
      <TextArea name="nextWords" label={t.nextWords} rows={2} maxLength={2000} optional defaultValue={log?.nextWords} />
      <DraftNote draft={draft} />
      <FormActions><SubmitButton>{t.saveLog}</SubmitButton></FormActions>
    </Form>
  );
}

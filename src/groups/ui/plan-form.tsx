import { Form, useParams } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { groupsText } from "../messages/index.ts";
import type { SessionPlan } from "../model/forms.ts";

/** What a session is for and how it goes. */
export function PlanForm({ offered }: { offered: SessionPlan }) {
  const { session: t } = useText(groupsText);
  const { sessionId, groupId } = useParams();
  const { ref, ...draft } = useDraft(`group-plan/${sessionId ?? groupId}/${offered.number}`);
  return (
    <Form method="post" className="form" ref={ref}>
      <IdempotencyField />
      <input type="hidden" name="number" value={offered.number} />
      <DayField name="onDay" label={t.onDay} defaultValue={offered.onDay} />
      <TextField name="minutes" label={t.minutes} inputMode="numeric" width={4} defaultValue={offered.minutes} />
      <TextField name="aim" label={t.aim} maxLength={500} defaultValue={offered.aim} />
      <TextArea name="plan" label={t.steps} hint={t.stepsHint} rows={6} maxLength={4000} optional defaultValue={offered.plan} />
      <TextArea name="prepare" label={t.prepare} rows={2} maxLength={1000} optional defaultValue={offered.prepare} />
      <DraftNote draft={draft} />
      <FormActions><SubmitButton name="save" value="plan">{t.savePlan}</SubmitButton></FormActions>
    </Form>
  );
}

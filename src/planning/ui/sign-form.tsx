import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { SignaturePad } from "./signature-pad.tsx";

/** Agreeing to a version or refusing it, on screen or on paper. The form carries the fingerprint of the text that was read. */
export function SignForm({ planId, version, textHash, name, today, refused }: { planId: string; version: number; textHash: string; name: string; today: string; refused: Refused | undefined }) {
  const { sign: t } = useText(planningText);
  const texts = useRefusals(planningText);
  return (
    <div className="no-print">
      <Card title={t.form} id="sign">
        <FormScope result={refused} texts={texts}>
          <DraftForm formKey={`plan/${planId}/${version}/sign`} basis={textHash} className="form" actions={<FormActions><SubmitButton big>{t.save}</SubmitButton></FormActions>}>
            <p className="soft">{t.formLead}</p>
            <RefusalNote of={refused?.refusal} texts={texts} />
            <IdempotencyField />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="textHash" value={textHash} />
            <RadioCards name="kind" label={t.kind} choices={(["agreed", "refused"] as const).map((value) => ({ value, label: t.kinds[value] }))} />
            <RadioCards name="capacity" label={t.capacity} defaultValue="client" choices={(["client", "guardian"] as const).map((value) => ({ value, label: t.capacities[value] }))} />
            <div className="range">
              <TextField name="name" label={t.name} defaultValue={name} maxLength={60} />
              <TextField name="relation" label={t.relation} maxLength={30} optional />
            </div>
            <RadioCards name="how" label={t.how} defaultValue="screen" choices={(["screen", "paper"] as const).map((value) => ({ value, label: t.hows[value] }))} />
            <SignaturePad />
            <TextField name="paper" label={t.paper} maxLength={200} optional />
            <TextArea name="words" label={t.words} hint={t.wordsHint} rows={2} maxLength={500} optional />
            <DayField name="on" label={t.on} defaultValue={today} max={today} />
          </DraftForm>
        </FormScope>
      </Card>
    </div>
  );
}

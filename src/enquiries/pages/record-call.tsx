import { redirect, useActionData, type ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { enquiriesText } from "../messages/index.ts";
import { Asking } from "../model/asking.ts";
import { askForHelp } from "../service/ask-for-help.ts";

const STAFF_CHANNELS = ["phone", "visit", "letter"] as const;
const Call = Asking.extend({ channel: z.enum(STAFF_CHANNELS) });

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { channel, ...asking } = read(Call);
    const { id } = await askForHelp(sessionOf(context), asking, channel);
    return redirect(`/enquiries/${id}`);
  });
}

export default function RecordCall() {
  const refused = useActionData<typeof action>();
  const t = useText(enquiriesText);
  const texts = useRefusals(enquiriesText);
  const result = refused && "refusal" in refused ? refused : undefined;
  return (
    <>
      <title>{t.record}</title>
      <PageHeader title={t.record} crumbs={[{ label: t.title, to: "/enquiries" }]} />
      <Card>
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} />
          <DraftForm formKey="enquiry/new" className="stack" actions={<SubmitButton>{t.save}</SubmitButton>}>
            <IdempotencyField />
            <RadioCards name="channel" label={t.channel} choices={STAFF_CHANNELS.map((value) => ({ value, label: t.channels[value] }))} defaultValue="phone" />
            <RadioCards name="forWhom" label={t.facts.subject} choices={[{ value: "self", label: t.forSelf }, { value: "other", label: t.forOther }]} defaultValue="self" />
            <TextArea name="words" label={t.columns.words} hint={t.steps.noteHint} rows={5} maxLength={4000} />
            <TextField name="askerName" label={t.facts.asker} optional width={16} maxLength={40} />
            <TextField name="askerContact" label={t.facts.contact} optional width={16} maxLength={60} />
            <TextField name="askerRelation" label={t.facts.relation} optional width={16} maxLength={40} />
            <TextField name="subjectName" label={t.public.subjectName} optional width={16} maxLength={40} />
            <TextField name="community" label={t.facts.community} optional width={16} maxLength={60} />
            <Checkbox name="urgent" label={t.urgent} />
          </DraftForm>
        </FormScope>
      </Card>
    </>
  );
}

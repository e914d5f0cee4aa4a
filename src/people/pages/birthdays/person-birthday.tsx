import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { lunarDayName, lunarMonthName, lunarWords } from "#platform/i18n/lunar-words.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { birthdaysText } from "../../messages/birthdays.ts";
import { peopleText } from "../../messages/index.ts";
import { BirthdayChoice } from "../../model/birthdays.ts";
import { chooseBirthday } from "../../service/birthdays/choose-birthday.ts";
import { showBirthday } from "../../service/birthdays/show-birthday.ts";

const idOf = (params: { personId?: string | undefined }) => readParam(params.personId, z.uuid());

export const loader = ({ params, context }: LoaderFunctionArgs) => showBirthday(sessionOf(context), idOf(params));

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await chooseBirthday(sessionOf(context), idOf(params), read(BirthdayChoice));
    return redirect(`/people/${idOf(params)}`);
  });
}

export default function PersonBirthday() {
  const { personId, name, born, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(birthdaysText);
  const texts = useRefusals(peopleText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const month = kept?.lunarMonth ?? born?.month;
  const day = kept?.lunarDay ?? born?.day;
  return (
    <>
      <title>{t.edit(name)}</title>
      <PageHeader title={t.edit(name)} lead={t.editLead} crumbs={[{ label: name, to: `/people/${personId}` }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={t.fields} />
        <Card>
          <Form method="post" className="form">
            <IdempotencyField />
            <RadioCards name="calendar" label={t.how} defaultValue={kept?.calendar ?? "solar"} choices={(["solar", "lunar"] as const).map((value) => ({ value, label: t.choices[value] }))} />
            <Select name="lunarMonth" label={t.month12} hint={born ? t.fromBirth(lunarWords(born.month, born.day)) : t.lunarHint} optional defaultValue={month?.toString()} options={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: lunarMonthName(index + 1) }))} />
            <Select name="lunarDay" label={t.day30} hint={t.lunarHint} optional defaultValue={day?.toString()} options={Array.from({ length: 30 }, (_, index) => ({ value: String(index + 1), label: lunarDayName(index + 1) }))} />
            <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
          </Form>
        </Card>
      </FormScope>
    </>
  );
}

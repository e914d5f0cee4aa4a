import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, FormActions, FormScope, Notice, RadioCards, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import type { ShownVisitPage } from "../service/visits/show-visit.ts";

/** What a resident asks of whoever visits: tongues, skills, women or men, somebody by name, somebody not. */
export function AsksForm({ shown, result }: { shown: ShownVisitPage; result: Refused | undefined }) {
  const { asks: t } = useText(routingText);
  const texts = useRefusals(routingText);
  const own = result?.values.intent === "asks" ? result : undefined;
  const { asks } = shown.visit;
  const noted = asks.never.filter(({ key }) => asks.noted.includes(key));
  const never = asks.never.filter(({ key }) => !asks.noted.includes(key));
  // Who was named before stays to be chosen, though they do not go on this round.
  const people = [...shown.visitors, ...[...never, ...(asks.wanted ? [asks.wanted] : [])].filter(({ key, name }) => name !== "" && !shown.visitors.some((one) => one.key === key))];
  const options = people.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <FormScope result={own} texts={texts} form="asks">
      <Form method="post" className="form">
        <RefusalNote of={own?.refusal} texts={texts} labels={{ languages: t.languages, skills: t.skills, wanted: t.wanted, never: t.never }} />
        <p className="soft">{t.hint}</p>
        {asks.where === "friend" ? <Notice>{t.friend}</Notice> : null}
        {noted.length > 0 ? <Notice tone="due">{t.noted(noted.map(({ name }) => name).join("、"))}</Notice> : null}
        <IdempotencyField />
        <input type="hidden" name="intent" value="asks" />
        <TextField name="languages" label={t.languages} hint={t.languagesHint} optional maxLength={200} defaultValue={asks.languages.join("、")} />
        <TextField name="skills" label={t.skills} hint={t.skillsHint} optional maxLength={200} defaultValue={asks.skills.join("、")} />
        {shown.bySex ? <RadioCards name="sex" label={t.sex} defaultValue={asks.sex ?? "any"} choices={(["any", "female", "male"] as const).map((value) => ({ value, label: t.sexes[value] }))} /> : <p className="soft">{t.sexGuarded}</p>}
        <Select name="wanted" label={t.wanted} empty={t.anyone} options={options} defaultValue={asks.wanted?.key ?? ""} />
        <CheckboxGroup name="never" label={t.never} hint={t.neverHint} choices={options} defaultValues={never.map(({ key }) => key)} />
        <FormActions><SubmitButton tone="primary">{t.save}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

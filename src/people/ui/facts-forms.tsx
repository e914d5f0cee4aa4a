import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { peopleText } from "../messages/index.ts";
import { CONTACT_KINDS, DISABILITY_GRADES, DISABILITY_TYPES, IDENTIFIER_SYSTEMS, SITUATION_KINDS } from "../model/terms.ts";
import type { PersonFile } from "../service/files/show-person.ts";

function Intent({ name }: { name: string }) {
  return <><IdempotencyField /><input type="hidden" name="intent" value={name} /></>;
}

/** Numbers that are there, and one more. */
export function ContactForms({ contacts }: Pick<PersonFile, "contacts">) {
  const t = useText(peopleText);
  return (
    <Card title={t.facts.contacts}>
      <ul className="stack tight">
        {contacts.map(({ id, value, relation }) => (
          <li key={id}><b>{value}</b> <span className="small soft">{relation}</span><ConfirmForm trigger={t.facts.remove} question={t.facts.removeAsk} confirm={t.facts.remove} values={{ intent: "remove_contact", contactId: id }}><IdempotencyField /></ConfirmForm></li>
        ))}
      </ul>
      <Form method="post" className="stack">
        <Intent name="add_contact" />
        <Select name="kind" label={t.fields.kind} empty={null} options={CONTACT_KINDS.map((value) => ({ value, label: t.contactKinds[value] }))} />
        <TextField name="value" label={t.fields.value} maxLength={120} autoComplete="off" />
        <RadioCards name="whose" label={t.fields.whose} defaultValue="self" choices={(["self", "other"] as const).map((value) => ({ value, label: t.whose[value] }))} />
        <TextField name="holderName" label={t.fields.holderName} maxLength={80} optional autoComplete="off" />
        <TextField name="relation" label={t.fields.relation} hint={t.hints.relation} maxLength={40} optional />
        <p><SubmitButton tone="plain">{t.facts.addContact}</SubmitButton></p>
      </Form>
    </Card>
  );
}

/** How things stand, one kind at a time. */
export function SituationForm({ situations, today }: Pick<PersonFile, "situations"> & { today: string }) {
  const t = useText(peopleText);
  const current = situations.filter(({ untilOn }) => untilOn === null);
  return (
    <Card title={t.facts.situations}>
      <Facts facts={current.map(({ kind, value }) => ({ label: t.situations[kind as "living"], value: kind === "long_at_home" ? t.atHome[value as "yes"] : value }))} />
      <Form method="post" className="stack">
        <Intent name="situation" />
        <Select name="situation" label={t.fields.kind} empty={null} options={SITUATION_KINDS.map((value) => ({ value, label: t.facts.valueFor[value] }))} />
        <RadioCards name="atHome" label={t.facts.valueFor.long_at_home} optional choices={(["yes", "no"] as const).map((value) => ({ value, label: t.atHome[value] }))} />
        <TextField name="words" label={t.fields.note} maxLength={200} optional />
        <DayField name="sinceOn" label={t.fields.since} max={today} optional />
        <p><SubmitButton tone="plain">{t.facts.record}</SubmitButton></p>
      </Form>
    </Card>
  );
}

/** Interests and languages, said anew as a whole. */
export function WordsForm({ interests, languages }: Pick<PersonFile, "interests" | "languages">) {
  const t = useText(peopleText);
  return (
    <Card title={t.facts.words}>
      <Form method="post" className="stack">
        <Intent name="words" />
        <TextField name="interests" label={t.fields.interests} hint={t.hints.interests} defaultValue={interests.join("、")} maxLength={400} optional />
        <TextField name="languages" label={t.fields.languages} hint={t.hints.languages} defaultValue={languages.join("、")} maxLength={400} optional />
        <p><SubmitButton tone="plain">{t.facts.save}</SubmitButton></p>
      </Form>
    </Card>
  );
}

/** Kind and grade as the certificate has them. */
export function DisabilityCard({ disabilities, today }: Pick<PersonFile, "disabilities"> & { today: string }) {
  const t = useText(peopleText);
  const current = disabilities.find(({ untilOn }) => untilOn === null);
  return (
    <Card title={t.facts.disability}>
      <Form method="post" className="stack">
        <Intent name="disability" />
        <p className="hint">{t.facts.disabilityHint}</p>
        <Select name="type" label={t.fields.type} optional empty={t.facts.none} defaultValue={current?.type?.toString()} options={DISABILITY_TYPES.map((value) => ({ value: String(value), label: t.disabilityTypes[value]! }))} />
        <Select name="grade" label={t.fields.grade} optional empty={t.facts.none} defaultValue={current?.grade?.toString()} options={DISABILITY_GRADES.map((value) => ({ value: String(value), label: t.disabilityGrades[value]! }))} />
        <DayField name="fromOn" label={t.fields.fromOn} max={today} optional />
        <p><SubmitButton tone="plain">{t.facts.save}</SubmitButton></p>
      </Form>
    </Card>
  );
}

/** Papers by their last signs, and one more. */
export function IdentifierForm({ identifiers }: Pick<PersonFile, "identifiers">) {
  const t = useText(peopleText);
  return (
    <Card title={t.facts.identifiers}>
      <ul className="stack tight">{identifiers.map(({ id, system, last4 }) => <li key={id}>{t.identifiers[system as "passport"]} {t.show.last4(last4)}</li>)}</ul>
      <Form method="post" className="stack">
        <Intent name="identifier" />
        <Select name="system" label={t.fields.kind} empty={null} options={IDENTIFIER_SYSTEMS.map((value) => ({ value, label: t.identifiers[value] }))} />
        <TextField name="number" label={t.fields.value} maxLength={40} autoComplete="off" spellCheck={false} />
        <p><SubmitButton tone="plain">{t.facts.addIdentifier}</SubmitButton></p>
      </Form>
    </Card>
  );
}

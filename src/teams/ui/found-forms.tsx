import { Form, Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import { KINDS, LEVELS } from "../model/terms.ts";
import type { FoundNeighbour } from "../service/people/find-people.ts";

/** Somebody who was found: taken into the team, or looked after by it. */
export function FoundForms({ one, fromAge, today }: { one: FoundNeighbour; fromAge: number; today: string }) {
  const { people: t, kinds, levels } = useText(teamsText);
  return (
    <section className="stack tight" aria-label={one.name}>
      <div className="cluster"><Link to={`/people/${one.id}`}><b>{one.name}</b></Link><span className="soft">{[one.ageYears === null ? "" : t.years(one.ageYears), one.communityName].filter(Boolean).join(" · ")}</span>{one.livesAlone ? <Chip tone="due">{t.alone}</Chip> : null}{one.agrees ? null : <Chip tone="plain">{t.noConsent}</Chip>}</div>
      <details>
        <summary>{t.asMember}</summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="personId" value={one.id} />
          <DayField name="joinedOn" label={t.joinedOn} max={today} defaultValue={today} />
          <SubmitButton>{t.addMember}</SubmitButton>
        </Form>
      </details>
      <details>
        <summary>{t.asElder}</summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="personId" value={one.id} />
          <Select name="level" label={t.level} empty={null} defaultValue={one.suggested} options={LEVELS.map((value) => ({ value, label: levels[value]! }))} />
          <CheckboxGroup name="kinds" label={t.kinds} short optional choices={KINDS.map((value) => ({ value, label: kinds[value] }))} />
          <TextField name="note" label={t.note} hint={t.noteHint} maxLength={200} optional />
          <TextField name="why" label={t.why} hint={t.whyHint(fromAge)} maxLength={300} optional />
          <SubmitButton>{t.addElder}</SubmitButton>
        </Form>
      </details>
    </section>
  );
}

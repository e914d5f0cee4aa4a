import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { peopleText } from "../messages/index.ts";
import type { PersonFile } from "../service/files/show-person.ts";
import type { PersonHit } from "../service/lists/search-persons.ts";

type Relative = PersonFile["relatives"][number];

/** Everybody noted, those of today first. */
export function RelativesCard({ relatives, today }: { relatives: readonly Relative[]; today: string }) {
  const t = useText(peopleText).relations;
  return (
    <Card title={t.title}>
      {relatives.length === 0 ? <p className="soft">{t.none}</p> : <ul className="stack">{relatives.map((relative) => <RelativeLine key={`${relative.id} ${relative.forward}`} relative={relative} today={today} />)}</ul>}
    </Card>
  );
}

function RelativeLine({ relative: { id, otherId, otherName, otherPhone, relation, isGuardian, isCarer, contactRule, untilOn, forward }, today }: { relative: Relative; today: string }) {
  const t = useText(peopleText).relations;
  const language = useLanguage();
  return (
    <li className="stack tight">
      <span>
        <span className="soft">{relation}</span> <b>{otherId ? <Link to={`/people/${otherId}`}>{otherName}</Link> : otherName}</b> {otherPhone}{" "}
        {isGuardian ? <Chip>{t.isGuardian}</Chip> : null} {isCarer ? <Chip>{t.isCarer}</Chip> : null} {contactRule === "unknown" ? null : <Chip tone={contactRule === "must_not" ? "late" : "ok"}>{t.rules[contactRule]}</Chip>}{" "}
        {untilOn ? <span className="soft">{t.ended(formatDay(untilOn, language, today))}</span> : null}
      </span>
      {untilOn === null && forward ? (
        <span className="cluster">
          {otherId === null ? <Form method="post"><IdempotencyField /><input type="hidden" name="intent" value="open" /><input type="hidden" name="relationshipId" value={id} /><SubmitButton tone="plain">{t.open}</SubmitButton></Form> : null}
          <ConfirmForm trigger={t.end} question={t.endAsk} confirm={t.end} values={{ intent: "end", relationshipId: id }}><IdempotencyField /><input type="date" name="untilOn" className="input" aria-label={t.endAsk} defaultValue={today} max={today} /></ConfirmForm>
        </span>
      ) : null}
    </li>
  );
}

/** One more: a name, or somebody who has a record. */
export function RelativeForm({ found, search, today }: { found: readonly PersonHit[]; search: ReactNode; today: string }) {
  const t = useText(peopleText);
  const r = t.relations;
  return (
    <Card title={r.add}>
      <div className="stack">
        {search}
        <Form method="post" className="stack">
          <IdempotencyField />
          <input type="hidden" name="intent" value="add" />
          {found.length > 0 ? <Select name="otherId" label={t.fields.otherId} optional options={found.map(({ id, name, birthOn, communityName }) => ({ value: id, label: [name, birthOn, communityName].filter(Boolean).join(" · ") }))} /> : null}
          <TextField name="otherName" label={t.fields.otherName} hint={r.pickHint} maxLength={80} optional={found.length > 0} autoComplete="off" />
          <TextField name="otherPhone" label={t.fields.otherPhone} type="tel" inputMode="tel" maxLength={40} optional autoComplete="off" />
          <TextField name="relation" label={t.fields.relation} hint={t.hints.relation} maxLength={40} />
          <TextField name="inverse" label={t.fields.inverse} hint={t.hints.inverse} maxLength={40} optional />
          <CheckboxGroup name="flags" label={r.flags} optional choices={[{ value: "isGuardian", label: r.isGuardian }, { value: "isCarer", label: r.isCarer }]} />
          <RadioCards name="contactRule" label={t.fields.contactRule} defaultValue="unknown" choices={(["may", "must_not", "unknown"] as const).map((value) => ({ value, label: r.rules[value] }))} />
          <DayField name="fromOn" label={t.fields.fromOn} max={today} optional />
          <FormActions><SubmitButton>{r.submit}</SubmitButton></FormActions>
        </Form>
      </div>
    </Card>
  );
}

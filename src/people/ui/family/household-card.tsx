import { Form, Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../../messages/index.ts";
import type { RelationsProps } from "./relations-props.ts";

/** Who lives together, from when to when. */
export function HouseholdCard({ found: { person, household, relatives, living }, today, refused }: RelationsProps) {
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const language = useLanguage();
  const h = t.family.household;
  const own = refused?.values.intent === "move_in" ? refused : undefined;
  const free = relatives.filter(({ id, otherId, untilOn, forward }) => forward && untilOn === null && !living.includes(otherId ?? id));
  const day = (on: string) => formatDay(on, language, today);
  return (
    <Card title={h.title}>
      <div className="stack">
        {household.length === 0 ? <p className="soft">{h.none}</p> : (
          <ul className="stack tight">
            {household.map(({ id, personId, name, fromOn, untilOn }) => (
              <li key={id} className="spread">
                <span>{personId === person.id ? <b>{name} <span className="soft">{h.self}</span></b> : personId ? <Link to={`/people/${personId}`}>{name}</Link> : name} <span className="small soft">{[fromOn && h.since(day(fromOn)), untilOn && h.left(day(untilOn))].filter(Boolean).join(" · ")}</span></span>
                {untilOn === null ? <ConfirmForm trigger={<>{h.out}<span className="sr-only"> {name}</span></>} question={h.outAsk} confirm={h.out} values={{ intent: "move_out", memberId: id }}><IdempotencyField /><input type="date" name="untilOn" className="input" aria-label={h.outAsk} defaultValue={today} max={today} /></ConfirmForm> : null}
              </li>
            ))}
          </ul>
        )}
        {free.length > 0 ? (
          <FormScope result={own} texts={texts} form="household">
            <Form method="post" className="form">
              <RefusalNote of={own?.refusal} texts={texts} labels={{ relationshipId: h.who, fromOn: h.from }} />
              <IdempotencyField />
              <input type="hidden" name="intent" value="move_in" />
              <Select name="relationshipId" label={h.who} hint={h.whoHint} options={free.map(({ id, otherName, relation }) => ({ value: id, label: `${relation} ${otherName}` }))} />
              <DayField name="fromOn" label={h.from} max={today} optional />
              <FormActions><SubmitButton tone="plain">{h.submit}</SubmitButton></FormActions>
            </Form>
          </FormScope>
        ) : null}
      </div>
    </Card>
  );
}

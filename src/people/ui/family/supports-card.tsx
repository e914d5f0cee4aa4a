import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../../messages/index.ts";
import { SUPPORT_KINDS, TIES } from "../../model/family/ecomap.ts";
import type { RelationsProps } from "./relations-props.ts";

/** Who and what holds the person up, and how close: noted, noted anew, over. */
export function SupportsCard({ found: { relatives, noted }, today, refused }: RelationsProps) {
  const { family: f } = useText(peopleText);
  const language = useLanguage();
  const t = f.support;
  const nameOf = (one: (typeof noted)[number]) => one.name ?? relatives.find(({ id }) => id === one.relationshipId)?.otherName ?? "";
  return (
    <Card title={t.title}>
      <div className="stack">
        <p className="soft">{t.lead}</p>
        {noted.length === 0 ? <p className="soft">{t.none}</p> : (
          <ul className="stack tight">
            {noted.map((one) => (
              <li key={one.id} className="spread">
                <span>{f.supportLine(nameOf(one), f.kinds[one.kind], f.ties[one.tie])} <span className="small soft">{[one.note, one.untilOn && t.ended(formatDayOnly(one.untilOn, language, today))].filter(Boolean).join(" · ")}</span></span>
                {one.untilOn === null ? <ConfirmForm trigger={<>{t.over}<span className="sr-only"> {nameOf(one)}</span></>} question={t.overAsk} confirm={t.over} values={{ intent: "support_over", supportId: one.id }}><IdempotencyField /><input type="date" name="untilOn" className="input" aria-label={t.overAsk} defaultValue={today} max={today} /></ConfirmForm> : null}
              </li>
            ))}
          </ul>
        )}
        <SupportForm relatives={relatives} today={today} refused={refused} />
      </div>
    </Card>
  );
}

function SupportForm({ relatives, today, refused }: Pick<RelationsProps, "today" | "refused"> & Pick<RelationsProps["found"], "relatives">) {
  const { family: f } = useText(peopleText);
  const texts = useRefusals(peopleText);
  const t = f.support;
  const own = refused?.values.intent === "support" ? refused : undefined;
  const mine = relatives.filter(({ forward, untilOn }) => forward && untilOn === null);
  return (
    <FormScope result={own} texts={texts} form="support">
      <Form method="post" className="form">
        <RefusalNote of={own?.refusal} texts={texts} labels={{ name: t.orName, fromOn: t.from, tie: t.tie }} />
        <IdempotencyField />
        <input type="hidden" name="intent" value="support" />
        {mine.length > 0 ? <Select name="relationshipId" label={t.relative} optional options={mine.map(({ id, otherName, relation }) => ({ value: id, label: `${relation} ${otherName}` }))} /> : null}
        <TextField name="name" label={t.orName} hint={t.orNameHint} maxLength={40} optional autoComplete="off" />
        <Select name="kind" label={t.kind} empty={null} defaultValue="friend" options={SUPPORT_KINDS.filter((kind) => kind !== "relative").map((value) => ({ value, label: f.kinds[value] }))} />
        <RadioCards name="tie" label={t.tie} choices={TIES.map((value) => ({ value, label: f.ties[value] }))} />
        <TextField name="note" label={t.note} maxLength={300} optional />
        <DayField name="fromOn" label={t.from} defaultValue={today} max={today} />
        <FormActions><SubmitButton tone="plain">{t.submit}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

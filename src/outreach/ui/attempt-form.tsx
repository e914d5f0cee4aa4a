import { Form, Link, useLocation } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../messages/index.ts";
import type { Mode, Outcome } from "../model/round/outcome.ts";

export interface AttemptFormProps {
  mode: Mode;
  /** What can come of it, in the order in which it is offered. */
  outcomes: readonly Outcome[];
  /** The number of the attempt this one stands in for. */
  corrects: number | null;
  today: string;
  opensOn: string;
  refused: Refused | undefined;
}

const MODES = ["phone", "visit", "snowball"] as const;

/** One attempt: how, what came of it, when again. On a phone it is one thumb's work: a way, an outcome, done. */
export function AttemptForm({ mode, outcomes: offered, corrects, today, opensOn, refused }: AttemptFormProps) {
  const { member: t, outcomes } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const { pathname } = useLocation();
  const { ref, ...draft } = useDraft(`attempt${pathname}/${corrects ?? "new"}`);
  return (
    <FormScope result={refused} texts={texts}>
      <RefusalNote of={refused?.refusal} texts={texts} />
      <ModeTabs mode={mode} corrects={corrects} />
      <Form method="post" ref={ref} className="form">
        <IdempotencyField />
        <input type="hidden" name="intent" value="log" />
        <input type="hidden" name="mode" value={mode} />
        {corrects === null ? null : <input type="hidden" name="corrects" value={corrects} />}
        <div className="outcomes"><RadioCards name="outcome" label={t.outcome} choices={offered.map((value) => ({ value, label: outcomes[value] }))} /></div>
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} maxLength={2000} optional />
        <DayField name="nextDueOn" label={t.nextDueOn} hint={t.nextDueOnHint} min={today} optional />
        <details className="more-fields" open={refused ? true : undefined}>
          <summary>{t.more}</summary>
          <div className="stack"><WhenAndWho today={today} opensOn={opensOn} /></div>
        </details>
        <DraftNote draft={draft} />
        <FormActions><SubmitButton big>{t.save}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

/** The ways have different outcomes, so each is an address of its own. */
function ModeTabs({ mode, corrects }: Pick<AttemptFormProps, "mode" | "corrects">) {
  const { member: t, modes } = useText(outreachText);
  const to = (each: Mode) => `?${new URLSearchParams({ mode: each, ...(corrects !== null && { corrects: String(corrects) }) })}#log`;
  return (
    <nav className="tabs" aria-label={t.mode}>
      <ul>{MODES.map((each) => <li key={each}><Link to={to(each)} preventScrollReset aria-current={each === mode ? "page" : undefined}>{modes[each]}</Link></li>)}</ul>
    </nav>
  );
}

function WhenAndWho({ today, opensOn }: { today: string; opensOn: string }) {
  const { member: t, talkedTo } = useText(outreachText);
  return (
    <>
      <div className="range">
        <DayField name="onDay" label={t.onDay} defaultValue={today} min={opensOn} max={today} />
        <TextField name="atTime" type="time" label={t.atTime} width={8} optional />
        <TextField name="minutes" label={t.minutes} inputMode="numeric" width={4} optional />
      </div>
      <Select name="talkedTo" label={t.talkedTo} optional options={(["client", "carer", "other"] as const).map((value) => ({ value, label: talkedTo[value] }))} />
    </>
  );
}

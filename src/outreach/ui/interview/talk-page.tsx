import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { outreachText } from "../../messages/index.ts";
import type { About } from "./step-form.tsx";

const MODES = ["phone", "visit", "snowball"] as const;

/** The talk itself: when, how, who was there, and how the person decides. */
export function TalkPage({ about: { proposedMode, today, opensOn, card } }: { about: About }) {
  const { interview: t, modes, talkedTo } = useText(outreachText);
  return (
    <>
      <div className="range">
        <DayField name="heldOn" label={t.heldOn} defaultValue={today} min={opensOn} max={today} />
        <TextField name="minutes" label={t.minutes} inputMode="numeric" width={4} optional />
      </div>
      <RadioCards name="mode" label={t.mode} defaultValue={proposedMode} choices={MODES.map((value) => ({ value, label: modes[value] }))} />
      <CheckboxGroup name="present" label={t.present} defaultValues={["client"]} choices={(["client", "carer", "other"] as const).map((value) => ({ value, label: talkedTo[value] }))} />
      <RadioCards name="understanding" label={t.understanding} defaultValue="alone" choices={(["alone", "with_support", "guardian"] as const).map((value) => ({ value, label: t.understandings[value] }))} />
      {card.longAtHome === "yes" ? (
        <RadioCards name="longAtHome" label={t.longAtHome} optional choices={[{ value: "yes", label: t.longAtHomes.yes }, { value: "no", label: t.longAtHomes.no }, { value: "", label: t.longAtHomes.unknown }]} defaultValue="" />
      ) : null}
    </>
  );
}

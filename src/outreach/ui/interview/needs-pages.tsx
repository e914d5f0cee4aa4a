import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { outreachText } from "../../messages/index.ts";
import { all } from "../../model/interview/steps.ts";
import type { About } from "./step-form.tsx";

export interface NeedsPageProps {
  about: About;
  whose: "client" | "carer";
}

/** Which needs were spoken of, topic by topic. */
export function NeedsPage({ about: { draft, needs }, whose }: NeedsPageProps) {
  const chosen = all(draft[whose === "client" ? "needs" : "carer-needs"]?.["code"]);
  return needs[whose].map(({ topic, label, codes }, index) => (
    <div key={topic} className="need-choices"><CheckboxGroup name="code" part={index === 0 ? undefined : topic} label={label} defaultValues={chosen} choices={codes.map((code) => ({ value: code.code, label: code.label }))} /></div>
  ));
}

/** What they said of each need, how soon it matters, and who said it. */
export function WordsPage({ about: { draft, needs }, whose }: NeedsPageProps) {
  const { interview: t } = useText(outreachText);
  const sources = whose === "client" ? (["client", "carer", "worker"] as const) : (["carer", "worker"] as const);
  return all(draft[whose === "client" ? "needs" : "carer-needs"]?.["code"]).map((code) => (
    <fieldset key={code} className="field">
      <legend>{needs.names[code] ?? code}</legend>
      <TextArea name={`words.${code}`} label={t.words} rows={2} maxLength={2000} optional />
      <div className="three-answers"><RadioCards name={`priority.${code}`} label={t.priority} defaultValue="soon" choices={(["urgent", "soon", "later"] as const).map((value) => ({ value, label: t.priorities[value] }))} /></div>
      <Select name={`source.${code}`} label={t.source} empty={null} defaultValue={sources[0]} options={sources.map((value) => ({ value, label: t.sources[value] }))} />
    </fieldset>
  ));
}

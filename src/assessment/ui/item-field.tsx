import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { assessmentText } from "../messages/index.ts";
import type { Item } from "../model/instrument.ts";

/** One item of a sheet. "Not scored" stands beside the scores, so that a choice can be taken back. */
export function ItemField({ item }: { item: Item }) {
  const { sheet: t } = useText(assessmentText);
  const language = useLanguage();
  const worded = item.choices.some(({ label }) => label !== undefined);
  const choices = item.choices.map(({ value, label }) => ({ value: String(value), label: label ? label[language] : t.score(value), ...(label && { hint: t.score(value) }) }));
  const others = [...(item.mayNotApply ? [{ value: "na", label: t.notApplicable }] : []), { value: "", label: <span className="soft">{t.notScored}</span> }];
  const label = item.text ? `${item.number}. ${item.text[language]}` : t.item(item.number);
  return <div className={worded ? "sheet-item worded" : "sheet-item"}><RadioCards name={`answer.${item.id}`} label={label} defaultValue="" choices={[...choices, ...others]} /></div>;
}

import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { safeguardingText } from "../messages/index.ts";
import type { Duty } from "../model/duties.ts";
import { DUTY_TONES } from "./tones.ts";

/** Who has to be told, by when, on whose word. */
export function Duties({ duties, today }: { duties: readonly Duty[]; today: string }) {
  const { show: t, told, duty: states, unverified } = useText(safeguardingText);
  const language = useLanguage();
  return (
    <ul className="stack plain-list">
      {duties.map(({ rule, state, dueAt }) => (
        <li key={rule.key} className="stack tight">
          <span className="spread"><strong>{told[rule.to]}</strong><Chip tone={DUTY_TONES[state]}>{states[state]}</Chip></span>
          <span className="soft small">{rule.withinHours === 0 ? t.atOnce : t.due(formatInstant(dueAt, language, today))}</span>
          <span className="soft small">{t.source(language === "zh" ? rule.sourceZh : rule.sourceEn)}{rule.verified ? "" : ` · ${unverified}`}</span>
        </li>
      ))}
    </ul>
  );
}

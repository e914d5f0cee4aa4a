import { Check, Circle } from "lucide-react";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { pathwaysText } from "../messages/index.ts";
import { STEPS } from "../model/steps.ts";
import type { ShownClimber } from "../service/show-climber.ts";

/** The five steps, the highest on top, with what is known of each and from where. */
export function Rungs({ shown: { stands }, today }: { shown: ShownClimber; today: string }) {
  const { person: t, steps, sources } = useText(pathwaysText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <ol className="rungs" reversed>
      {STEPS.toReversed().map((step) => {
        const known = stands.filter((one) => one.step === step);
        return (
          <li key={step} className={known.length > 0 ? "reached" : undefined}>
            {known.length > 0 ? <Check className="icon" aria-hidden="true" /> : <Circle className="icon" aria-hidden="true" />}
            <div>
              <strong>{steps[step]}</strong>
              {known.length === 0 ? <div className="small">{t.none}</div> : known.map(({ source, firstOn, lastOn, times }) => <div key={source} className="small">{t.stand(sources[source], day(firstOn), day(lastOn), times)}</div>)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

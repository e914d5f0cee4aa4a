import { Check } from "lucide-react";
import { useText } from "#platform/i18n/use-text.ts";
import { caseworkText } from "../../messages/index.ts";
import { CASE_STAGES, type CaseStage, type CaseStanding } from "../../model/cases/case.ts";

/** The six stages, how far the case is, and what this one is about. */
export function CaseStepper({ stage, standing }: { stage: CaseStage; standing: CaseStanding }) {
  const { cases: t } = useText(caseworkText);
  const here = CASE_STAGES.indexOf(stage);
  return (
    <div className="stack tight">
      <ol className="case-steps" aria-label={t.page.stepper}>
        {CASE_STAGES.map((one, index) => {
          const done = standing === "closed" ? index <= here : index < here;
          return (
            <li key={one} className={done ? "done" : index === here ? "here" : undefined} aria-current={index === here && !done ? "step" : undefined}>
              <span className="case-step-mark" aria-hidden="true">{done ? <Check className="icon" /> : index + 1}</span>
              <span>{t.stages[one]}</span>
            </li>
          );
        })}
      </ol>
      {standing === "closed" ? null : <p className="soft measure">{t.stageWhat[stage]}</p>}
    </div>
  );
}

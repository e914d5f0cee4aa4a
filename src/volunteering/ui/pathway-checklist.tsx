import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { volunteeringText } from "../messages/index.ts";
import type { RequirementState } from "../model/pathway/requirement-state.ts";
import { STAGES } from "../model/pathway/requirement.ts";
import { requirementName, STATE_TONES } from "./words.ts";

interface Named {
  readonly key: string;
  readonly kind: RequirementState["kind"];
  readonly name: string;
  readonly exemptable: boolean;
}

export interface PathwayChecklistProps {
  volunteerId: string;
  states: readonly RequirementState[];
  requirements: readonly Named[];
  today: string;
  /** Shows what can be done about each. */
  mayChange: boolean;
}

/** The pathway as a list to tick, stage by stage, with dates and the one thing to do about each. */
export function PathwayChecklist({ volunteerId, states, requirements, today, mayChange }: PathwayChecklistProps) {
  const t = useText(volunteeringText);
  return (
    <div className="stack">
      {STAGES.filter((stage) => states.some((state) => state.stage === stage)).map((stage) => (
        <section key={stage} aria-label={t.stage[stage]}>
          <h3>{t.stage[stage]}</h3>
          <DataList caption={t.stage[stage]} rows={states.filter((state) => state.stage === stage)} rowKey={({ key }) => key} empty={null}
            columns={[
              { key: "name", label: t.policy.requirement, render: (state) => requirementName(requirements.find(({ key }) => key === state.key) ?? { ...state, name: "" }, t.kind, state.key) },
              { key: "state", label: t.evidence.result, render: (state) => <StateWords state={state} today={today} /> },
              ...(mayChange ? [{ key: "act", label: t.page.actions, end: true, render: (state: RequirementState) => <Act volunteerId={volunteerId} state={state} exemptable={requirements.find(({ key }) => key === state.key)?.exemptable ?? false} /> }] : []),
            ]} />
        </section>
      ))}
    </div>
  );
}

function StateWords({ state, today }: { state: RequirementState; today: string }) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <span className="cluster">
      <Chip tone={STATE_TONES[state.state]}>{t.state[state.state]}{state.needed > 1 ? ` ${t.progress(state.have, state.needed)}` : ""}</Chip>
      {state.metOn ? <span className="small soft">{t.metOn(day(state.metOn))}</span> : null}
      {state.lastValidOn ? <span className="small soft">{t.validUntil(day(state.lastValidOn))}</span> : null}
    </span>
  );
}

function Act({ volunteerId, state, exemptable }: { volunteerId: string; state: RequirementState; exemptable: boolean }) {
  const t = useText(volunteeringText);
  if (state.kind === "age") return null;
  if (state.kind === "appraisal") return <ButtonLink to={`/volunteers/${volunteerId}/appraisal`}>{t.page.appraise}</ButtonLink>;
  const open = state.state !== "met" && state.state !== "exempt";
  const tone = open ? "plain" : "quiet";
  const signs = state.kind === "agreement" || state.kind === "consent";
  return (
    <span className="cluster">
      {signs ? <ButtonLink tone={tone} to={`/volunteers/${volunteerId}/sign?requirement=${state.key}`}>{t.page.sign}</ButtonLink>
        : <ButtonLink tone={tone} to={`/volunteers/${volunteerId}/evidence?requirement=${state.key}`}>{t.page.record}</ButtonLink>}
      {open && exemptable ? <ButtonLink tone="quiet" to={`/volunteers/${volunteerId}/exemption?requirement=${state.key}`}>{t.page.exempt}</ButtonLink> : null}
    </span>
  );
}

import { useText } from "#platform/i18n/use-text.ts";
import { Checkbox } from "#platform/ui/form/choices.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../messages/index.ts";
import { REQUIREMENT_KINDS, STAGES } from "../model/pathway/requirement.ts";
import type { ProgrammeFile } from "../service/programmes/show-programme.ts";
import { requirementName } from "./words.ts";

type Requirement = ProgrammeFile["policies"][number]["requirements"][number];

/** The requirements of a policy to be changed, and one empty place for another. Works without script. */
export function RequirementFields({ requirements }: { requirements: readonly Requirement[] }) {
  const t = useText(volunteeringText);
  return (
    <fieldset className="stack">
      <legend>{t.policy.requirements}</legend>
      {requirements.map((one, at) => <Fields key={one.key} at={at} one={one} legend={requirementName(one, t.kind, one.key)} />)}
      <Fields at={requirements.length} legend={t.policy.add} />
    </fieldset>
  );
}

function Fields({ at, one, legend }: { at: number; one?: Requirement; legend: string }) {
  const t = useText(volunteeringText);
  const kinds = REQUIREMENT_KINDS.filter((kind) => kind !== "age").map((value) => ({ value, label: t.kind[value] }));
  return (
    <details className="card">
      <summary className="strong">{legend}{one ? <span className="soft small"> · {t.stage[one.stage]} · ×{one.needed} · {one.validDays === null ? t.policy.forever : t.policy.days(one.validDays)}</span> : null}</summary>
      {one ? <input type="hidden" name={`key-${at}`} value={one.key} /> : null}
      <div className="tiles">
        <Select name={`kind-${at}`} label={t.policy.kind} options={kinds} optional={!one} {...(one && { empty: null })} defaultValue={one?.kind} />
        <Select name={`stage-${at}`} label={t.policy.stage} empty={null} options={STAGES.map((value) => ({ value, label: t.stage[value] }))} defaultValue={one?.stage ?? "approval"} />
        <TextField name={`name-${at}`} label={t.policy.name} hint={t.policy.nameHint} optional maxLength={60} defaultValue={one?.name} />
        <TextField name={`needed-${at}`} label={t.policy.needed} type="number" inputMode="numeric" width={4} defaultValue={one?.needed ?? 1} />
        <TextField name={`validDays-${at}`} label={t.policy.validDays} hint={t.policy.validHint} type="number" inputMode="numeric" optional width={8} defaultValue={one?.validDays ?? undefined} />
      </div>
      <Checkbox name={`exemptable-${at}`} label={t.policy.exemptable} defaultChecked={one?.exemptable ?? false} />
      <Checkbox name={`bindsAtOnce-${at}`} label={t.policy.bindsAtOnce} defaultChecked={one?.bindsAtOnce ?? false} />
      {one ? <Checkbox name={`leave-${at}`} label={t.policy.remove} /> : null}
    </details>
  );
}

import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Checkbox, Notice, RadioCards, TextField } from "#platform/ui/index.ts";
import { matchingFairnessText } from "../../messages/index.ts";
import type { RoundFairness } from "../../model/candidates/rules.ts";
import { COMPARED_UP_TO, comparisonMinutes } from "../../model/fairness/rounds/compared-rounds.ts";
import { GROUP_LABELS } from "../../model/rule-ids.ts";

const MODES = ["hardest_first", "least_cost", "leximin", "group_cap"] as const;

/** The fields as the form sends them. */
export const FairnessFields = {
  fairnessMode: z.enum(MODES), bandPoints: z.coerce.number().int().min(0).max(50), waitingFirst: z.literal("yes").optional(),
  groupBy: z.enum(GROUP_LABELS), capPoints: z.coerce.number().int().min(0).max(100),
};

export function fairnessOfFields(fields: z.output<z.ZodObject<typeof FairnessFields>>): RoundFairness {
  const { fairnessMode: mode, bandPoints, waitingFirst, groupBy, capPoints } = fields;
  return { mode, bandPoints, waitingFirst: waitingFirst === "yes", groupBy, capPoints };
}

/** The choice of fairness, each in one sentence, and what belongs to it. */
export function FairnessCardFields({ fairness, residents }: { fairness: RoundFairness; residents: number }) {
  const t = useText(matchingFairnessText);
  return (
    <Card title={t.title}>
      <div className="form">
        {residents > COMPARED_UP_TO ? <Notice>{t.largeRound(residents, comparisonMinutes(residents))}</Notice> : null}
        <RadioCards name="fairnessMode" label={t.label} choices={MODES.map((value) => ({ value, label: t.modes[value], hint: t.hints[value] }))} defaultValue={fairness.mode} />
        <TextField name="bandPoints" label={t.bandPoints} hint={t.bandHint} type="number" inputMode="numeric" width={4} defaultValue={fairness.bandPoints} />
        <Checkbox name="waitingFirst" label={t.waitingFirst} defaultChecked={fairness.waitingFirst} />
        <RadioCards name="groupBy" label={t.groupBy} choices={GROUP_LABELS.map((value) => ({ value, label: t.groups[value], ...(value === "disability" && { hint: t.disabilityHint }) }))} defaultValue={fairness.groupBy} />
        <TextField name="capPoints" label={t.capPoints} type="number" inputMode="numeric" width={4} defaultValue={fairness.capPoints} />
      </div>
    </Card>
  );
}

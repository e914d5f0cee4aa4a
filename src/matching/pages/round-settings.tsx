import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, CheckboxGroup, DayField, FormActions, FormScope, PageHeader, RadioCards, RefusalNote, SubmitButton, TextField, Tiles } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText, matchingTogetherText } from "../messages/index.ts";
import { DEFAULT_FAIRNESS } from "../model/candidates/rules.ts";
import { HARD_RULE_IDS, PART_IDS } from "../model/rule-ids.ts";
import { changeRound, RoundForm } from "../service/rounds/change-round.ts";
import { showSettings, type RoundSettings } from "../service/rounds/show-settings.ts";
import { PURPOSE_IDS } from "../model/purpose.ts";
import { FairnessCardFields, FairnessFields, fairnessOfFields } from "../ui/fairness/fairness-fields.tsx";

/** The page's fields; weights come one by one. */
const Fields = RoundForm.omit({ weights: true, hardRules: true, residents: true, helpers: true, fairness: true }).extend({
  ...FairnessFields,
  hardRules: listOf(z.enum(HARD_RULE_IDS)), ...Object.fromEntries(PART_IDS.map((part) => [`weight-${part}`, z.coerce.number().int().min(0).max(100)])),
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { round: await showSettings(sessionOf(context), readParam(params.roundId, z.uuid())) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const roundId = readParam(params.roundId, z.uuid());
    const fields = read(Fields) as unknown as Omit<RoundForm, "weights"> & Record<string, number>;
    const weights = Object.fromEntries(PART_IDS.map((part) => [part, fields[`weight-${part}`]])) as unknown as RoundForm["weights"];
    const fairness = fairnessOfFields(fields as unknown as Parameters<typeof fairnessOfFields>[0]);
    await changeRound(sessionOf(context), roundId, { ...fields, weights, fairness } as RoundForm);
    return redirect(`/matching/${roundId}`);
  });
}

export default function EditSettings() {
  const { round } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { settings: t, rounds } = useText(matchingPagesText);
  const texts = useRefusals(matchingText);
  const result = refused && "refusal" in refused ? refused : undefined;
  const { members: m } = useText(matchingTogetherText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(round.number), to: `/matching/${round.id}` }]} />
      <FormScope result={result} texts={texts}>
        <Form method="post" className="stack">
          <RefusalNote of={result?.refusal} texts={texts} />
          <IdempotencyField />
          <input type="hidden" name="version" value={round.version} />
          <RulesFields round={round} />
          <Card title={m.title} aside={<ButtonLink to={`/matching/${round.id}/members`}>{m.choose}</ButtonLink>}><p>{rounds.people(round.members.residents, round.members.helpers)}</p></Card>
          <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </>
  );
}

/** What must hold, how far and how long, and what each part counts. */
function RulesFields({ round: { startOn, purpose, rules, members } }: { round: RoundSettings }) {
  const { settings: t, rounds } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const text = useText(matchingText);
  return (
    <>
      <Card>
        <div className="form">
          <DayField name="startOn" label={rounds.startOn} hint={rounds.startHint} defaultValue={startOn} />
          <RadioCards name="purpose" label={more.purpose.label} hint={more.purpose.hint} choices={PURPOSE_IDS.map((value) => ({ value, label: more.purpose.names[value], hint: more.purpose.hints[value] }))} defaultValue={purpose ?? "estimate"} />
          <CheckboxGroup short name="hardRules" label={t.hard} choices={HARD_RULE_IDS.map((id) => ({ value: id, label: text.rules[id] }))} defaultValues={[...rules.hardRules]} />
          <TextField name="minOverlapMinutes" label={t.minOverlap} type="number" inputMode="numeric" width={4} defaultValue={rules.limits.minOverlapMinutes} />
          <TextField name="maxKilometres" label={t.maxKm} inputMode="decimal" width={4} defaultValue={rules.limits.maxMetres / 1000} />
          <RadioCards name="travelMode" label={more.travel.mode} choices={(["walk", "cycle", "bus"] as const).map((value) => ({ value, label: more.travel.modes[value] }))} defaultValue={rules.limits.travel?.mode ?? "walk"} />
          <TextField name="travelMinutes" label={more.travel.minutes} type="number" inputMode="numeric" width={4} defaultValue={rules.limits.travel?.maxMinutes ?? 0} />
          <RadioCards name="unknownDistance" label={t.unknown} choices={(["allow", "refuse"] as const).map((value) => ({ value, label: t.unknownChoices[value] }))} defaultValue={rules.limits.unknownDistance} />
          <TextField name="maxAgeGapYears" label={t.maxAge} type="number" inputMode="numeric" width={4} defaultValue={rules.limits.maxAgeGapYears} />
        </div>
      </Card>
      <FairnessCardFields fairness={rules.fairness ?? DEFAULT_FAIRNESS} residents={members.residents} />
      <Card title={t.weights}>
        <Tiles><TextField name="stability" label={more.stability} type="number" inputMode="numeric" width={4} defaultValue={rules.stability} />{PART_IDS.map((part) => <TextField key={part} name={`weight-${part}`} label={text.parts[part]} type="number" inputMode="numeric" width={4} defaultValue={rules.weights[part]} />)}</Tiles>
      </Card>
    </>
  );
}

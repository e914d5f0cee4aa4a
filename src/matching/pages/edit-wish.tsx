import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { readWeeklyHours } from "#platform/ui/plain.ts";
import { Card, Checkbox, DraftNote, FormActions, FormScope, HoursGrid, Notice, PageHeader, RadioCards, RefusalNote, SubmitButton, TextArea, TextField, useDraft } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { listProgrammes } from "#volunteering/index.ts";
import { matchingPagesText, matchingReviewText, matchingText } from "../messages/index.ts";
import { saveWish } from "../service/wishes/save-wish.ts";
import { showWish } from "../service/wishes/show-wish.ts";

const Fields = z.object({
  programmeId: z.uuid(), wants: z.coerce.number().int(), sexAsked: z.enum(["any", "female", "male"]), languagesAsked: z.string().max(200).optional(), skillsSought: z.string().max(200).optional(), avoid: z.string().max(200).optional(),
  words: z.string().max(1000).optional(), meetingPlace: z.string().max(200).optional(), safetyNote: z.string().max(1000).optional(), rhythmDays: z.coerce.number().int(), withdrawn: z.string().optional(),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const [programme] = await listProgrammes(session);
  if (!programme) throw redirect("/matching");
  const saved = new URL(request.url).searchParams.has("saved");
  return { ...(await showWish(session, { programmeId: programme.id, personId: readParam(params.personId, z.uuid()) })), programmeId: programme.id, saved, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const personId = readParam(params.personId, z.uuid());
    const { languagesAsked, skillsSought, avoid, sexAsked, withdrawn, ...rest } = read(Fields);
    const { hours, faults } = readWeeklyHours(data, "hours");
    if (faults.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "hours", reason: "matching.hours_turned" }] });
    await saveWish(sessionOf(context), { personId, ...rest, languagesAsked: words(languagesAsked), skillsSought: words(skillsSought), avoid: words(avoid), sexAsked: sexAsked === "any" ? null : sexAsked, hours, withdrawn: withdrawn !== undefined });
    return redirect(`/wishes/${personId}?saved`);
  });
}

const words = (text: string | undefined) => (text ?? "").split(/[\p{P}\s]+/u).filter(Boolean);

export default function EditWish() {
  const { person, wish, programmeId, saved, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { wish: t } = useText(matchingPagesText);
  const { avoid, avoidHint } = useText(matchingReviewText);
  const texts = useRefusals(matchingText);
  const language = useLanguage();
  const { ref, ...draft } = useDraft(`wish/${person.id}`, { basis: String(wish?.version ?? 0) });
  const result = refused && "refusal" in refused ? refused : undefined;
  const hours = (wish?.hours ?? []).map(({ weekday, fromTime, toTime }) => ({ weekday, from: fromTime, to: toTime }));
  return (
    <>
      <title>{t.title(person.name)}</title>
      <PageHeader title={t.title(person.name)} crumbs={[{ label: person.name, to: `/people/${person.id}` }]} lead={wish ? t.waiting(formatDay(wish.waitingSinceOn, language, today)) : t.needsConsent} />
      {saved ? <div role="status"><Notice tone="ok">{t.saved}</Notice></div> : null}
      <Card>
        <FormScope result={result} texts={texts}>
          <Form method="post" ref={ref} className="form">
            <RefusalNote of={result?.refusal} texts={texts} />
            <IdempotencyField />
            <input type="hidden" name="programmeId" value={programmeId} />
            <TextArea name="words" label={t.words} hint={t.wordsHint} optional maxLength={1000} defaultValue={wish?.words} />
            <HoursGrid name="hours" label={t.hours} defaultHours={hours} exact />
            <RadioCards name="sexAsked" label={t.sex} choices={(["any", "female", "male"] as const).map((value) => ({ value, label: t.sexes[value] }))} defaultValue={wish?.sexAsked ?? "any"} />
            <TextField name="languagesAsked" label={t.languages} optional defaultValue={wish?.languagesAsked.join("、")} width={16} />
            <TextField name="skillsSought" label={t.skills} optional defaultValue={wish?.skillsSought.join("、")} width={16} />
            <TextField name="avoid" label={avoid} hint={avoidHint} optional defaultValue={wish?.avoid.join("、")} width={16} />
            <RadioCards name="wants" label={t.wants} choices={[{ value: "1", label: t.one }, { value: "2", label: t.two }]} defaultValue={String(wish?.wants ?? 1)} />
            <TextField name="rhythmDays" label={t.rhythm} type="number" inputMode="numeric" width={4} defaultValue={wish?.rhythmDays ?? 7} />
            <TextField name="meetingPlace" label={t.place} optional maxLength={200} defaultValue={wish?.meetingPlace} />
            <TextArea name="safetyNote" label={t.safety} hint={t.safetyHint} optional rows={3} maxLength={1000} defaultValue={wish?.safetyNote} />
            <Checkbox name="withdrawn" label={t.withdrawn} defaultChecked={wish?.withdrawnOn != null} />
            <DraftNote draft={draft} />
            <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
          </Form>
        </FormScope>
      </Card>
    </>
  );
}

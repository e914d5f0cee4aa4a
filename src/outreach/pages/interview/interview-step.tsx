import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit, valuesOf } from "#platform/web/form.ts";
import { outreachText } from "../../messages/index.ts";
import { RoundId } from "../../model/round/round.ts";
import { stepAfter, stepBefore, STEPS, stepsOf } from "../../model/interview/steps.ts";
import { findDraft } from "../../service/interview/find-draft.ts";
import { saveDraft } from "../../service/interview/save-draft.ts";
import { showMember } from "../../service/members/show-member.ts";
import { offeredNeeds } from "../../ui/interview/offered-needs.ts";
import { consentFaults, faultsOf } from "../../ui/interview/page-faults.ts";
import { StepForm } from "../../ui/interview/step-form.tsx";
import { refusedOf } from "../../ui/refused.ts";
import styles from "../../ui/outreach.css?url";

const Writable = z.enum(STEPS).exclude(["check"]);
const idsOf = (params: Record<string, string | undefined>) => ({ roundId: readParam(params.roundId, RoundId), personId: readParam(params.personId, PersonId) });
const NOT_KEPT = new Set(["intent", "draft", "_key"]);

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const ids = idsOf(params);
  const { round, member, card, relatives, proposedMode } = await showMember(session, ids);
  const { draft, savedAt, version } = await findDraft(session, ids);
  const { today } = session;
  const ageYears = card.birthOn ? ageOn(card.birthOn, today) : null;
  const needs = offeredNeeds(draft, { ageYears, disabled: card.disabilityType !== null || card.disabilityGrade !== null, today }, webOf(context).lang);
  return { step: readParam(params.step, Writable), round, member, card, relatives, proposedMode, draft, needs, ageYears, savedAt, version, today };
}

/** Keeps the page as it was typed, whatever is wrong with it, then goes on, back, or away. The form has no key: saving twice is saving once. */
export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const ids = idsOf(params);
  const step = readParam(params.step, Writable);
  return submit(request, lang, async ({ data }) => {
    const page = Object.fromEntries(Object.entries(valuesOf(data)).filter(([name]) => !NOT_KEPT.has(name)));
    const draft = await saveDraft(session, { ...ids, step, page });
    const here = `/outreach/rounds/${ids.roundId}/people/${ids.personId}`;
    if (data.get("intent") === "later") return redirect(here);
    const back = stepBefore(step, draft);
    if (data.get("intent") === "back") return redirect(back ? `${here}/interview/${back}` : here);
    const { card } = await showMember(session, ids);
    const fields = [...faultsOf(ids, draft, lang), ...consentFaults(draft, card.birthOn)].filter((fault) => fault.step === step);
    if (fields.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields });
    return redirect(`${here}/interview/${stepAfter(step, draft)}`);
  });
}

export default function InterviewStep() {
  const { step, round, member, card, relatives, proposedMode, draft, needs, ageYears, savedAt, version, today } = useLoaderData<typeof loader>();
  const refused = refusedOf(useActionData<typeof action>());
  const { interview: t, worklist } = useText(outreachText);
  const language = useLanguage();
  const here = `/outreach/rounds/${round.id}/people/${member.personId}`;
  const steps = stepsOf(draft);
  const title = t.title(card.preferredName ?? card.name);
  return (
    <>
      <title>{`${t.steps[step]} · ${title}`}</title>
      <PageHeader title={t.steps[step]} eyebrow={t.stepOf(steps.indexOf(step) + 1, steps.length)} crumbs={[{ label: worklist.title, to: "/outreach" }, { label: card.name, to: here }]} lead={t.leads[step]} />
      <StepForm key={step} step={step} formKey={`interview/${round.id}/${member.personId}/${step}`} basis={String(version)} refused={refused}
        about={{ draft, card, relatives, needs, ageYears, proposedMode, today, opensOn: round.opensOn }} />
      {savedAt ? <p className="small soft">{t.draftKept(formatInstant(savedAt, language, today))}</p> : null}
    </>
  );
}

import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { adoptPolicy, NewPolicy } from "../../service/programmes/adopt-policy.ts";
import { showProgramme } from "../../service/programmes/show-programme.ts";
import { weighPolicy } from "../../service/programmes/weigh-policy.ts";
import { RequirementFields } from "../../ui/requirement-fields.tsx";
import { StepPage } from "../../ui/step-page.tsx";
import { readPolicy } from "./read-policy.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { programme, policies } = await showProgramme(session, readParam(params.programmeId, z.uuid()));
  return { programme, latest: policies.at(-1)!, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const session = sessionOf(context);
    const programmeId = readParam(params.programmeId, z.uuid());
    const { policies } = await showProgramme(session, programmeId);
    const policy = read(z.preprocess(() => ({ ...readPolicy(data, policies.at(-1)!), programmeId }), NewPolicy));
    if (data.get("step") === "weigh") return { changes: await weighPolicy(session, policy), effectiveOn: policy.effectiveOn, values: Object.fromEntries([...data].map(([name, value]) => [name, String(value)])) };
    await adoptPolicy(session, policy);
    return redirect(`/volunteers/programmes/${programmeId}`);
  });
}

export default function ChangePolicy() {
  const { programme, latest, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(volunteeringText);
  const weighed = answer && "changes" in answer ? answer : undefined;
  const first = latest.effectiveOn >= today ? addDays(latest.effectiveOn, 1) : addDays(today, 1);
  return (
    <StepPage title={t.policy.newVersion} lead={programme.name} refused={answer} basis={latest.version} submit={t.policy.adopt}
      crumbs={[{ label: t.programmes.title, to: "/volunteers/programmes" }, { label: programme.name, to: `/volunteers/programmes/${programme.id}` }]}
      before={weighed ? <Weighed changes={weighed.changes} /> : null}>
      <DayField name="effectiveOn" label={t.policy.effectiveOn} defaultValue={weighed?.effectiveOn ?? first} min={today} />
      <RequirementFields requirements={latest.requirements} />
      <RadioCards name="grandfathering" label={t.policy.grandfathering} defaultValue="none" choices={(["none", "grace", "keep"] as const).map((value) => ({ value, label: t.policy.rules[value] }))} />
      <TextField name="graceDays" label={t.policy.graceDays} type="number" inputMode="numeric" optional width={4} />
      <RadioCards name="unknownAge" label={t.policy.unknownAge} defaultValue={latest.unknownAge} choices={(["ask", "adult"] as const).map((value) => ({ value, label: t.policy.unknownAges[value] }))} />
      <TextArea name="note" label={t.policy.note} optional rows={2} maxLength={500} />
      <SubmitButton tone="plain" name="step" value="weigh">{t.policy.weigh}</SubmitButton>
    </StepPage>
  );
}

function Weighed({ changes }: { changes: Awaited<ReturnType<typeof weighPolicy>> }) {
  const t = useText(volunteeringText);
  return (
    <Notice tone={changes.length > 0 ? "due" : "ok"}>
      <p>{t.labelled(t.policy.weighed, changes.length === 0 ? t.policy.unchanged : "")}</p>
      {changes.length > 0 ? <ul>{changes.map(({ from, to, volunteers }) => <li key={from + to}>{t.policy.change(volunteers, t.status[from], t.status[to])}</li>)}</ul> : null}
    </Notice>
  );
}

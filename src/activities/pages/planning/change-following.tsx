import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit, valuesOf } from "#platform/web/form.ts";
import { activitiesText } from "../../messages/index.ts";
import { showPlan } from "../../service/calendar/show-plan.ts";
import { changeFollowing } from "../../service/planning/change-following.ts";
import { placeChoices } from "../../service/planning/place-choices.ts";
import { previewSeries } from "../../service/planning/preview-series.ts";
import { fieldsOf, SeriesForm, seriesOf } from "../../ui/read-series-form.ts";
import styles from "../../ui/activities.css?url";
import { PlanForm } from "./plan-page.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
const ChangeForm = SeriesForm.extend({ reason: z.string().max(300).default(""), version: z.coerce.number().int() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { occasion, series } = await showPlan(session, readParam(params.sessionId, z.uuid()));
  return { occasion, series, choices: await placeChoices(session), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const session = sessionOf(context);
    const { reason, version, ...form } = read(ChangeForm);
    const plan = seriesOf(form);
    if (data.get("step") === "preview") return { ...(await previewSeries(session, plan)), values: valuesOf(data) };
    const sessionId = readParam(params.sessionId, z.uuid());
    const { seriesId } = await changeFollowing(session, { sessionId, plan, reason, version });
    return redirect(`/activities/series/${seriesId}`);
  });
}

export default function ChangeFollowing() {
  const { occasion, series, choices, today } = useLoaderData<typeof loader>();
  const { form: t, title } = useText(activitiesText);
  const answer = useActionData<typeof action>();
  const start = fieldsOf({ ...series, startsOn: occasion.recursOn > today ? occasion.recursOn : today });
  return (
    <>
      <title>{t.editTitle}</title>
      <PageHeader title={t.editTitle} eyebrow={series.name} crumbs={[{ label: title, to: "/activities" }, { label: series.name, to: `/activities/${occasion.id}` }]} lead={t.editLead} />
      <PlanForm result={answer} dates={answer && "dates" in answer ? answer.dates : undefined} start={start} choices={choices} today={today} following={{ version: series.version }} />
    </>
  );
}

import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit, valuesOf } from "#platform/web/form.ts";
import { activitiesText } from "../../messages/index.ts";
import { createSeries } from "../../service/planning/create-series.ts";
import { placeChoices } from "../../service/planning/place-choices.ts";
import { previewSeries } from "../../service/planning/preview-series.ts";
import { SeriesForm, seriesOf } from "../../ui/read-series-form.ts";
import styles from "../../ui/activities.css?url";
import { PlanForm } from "./plan-page.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { choices: await placeChoices(session), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, plan] = [sessionOf(context), seriesOf(read(SeriesForm))];
    if (data.get("step") === "preview") return { ...(await previewSeries(session, plan)), values: valuesOf(data) };
    return redirect(`/activities/series/${(await createSeries(session, plan)).seriesId}`);
  });
}

export default function NewSeries() {
  const { choices, today } = useLoaderData<typeof loader>();
  const { form: t, title } = useText(activitiesText);
  const answer = useActionData<typeof action>();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: title, to: "/activities" }]} lead={t.lead} />
      <PlanForm result={answer} dates={answer && "dates" in answer ? answer.dates : undefined} start={{ startsOn: today }} choices={choices} today={today} />
    </>
  );
}

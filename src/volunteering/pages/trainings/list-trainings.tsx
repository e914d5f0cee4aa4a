import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { listProgrammes } from "../../service/programmes/list-programmes.ts";
import { showProgramme } from "../../service/programmes/show-programme.ts";
import { holdTraining, NewTraining } from "../../service/training/hold-training.ts";
import { listTrainings } from "../../service/training/list-trainings.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";

const TrainingForm = NewTraining.extend({ minutes: z.coerce.number().int().min(1).max(1440).nullable().default(null) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const asked = new URL(request.url).searchParams.get("programme");
  const programmes = await listProgrammes(session);
  const chosen = programmes.find(({ id }) => id === asked) ?? programmes[0];
  if (!chosen) throw new Refusal("not_found", "volunteering.programme_not_found");
  const { policies } = await showProgramme(session, chosen.id);
  const towards = (policies.at(-1)?.requirements ?? []).filter(({ kind }) => kind === "training");
  return { chosen, towards, trainings: await listTrainings(session, chosen.id), mayManage: session.actor.capabilities.has("volunteers.manage"), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await holdTraining(sessionOf(context), read(TrainingForm));
    return redirect(`/volunteers/trainings/${id}`);
  });
}

export default function ListTrainings() {
  const { chosen, towards, trainings, mayManage, today } = useLoaderData<typeof loader>();
  const refused = useActionData();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const list = (
    <Card title={t.trainings.title} flush>
      <DataList caption={t.trainings.title} rows={trainings} rowKey={({ id }) => id} rowTo={({ id }) => `/volunteers/trainings/${id}`} empty={<EmptyState level={3} title={t.trainings.empty} />}
        columns={[
          { key: "title", label: t.trainings.name, render: (one) => one.title },
          { key: "on", label: t.trainings.heldOn, render: (one) => `${formatDay(one.heldOn, language, today)}${one.fromTime ? ` ${one.fromTime}` : ""}` },
          { key: "place", label: t.trainings.place, render: (one) => one.place || "—" },
          { key: "present", label: t.trainings.present, end: true, render: (one) => <Figure value={one.present} unit="persons" /> },
        ]} />
    </Card>
  );
  const crumbs = [{ label: t.list.title, to: `/volunteers?programme=${chosen.id}` }];
  if (!mayManage) return <><title>{t.trainings.title}</title><PageHeader title={t.trainings.title} crumbs={crumbs} />{list}</>;
  return (
    <StepPage title={t.trainings.title} crumbs={crumbs} refused={refused} submit={t.trainings.create} before={list}>
      <h2>{t.trainings.new}</h2>
      <input type="hidden" name="programmeId" value={chosen.id} />
      <TextField name="title" label={t.trainings.name} maxLength={120} />
      {towards.length > 1 ? <Select name="requirement" label={t.trainings.towards} empty={null} options={towards.map((one) => ({ value: one.key, label: requirementName(one, t.kind, one.key) }))} />
        : <input type="hidden" name="requirement" value={towards[0]?.key ?? "training"} />}
      <DayField name="heldOn" label={t.trainings.heldOn} defaultValue={today} />
      <TextField name="fromTime" label={t.trainings.fromTime} type="time" optional width={8} />
      <TextField name="minutes" label={t.trainings.minutes} type="number" inputMode="numeric" optional width={4} />
      <TextField name="place" label={t.trainings.place} optional maxLength={120} />
      <TextField name="trainer" label={t.trainings.trainer} optional maxLength={120} />
    </StepPage>
  );
}

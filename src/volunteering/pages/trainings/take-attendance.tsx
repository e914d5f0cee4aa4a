import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { showTraining } from "../../service/training/show-training.ts";
import { AttendanceList, takeAttendance } from "../../service/training/take-attendance.ts";
import { StatusChip } from "../../ui/status-chip.tsx";
import { StepPage } from "../../ui/step-page.tsx";

const STATES = ["present", "late", "absent", "excused"] as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showTraining(session, readParam(params.trainingId, z.uuid()))), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data }) => {
    const trainingId = readParam(params.trainingId, z.uuid());
    const attendance = [...data].flatMap(([name, value]) => (name.startsWith("state-") && value !== "" ? { volunteerId: name.slice(6), state: String(value) } : []));
    await takeAttendance(sessionOf(context), AttendanceList.parse({ trainingId, attendance }));
    return redirect(`/volunteers/trainings/${trainingId}`);
  });
}

export default function TakeAttendance() {
  const { training, list, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const crumbs = [{ label: t.list.title, to: `/volunteers?programme=${training.programmeId}` }, { label: t.trainings.title, to: `/volunteers/trainings?programme=${training.programmeId}` }];
  const there = list.filter(({ state }) => state === "present" || state === "late").length;
  return (
    <StepPage title={training.title} lead={`${formatDay(training.heldOn, language, today)} ${training.fromTime ?? ""} ${training.place} · ${t.trainings.present} ${there}`} crumbs={crumbs} refused={useActionData()} basis={list.map(({ state }) => state ?? "").join()} submit={t.trainings.save}
      before={training.heldOn > today ? <Notice>{t.trainings.notYet}</Notice> : null}>
      <DataList caption={t.trainings.attendance} rows={list} rowKey={({ volunteerId }) => volunteerId} empty={<EmptyState level={3} title={t.list.none} />}
        columns={[
          { key: "name", label: t.list.name, render: (row) => row.name },
          { key: "status", label: t.list.status, render: (row) => <StatusChip status={row.status} /> },
          { key: "have", label: t.trainings.have, end: true, render: (row) => t.progress(row.have, row.needed) },
          { key: "state", label: t.trainings.attendance, render: (row) => (
            <select className="input" name={`state-${row.volunteerId}`} aria-label={`${row.name} ${t.trainings.attendance}`} defaultValue={row.state ?? ""}>
              {row.state === null ? <option value="">{t.trainings.unset}</option> : null}
              {STATES.map((state) => <option key={state} value={state}>{t.trainings.state[state]}</option>)}
            </select>
          ) },
        ]} />
    </StepPage>
  );
}

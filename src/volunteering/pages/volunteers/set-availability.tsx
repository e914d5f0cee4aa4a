import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { HoursGrid } from "#platform/ui/form/hours-grid.tsx";
import { readWeeklyHours } from "#platform/ui/form/weekly-hours.ts";
import { volunteeringText } from "../../messages/index.ts";
import type { WeeklyHours } from "../../model/availability/weekly-hours.ts";
import { setAvailability } from "../../service/volunteers/set-availability.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

const VersionForm = z.object({ version: z.coerce.number().int() });

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, VersionForm, (session, volunteerId, { version }, data) => {
  const { hours, faults } = readWeeklyHours(data, "hours");
  if (faults.length > 0) throw new Refusal("invalid_input", "volunteering.hours_reversed", { fields: [{ field: "hours", reason: "volunteering.hours_reversed" }] });
  return setAvailability(session, { volunteerId, version, hours: hours as WeeklyHours[] });
});

export default function SetAvailability() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  return (
    <StepPage title={t.availability.title} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} basis={data.volunteer.version} submit={t.availability.submit} labels={{ hours: t.page.hours }}>
      <input type="hidden" name="version" value={data.volunteer.version} />
      {data.volunteer.hoursText ? <p className="soft">{t.labelled(t.page.words, data.volunteer.hoursText)}</p> : null}
      <HoursGrid name="hours" label={t.page.hours} hint={t.availability.hint} defaultHours={data.hours} exact optional />
    </StepPage>
  );
}

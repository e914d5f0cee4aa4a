import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { readList } from "../../model/sign-up/cell-values.ts";
import { describeVolunteer } from "../../service/volunteers/describe-volunteer.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

const text = z.string().default("");
const list = z.string().default("").transform(readList);
const DescriptionForm = z.object({
  affiliation: text, subject: text, motivation: text, skills: list, interests: list, languages: list, capacity: z.coerce.number().int().min(0).max(20), version: z.coerce.number().int(),
});

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, DescriptionForm, (session, volunteerId, form) => describeVolunteer(session, { ...form, volunteerId }));

export default function DescribeVolunteer() {
  const data = useLoaderData<typeof loader>();
  const { volunteer, interests, languages } = data;
  const t = useText(volunteeringText);
  const labels = { affiliation: t.page.affiliation, subject: t.page.subject, motivation: t.page.motivation, skills: t.page.skills, capacity: t.page.capacity };
  return (
    <StepPage title={t.describe.title} crumbs={crumbsOf(data, t.list.title)} refused={useActionData()} basis={volunteer.version} submit={t.describe.submit} labels={labels}>
      <input type="hidden" name="version" value={volunteer.version} />
      <TextField name="affiliation" label={t.page.affiliation} optional maxLength={100} defaultValue={volunteer.affiliation} />
      <TextField name="subject" label={t.page.subject} optional maxLength={100} defaultValue={volunteer.subject} />
      <TextField name="skills" label={t.page.skills} hint={t.describe.listHint} optional defaultValue={volunteer.skills.join("、")} />
      <TextField name="interests" label={t.page.interests} hint={t.describe.listHint} optional defaultValue={interests.join("、")} />
      <TextField name="languages" label={t.page.languages} hint={t.describe.listHint} optional defaultValue={languages.join("、")} />
      <TextField name="capacity" label={t.page.capacity} type="number" inputMode="numeric" width={4} defaultValue={volunteer.capacity} />
      <TextArea name="motivation" label={t.page.motivation} optional maxLength={1000} defaultValue={volunteer.motivation} />
    </StepPage>
  );
}

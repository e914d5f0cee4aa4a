import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { groupsText } from "../messages/index.ts";
import { SessionPlan } from "../model/forms.ts";
import { planSession } from "../service/plan-session.ts";
import { showGroup } from "../service/show-group.ts";
import { PlanForm } from "../ui/plan-form.tsx";

const idOf = (params: { groupId?: string | undefined }) => readParam(params.groupId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { group, sessions } = await showGroup(session, idOf(params));
  const last = sessions.at(-1);
  return { group, offered: { number: sessions.length + 1, onDay: last ? addDays(last.onDay, 7) : session.today, minutes: last?.minutes ?? 90, aim: "", plan: "", prepare: "" } };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await planSession(sessionOf(context), idOf(params), read(SessionPlan));
    return redirect(`/group-sessions/${id}`);
  });
}

export default function PlanSessionPage() {
  const { group, offered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, title, fields } = useText(groupsText);
  const texts = useRefusals(groupsText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const heading = `${group.name} · ${t.session(offered.number)}`;
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} crumbs={[{ label: title, to: "/groups" }, { label: group.name, to: `/groups/${group.id}` }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Card><PlanForm offered={offered} /></Card>
      </FormScope>
    </>
  );
}

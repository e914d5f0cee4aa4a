import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { teamsText } from "../messages/index.ts";
import { RequestStep } from "../model/forms.ts";
import { showRequest, type ShownRequest } from "../service/requests/show-request.ts";
import { stepRequest } from "../service/requests/step-request.ts";
import { RequestForms } from "../ui/request-forms.tsx";

const idOf = (params: { requestId?: string | undefined }) => readParam(params.requestId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showRequest(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const step = read(RequestStep);
    const { teamId } = await stepRequest(sessionOf(context), idOf(params), step);
    return redirect(step.kind === "taken" ? `/team-requests/${idOf(params)}` : `/teams/${teamId}${step.kind === "done" ? "?done" : ""}`);
  });
}

export default function ShowRequestPage() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { request: t, kinds, dayParts, states, show, fields } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const language = useLanguage();
  const { request, elder, phones, members } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  const heading = t.title(elder.elderName, kinds[request.kind]);
  const taker = members.find(({ id }) => id === request.memberId)?.memberName;
  const facts = [
    { label: t.when, value: show.when(formatDay(request.wantedOn, language, today), dayParts[request.wantedPart]) },
    { label: t.where, value: elder.laneName },
    { label: t.phone, value: phones.length > 0 ? <ul className="plain">{phones.map((value) => <li key={value}><a href={`tel:${value}`}>{t.call(value)}</a></li>)}</ul> : request.state === "open" ? <span className="soft">{t.phoneHint}</span> : null },
    { label: t.taker, value: taker },
  ].filter(({ value }) => value);
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} lead={request.words || undefined} crumbs={[{ label: shown.teamName, to: `/teams/${request.teamId}` }]} chips={<Chip tone={request.state === "open" ? "due" : request.state === "done" ? "ok" : "plain"}>{states[request.state]}</Chip>} />
      {elder.agrees ? null : <Notice tone="late">{texts["teams.consent_first"]}</Notice>}
      {elder.note ? <Notice>{t.note(elder.note)}</Notice> : null}
      <Card><Facts facts={facts} />{elder.personId ? <p><Link to={`/people/${elder.personId}`}>{t.file}</Link></p> : null}</Card>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <RequestForms shown={shown} today={today} />
      </FormScope>
      <Log shown={shown} today={today} />
    </>
  );
}

function Log({ shown: { request, events }, today }: { shown: ShownRequest; today: string }) {
  const { request: t } = useText(teamsText);
  const language = useLanguage();
  return (
    <Card title={t.log}>
      <ol className="stack tight plain">
        <li>{t.asked(request.byName)} <span className="small soft">{formatInstant(request.at, language, today)}</span></li>
        {events.map((one) => <li key={one.number}>{[one.memberName, t.events[one.kind], one.words].filter(Boolean).join(" · ")} <span className="small soft">{[formatInstant(one.at, language, today), one.byName === one.memberName ? "" : t.entered(one.byName)].filter(Boolean).join(" · ")}</span></li>)}
      </ol>
    </Card>
  );
}

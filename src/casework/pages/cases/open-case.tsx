import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DataList, DayField, DraftNote, EmptyState, FormActions, FormScope, Notice, PageHeader, RefusalNote, SearchBox, Select, SubmitButton, TextArea, TextField, useDraft } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { caseworkText } from "../../messages/index.ts";
import { CaseOrigin } from "../../model/cases/case.ts";
import { POPULATIONS } from "../../model/population.ts";
import { caseChoices } from "../../service/cases/case-choices.ts";
import { NewCase, openCase } from "../../service/cases/open-case.ts";
import { prepareCase } from "../../service/cases/prepare-case.ts";

const Asked = z.object({ person: z.uuid().optional().catch(undefined), origin: CaseOrigin.optional().catch(undefined), from: z.uuid().optional().catch(undefined), q: z.string().max(60).optional().catch(undefined) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { person, origin, from, q } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...await prepareCase(session, { personId: person, q }), origin: origin ?? "person", from, q, choices: await caseChoices(session), today: session.today, supervises: session.actor.capabilities.has("cases.supervise"), mayAdd: session.actor.capabilities.has("people.write") };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { caseId } = await openCase(sessionOf(context), read(NewCase));
    return redirect(`/cases/${caseId}?opened`);
  });
}

export default function OpenCase() {
  const { person, found, q, mayAdd } = useLoaderData<typeof loader>();
  const { cases: t } = useText(caseworkText);
  return (
    <>
      <title>{t.open.title}</title>
      <PageHeader title={person ? t.open.titleFor(person.name) : t.open.title} lead={t.open.lead} crumbs={[{ label: t.title, to: "/cases" }]} />
      {person ? <Intake key={person.id} /> : (
        <>
          <p className="soft">{t.open.chooseHint}</p>
          <SearchBox label={t.open.choose} placeholder={t.list.search} {...(q && { defaultValue: q })} />
          {q ? (
            <Card flush>
              <DataList caption={t.open.choose} rows={found} rowKey={({ id }) => id} rowTo={({ id }) => `/cases/new?person=${id}`} empty={<EmptyState title={t.list.empty} />}
                columns={[{ key: "name", label: t.list.name, render: ({ name }) => name }, { key: "place", label: t.list.community, render: ({ communityName }) => communityName ?? "—" }]} />
            </Card>
          ) : null}
          {mayAdd ? <div><ButtonLink to="/people/new">{t.open.add}</ButtonLink></div> : null}
        </>
      )}
    </>
  );
}

function Intake() {
  const { person, cases, origin, from, choices, today, supervises } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cases: t, populations } = useText(caseworkText);
  const texts = useRefusals(caseworkText);
  const { ref, ...draft } = useDraft(`case/new/${person!.id}`);
  const refused = answer && "refusal" in answer ? answer : undefined;
  const choice = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormScope result={refused} texts={texts}>
      <RefusalNote of={refused?.refusal} texts={texts} labels={{ words: t.open.words, openedOn: t.open.openedOn, workerId: t.open.worker, teamId: t.open.team, programmeId: t.open.programme }} />
      {cases.length > 0 ? <Notice tone="due"><p><b>{t.open.already}</b></p><ul>{cases.map(({ caseId, reference, stage, workerName, mayOpen }) => <li key={caseId}>{mayOpen ? <Link to={`/cases/${caseId}`}>{t.open.alreadyLine(reference, t.stages[stage], workerName)}</Link> : t.open.alreadyLine(reference, "—", workerName)}</li>)}</ul></Notice> : null}
      <Card>
        <Form method="post" className="form" ref={ref}>
          <IdempotencyField />
          <input type="hidden" name="personId" value={person!.id} />
          {from ? <input type="hidden" name="originId" value={from} /> : null}
          <TextArea name="words" label={t.open.words} hint={t.open.wordsHint} rows={6} maxLength={4000} />
          <Select name="originKind" label={t.open.origin} empty={null} defaultValue={origin} options={CaseOrigin.options.map((value) => ({ value, label: t.origins[value] }))} />
          <TextField name="originWords" label={t.open.originWords} hint={t.open.originWordsHint} maxLength={300} optional />
          <Select name="population" label={t.open.population} empty={t.open.populationAuto} optional options={POPULATIONS.map((value) => ({ value, label: populations[value] }))} />
          {choices.programmes.length > 0 ? <Select name="programmeId" label={t.open.programme} optional options={choice(choices.programmes)} /> : null}
          {choices.teams.length > 0 ? <Select name="teamId" label={t.open.team} optional options={choice(choices.teams)} /> : null}
          {supervises ? <Select name="workerId" label={t.open.worker} empty={t.open.me} optional options={choice(choices.workers)} /> : null}
          <DayField name="openedOn" label={t.open.openedOn} defaultValue={today} max={today} />
          <DraftNote draft={draft} />
          <FormActions><SubmitButton>{t.open.submit}</SubmitButton><ButtonLink to={`/people/${person!.id}`} tone="quiet">{t.page.person}</ButtonLink></FormActions>
        </Form>
      </Card>
    </FormScope>
  );
}

import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit, valuesOf } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../messages/index.ts";
import { ROLES } from "../model/terms.ts";
import { NewPersonForm, PersonForm, personOfForm } from "../model/forms/person-form.ts";
import { createPerson } from "../service/files/create-person.ts";
import { placeChoices } from "../service/lists/place-choices.ts";
import type { SamePersonMatch } from "../service/persons/find-same-persons.ts";
import { RestFields, WhereFields, WhoFields } from "../ui/person-fields.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { places: await placeChoices(session), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const more = read(NewPersonForm);
    const { id, same } = await createPerson(session, { person: personOfForm(read(PersonForm), more, session.today), confirmed: more.confirmed === "yes" });
    return id === null ? { same, values: valuesOf(data) } : redirect(`/people/${id}`);
  });
}

export default function NewPerson() {
  const { places, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const { ref, ...draft } = useDraft("person/new");
  const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
  return (
    <>
      <title>{t.new.title}</title>
      <PageHeader title={t.new.title} lead={t.new.lead} crumbs={[{ label: t.list.title, to: "/people" }]} />
      <FormScope result={answer && "values" in answer ? { refusal, values: answer.values } : undefined} texts={texts}>
        <RefusalNote of={refusal} texts={texts} labels={t.fields} />
        <Form method="post" className="form" ref={ref}>
          <IdempotencyField />
          {answer && "same" in answer ? <Alike same={answer.same} /> : null}
          <Card title={t.new.who}><div className="stack"><WhoFields today={today} /></div></Card>
          <Card title={t.new.where}><div className="stack"><WhereFields places={places} /></div></Card>
          <Card title={t.new.reach}><div className="stack"><ReachFields /></div></Card>
          <Card title={t.new.papers}><div className="stack"><PaperFields /></div></Card>
          <Card title={t.new.now}><div className="stack"><NowFields /><RestFields today={today} /></div></Card>
          <DraftNote draft={draft} />
          <FormActions><SubmitButton>{t.new.create}</SubmitButton><ButtonLink to="/people" tone="quiet">{t.edit.cancel}</ButtonLink></FormActions>
        </Form>
      </FormScope>
    </>
  );
}

function Alike({ same }: { same: readonly SamePersonMatch[] }) {
  const t = useText(peopleText);
  return (
    <Notice tone="due">
      <p><b>{t.new.look}</b></p>
      <p>{t.new.lookWhat}</p>
      <ul>{same.map(({ personId, name, birthOn, reasons }) => <li key={personId}><Link to={`/people/${personId}`} target="_blank">{`${t.new.open} ${name} ${birthOn ?? ""}`}</Link> {reasons.map((reason) => t.new.reasons[reason]).join("、")}</li>)}</ul>
      <Checkbox name="confirmed" label={t.new.confirmed} />
    </Notice>
  );
}

function ReachFields() {
  const t = useText(peopleText);
  return (
    <>
      <TextField name="phone" label={t.fields.phone} hint={t.hints.phone} type="tel" inputMode="tel" width={16} optional autoComplete="off" />
      <RadioCards name="whose" label={t.fields.whose} optional defaultValue="self" choices={(["self", "other"] as const).map((value) => ({ value, label: t.whose[value] }))} />
      <TextField name="relation" label={t.fields.relation} hint={t.hints.relation} width={8} optional maxLength={40} />
    </>
  );
}

function PaperFields() {
  const t = useText(peopleText);
  return (
    <>
      <TextField name="residentId" label={t.fields.residentId} hint={t.hints.residentId} width={16} maxLength={24} optional autoComplete="off" spellCheck={false} />
      <TextField name="certificate" label={t.fields.certificate} hint={t.hints.certificate} width={16} maxLength={28} optional autoComplete="off" spellCheck={false} />
    </>
  );
}

function NowFields() {
  const t = useText(peopleText);
  return (
    <>
      <RadioCards name="longAtHome" label={t.fields.longAtHome} optional choices={(["yes", "no"] as const).map((value) => ({ value, label: t.atHome[value] }))} />
      <Select name="role" label={t.fields.role} optional options={ROLES.map((value) => ({ value, label: t.roles[value] }))} />
    </>
  );
}

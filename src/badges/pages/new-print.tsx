import { useState, type FormEvent } from "react";
import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { addDays, isDay } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { badgesText } from "../messages/index.ts";
import { A_PAGE, NewPrint, SourceKey } from "../model/badge.ts";
import { type Candidate, choosePeople, sourceChoices } from "../service/choose-people.ts";
import { printBadges } from "../service/print-badges.ts";
import { BadgePreview } from "../ui/badge-preview.tsx";
import styles from "../ui/badges.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

const YEAR_DAYS = 365;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const of = SourceKey.safeParse(new URL(request.url).searchParams.get("of")).data;
  return {
    of: of ? `${of.source}:${of.id}` : null, choices: await sourceChoices(session), candidates: of ? await choosePeople(session, of) : null,
    organization: webOf(context).signedIn?.organization.name ?? "", validUntil: addDays(session.today, YEAR_DAYS),
  };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { printId } = await printBadges(sessionOf(context), read(NewPrint));
    return redirect(`/badges/prints/${printId}`);
  });
}

export default function NewPrintPage() {
  const { of, choices, candidates } = useLoaderData<typeof loader>();
  const { choose: t, title, sources } = useText(badgesText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/badges" }]} />
      {choices.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : (
        <Card>
          <Form method="get" className="form">
            <Select name="of" label={t.of} defaultValue={of ?? undefined} options={choices.map(({ source, id, name }) => ({ value: `${source}:${id}`, label: `${name} · ${sources[source]}` }))} />
            <FormActions><SubmitButton tone={candidates ? "plain" : "primary"}>{t.show}</SubmitButton></FormActions>
          </Form>
        </Card>
      )}
      {candidates === null ? null : candidates.people.length === 0 ? <EmptyState title={t.nobody}>{t.nobodyHint}</EmptyState> : <Choose key={of} />}
    </>
  );
}

function Choose() {
  const { of, candidates, organization, validUntil } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { choose: t, fields } = useText(badgesText);
  const texts = useRefusals(badgesText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const { name, people } = candidates!;
  const [chosen, setChosen] = useState(() => chosenIn(result?.values ?? {}));
  const choose = ({ currentTarget }: FormEvent<HTMLFormElement>) => setChosen(chosenIn(Object.fromEntries(["person", "validUntil"].map((field) => [field, new FormData(currentTarget).getAll(field).map(String)]))));
  return (
    <FormScope result={result} texts={texts}>
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Stack>
        <Card title={name}>
          <Form method="post" className="form" onChange={choose}>
            <IdempotencyField />
            <input type="hidden" name="of" value={of!} />
            <CheckboxGroup name="person" label={t.people} short choices={people.map(({ personId, name: label }) => ({ value: personId, label }))} />
            <DayField name="validUntil" label={t.until} hint={t.untilHint} defaultValue={validUntil} />
            <FormActions><SubmitButton>{t.print}</SubmitButton></FormActions>
          </Form>
        </Card>
        <FirstPage organization={organization} sourceName={name} validUntil={chosen.validUntil ?? validUntil} people={people} chosen={people.filter(({ personId }) => chosen.person.includes(personId))} />
      </Stack>
    </FormScope>
  );
}

/** What of a form the paper depends on. */
function chosenIn(values: Readonly<Record<string, string | readonly string[]>>): { person: readonly string[]; validUntil: string | null } {
  const until = [values.validUntil ?? []].flat()[0];
  return { person: [values.person ?? []].flat(), validUntil: until !== undefined && isDay(until) ? until : null };
}

interface Paper {
  readonly organization: string;
  readonly sourceName: string;
  readonly validUntil: string;
  readonly people: readonly Candidate[];
  readonly chosen: readonly Candidate[];
}

/** The first page as it would be printed for those ticked; number and code come with the printing. */
function FirstPage({ people, chosen, ...paper }: Paper) {
  const { choose: t } = useText(badgesText);
  const shown = (chosen.length > 0 ? chosen : people.slice(0, 1)).slice(0, A_PAGE);
  return (
    <Card title={t.preview}>
      <p className="soft" role="status">{chosen.length > 0 ? t.page(shown.length, chosen.length) : t.sample}</p>
      <ul className="badge-page">{shown.map(({ personId, name, role }) => <li key={personId}><BadgePreview {...paper} name={name} role={role} /></li>)}</ul>
    </Card>
  );
}

import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, Card, Chip, Columns, ConfirmForm, DataList, Facts, FormScope, PageHeader, RefusalNote, Stack } from "#platform/ui/index.ts";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import { Opening, Place } from "../model/terms.ts";
import { addOpening, changePlace, withdrawOpening } from "../service/change-places.ts";
import { communityChoices, showPlace, type ShownPlace } from "../service/show-places.ts";
import { OpeningFields, PlaceFields } from "../ui/place-fields.tsx";

const idOf = (params: { workPlaceId?: string | undefined }) => readParam(params.workPlaceId, z.uuid());
const Asked = z.object({ intent: z.enum(["change", "close", "reopen", "open", "withdraw"]) });
const Version = z.object({ version: z.coerce.number().int().min(1) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showPlace(session, idOf(params)), communities: await communityChoices(session), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const id = idOf(params);
    const { intent } = read(Asked);
    if (intent === "open") await addOpening(session, id, read(Opening));
    else if (intent === "withdraw") await withdrawOpening(session, id, read(z.object({ openingId: z.uuid() })).openingId);
    else await changePlace(session, id, read(Version).version, intent === "change" ? read(Place) : { closed: intent === "close" ? "yes" : "no" });
    return redirect(`/employment/places/${id}`);
  });
}

export default function ShowPlace() {
  const { shown, communities, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { place: t, kinds, access, fields, between } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  const { place, jobs } = shown;
  const facts = [
    { label: t.kind, value: kinds[place.kind] }, { label: t.community, value: communities.find(({ id }) => id === place.communityId)?.name ?? "" }, { label: t.address, value: place.address },
    { label: t.contact, value: [place.contactName, place.contactPhone].filter(Boolean).join(" ") }, { label: t.access, value: place.access.map((one) => access[one]).join(between) }, { label: t.words, value: place.words },
  ];
  return (
    <>
      <title>{place.name}</title>
      <PageHeader title={place.name} crumbs={[{ label: t.title, to: "/employment/places" }]} chips={place.closedOn ? <Chip>{t.closed}</Chip> : undefined} />
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Columns>
        <Stack>
          <Openings shown={shown} result={result} today={today} />
          <Card flush title={t.workers}>
            <DataList caption={t.workers} rows={jobs} rowKey={({ id }) => id} rowTo={({ id }) => `/employment/jobs/${id}`} empty={<p className="soft card-note">{t.noWorkers}</p>}
              columns={[{ key: "who", label: t.name, render: ({ name }) => name }, { key: "job", label: t.opening, render: ({ title }) => title }, { key: "since", label: t.fromOn, render: ({ begunOn }) => formatDayOnly(begunOn, language, today) }]} />
          </Card>
        </Stack>
        <Stack>
          <Card><Facts facts={facts.filter(({ value }) => value !== "")} /></Card>
          <PlaceForms shown={shown} result={result} communities={communities} />
        </Stack>
      </Columns>
    </>
  );
}

function Openings({ shown: { place, openings }, result, today }: { shown: ShownPlace; result: FormResult | undefined; today: string }) {
  const { place: t, tasks, conditions, hoursWeek } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const language = useLanguage();
  return (
    <Card title={t.openings}>
      <Stack>
        {openings.length === 0 ? <p className="soft">{t.noOpenings}</p> : openings.map((one) => (
          <section key={one.id} aria-label={one.title} className="stack tight">
            <h3>{one.title} <Chip tone={one.untilOn ? "plain" : one.freeSeats > 0 ? "ok" : "due"}>{one.untilOn ? t.until(formatDayOnly(one.untilOn, language, today)) : t.free(one.freeSeats, one.seats)}</Chip></h3>
            <p className="small soft">{[one.schedule, one.hours === null ? "" : hoursWeek(one.hours), ...one.tasks.map((task) => tasks[task]), ...one.conditions.map((condition) => conditions[condition])].filter(Boolean).join(" · ")}</p>
            {one.untilOn ? null : <Form method="post"><input type="hidden" name="openingId" value={one.id} /><Button type="submit" name="intent" value="withdraw" tone="quiet">{t.withdraw(one.title)}</Button></Form>}
          </section>
        ))}
        {place.closedOn ? null : <ConfirmForm tone="primary" trigger={t.addOpening} question={t.addOpeningQ} confirm={t.addOpeningDo} values={{ intent: "open" }}><IdempotencyField /><FormScope form="open" result={result?.values?.intent === "open" ? result : undefined} texts={texts}><OpeningFields today={today} /></FormScope></ConfirmForm>}
      </Stack>
    </Card>
  );
}

function PlaceForms({ shown: { place }, result, communities }: { shown: ShownPlace; result: FormResult | undefined; communities: readonly { readonly id: string; readonly name: string }[] }) {
  const { place: t } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const version = String(place.version);
  if (place.closedOn) return <Form method="post"><input type="hidden" name="version" value={version} /><Button type="submit" name="intent" value="reopen">{t.reopen}</Button></Form>;
  return (
    <Stack>
      <ConfirmForm tone="primary" trigger={t.change} question={t.changeQ} confirm={t.changeDo} values={{ intent: "change", version }}><FormScope form="change" result={result?.values?.intent === "change" ? result : undefined} texts={texts}><PlaceFields place={place} communities={communities} /></FormScope></ConfirmForm>
      <ConfirmForm trigger={t.close} question={t.closeQ} confirm={t.closeDo} values={{ intent: "close", version }} />
    </Stack>
  );
}

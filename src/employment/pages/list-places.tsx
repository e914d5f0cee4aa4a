import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, ConfirmForm, DataList, EmptyState, FilterBar, FormScope, PageHeader, Pager, RefusalNote, SearchBox, Select } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import { Place, PLACE_KINDS } from "../model/terms.ts";
import { addPlace } from "../service/change-places.ts";
import { communityChoices, listPlaces } from "../service/show-places.ts";
import { PlaceFields } from "../ui/place-fields.tsx";

const Asked = z.object({ kind: z.enum(PLACE_KINDS).optional().catch(undefined), q: z.string().trim().max(60).optional().catch(undefined), show: z.literal("closed").optional().catch(undefined), after: z.string().optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { after, show, ...filter } = Asked.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")));
  return { filter, show, page: await listPlaces(session, { ...filter, closed: show === "closed" }, { after: after ?? null }), communities: await communityChoices(session) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => redirect(`/employment/places/${(await addPlace(sessionOf(context), read(Place))).id}`));
}

export default function ListPlaces() {
  const { filter, show, page, communities } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { place: t, kinds, list, fields } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const names = new Map(communities.map(({ id, name }) => [id, name]));
  const active = [...(filter.kind ? [{ name: "kind", label: kinds[filter.kind] }] : []), ...(show ? [{ name: "show", label: t.closed }] : []), ...(filter.q ? [{ name: "q", label: filter.q }] : [])];
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/employment" }]} actions={<PrintButton label={list.print} />} />
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <ConfirmForm tone="primary" trigger={t.add} question={t.addQ} confirm={t.addDo}><IdempotencyField /><FormScope form="add" result={result} texts={texts}><PlaceFields communities={communities} /></FormScope></ConfirmForm>
      <SearchBox label={t.search} placeholder={t.search} {...(filter.q && { defaultValue: filter.q })} />
      <FilterBar active={active} keep={["q"]}>
        <Select name="kind" label={t.kind} empty={list.all} defaultValue={filter.kind} options={PLACE_KINDS.map((value) => ({ value, label: kinds[value] }))} />
        <Select name="show" label={t.show} empty={t.used} defaultValue={show} options={[{ value: "closed", label: t.closed }]} />
      </FilterBar>
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/employment/places/${id}`}
          empty={active.length > 0 ? <EmptyState title={t.none}>{list.noneHint}</EmptyState> : <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name }) => name }, { key: "kind", label: t.kind, render: ({ kind }) => kinds[kind] },
            { key: "community", label: t.community, render: ({ communityId }) => (communityId && names.get(communityId)) ?? "—" }, { key: "address", label: t.address, render: ({ address }) => address || "—" }, { key: "contact", label: t.contact, render: ({ contactName }) => contactName || "—" },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}

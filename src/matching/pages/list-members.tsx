import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, Chip, DataList, EmptyState, FilterBar, PageHeader, Pager, RefusalNote, Select, Tabs, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText, matchingTogetherText } from "../messages/index.ts";
import { changeMembers } from "../service/members/change-members.ts";
import { listMembers } from "../service/members/list-members.ts";
import { MemberFilter } from "../service/members/members-found.ts";
import { requestTrial } from "../service/rounds/request-trial.ts";

const Move = z.object({ id: listOf(z.uuid()), move: z.enum(["in", "out", "all_in", "all_out", "try_in"]) });
const FORM = "members";

/** The filter in an address; what cannot be is left out. */
function filterOf(params: URLSearchParams): MemberFilter {
  const community = params.get("community");
  const given = { side: params.get("side"), standing: params.get("standing"), placement: params.get("placement"), q: params.get("q")?.trim().slice(0, 60), communityId: community };
  const { shape } = MemberFilter;
  const read = <T,>(schema: z.ZodType<T>, value: unknown) => schema.optional().catch(undefined).parse(value || undefined);
  return {
    side: read(shape.side, given.side) ?? "resident", standing: read(shape.standing, given.standing), placement: read(shape.placement, given.placement),
    q: read(shape.q, given.q), communityId: community === "none" ? null : read(shape.communityId, community),
  };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const filter = filterOf(searchParams);
  return { filter, ...await listMembers(sessionOf(context), readParam(params.roundId, z.uuid()), filter, { after: searchParams.get("after") }) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id, move } = read(Move);
    const { pathname, search, searchParams } = new URL(request.url);
    if (move === "try_in") return redirect(`/jobs/${(await requestTrial(sessionOf(context), readParam(params.roundId, z.uuid()), { kind: "come_in", helperIds: id })).jobId}`);
    const all = move.startsWith("all_");
    await changeMembers(sessionOf(context), { roundId: readParam(params.roundId, z.uuid()), filter: filterOf(searchParams), personIds: all ? null : id, to: move.endsWith("in") ? "in" : "out" });
    return redirect(pathname.replace(/\.data$/, "") + search);
  });
}

export default function ListMembers() {
  const { round, members, rows, found, next, filter, computed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { rounds } = useText(matchingPagesText);
  const { members: t } = useText(matchingTogetherText);
  const texts = useRefusals(matchingText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(round.number), to: `/matching/${round.id}` }]} actions={<ButtonLink to={`/matching/${round.id}/settings`}>{t.back}</ButtonLink>} />
      <RefusalNote of={refused && "refusal" in refused ? refused.refusal : undefined} texts={texts} />
      <Tabs label={t.title} tabs={(["resident", "helper"] as const).map((side) => ({ to: `?side=${side}`, label: t.sides[side], count: side === "resident" ? members.residents : members.helpers, current: side === filter.side }))} />
      <Filters />
      <Card flush title={t.found(found)}>
        <DataList caption={t.found(found)} rows={rows} rowKey={({ id }) => id} empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>} pick={{ form: FORM, rowName: ({ name }) => name }} columns={[
          { key: "name", label: t.name, render: ({ name }) => name },
          { key: "community", label: t.community, render: ({ communityName }) => communityName ?? "" },
          ...(filter.side === "helper" ? [{ key: "placement", label: t.placement, render: ({ placement }: (typeof rows)[number]) => (placement ? t.placements[placement] : "") }] : []),
          { key: "standing", label: t.standing, render: ({ standing }) => <Chip tone={standing === "in" ? "ok" : standing === "gone" ? "late" : "plain"}>{t.is[standing]}</Chip> },
        ]} />
      </Card>
      <Pager after={next} />
      {found > 0 ? (
        <Form method="post" id={FORM} className="cluster"><IdempotencyField />
          <Button type="submit" name="move" value="in" tone="primary">{t.add}</Button>
          <Button type="submit" name="move" value="out">{t.remove}</Button>
          {computed && filter.side === "helper" ? <Button type="submit" name="move" value="try_in">{t.tryIn}</Button> : null}
          <Button type="submit" name="move" value="all_in" tone="quiet">{t.addAll(found)}</Button>
          <Button type="submit" name="move" value="all_out" tone="quiet">{t.removeAll(found)}</Button>
        </Form>
      ) : null}
    </>
  );
}

function Filters() {
  const { filter, places } = useLoaderData<typeof loader>();
  const { members: t } = useText(matchingTogetherText);
  const { nameHint } = useText(matchingReviewText);
  const active = [
    ...(filter.standing ? [{ name: "standing", label: t.standings[filter.standing] }] : []),
    ...(filter.placement ? [{ name: "placement", label: t.placements[filter.placement] }] : []),
    ...(filter.communityId === undefined ? [] : [{ name: "community", label: filter.communityId === null ? t.noCommunity : places[filter.communityId] ?? "" }]),
    ...(filter.q ? [{ name: "q", label: filter.q }] : []),
  ];
  return (
    <FilterBar active={active} keep={["side"]}>
      <TextField name="q" label={t.name} hint={nameHint} maxLength={40} defaultValue={filter.q} optional />
      <Select name="standing" label={t.standing} empty={t.any} defaultValue={filter.standing} options={(["in", "out", "gone"] as const).map((value) => ({ value, label: t.standings[value] }))} />
      {filter.side === "helper" ? <Select name="placement" label={t.placement} empty={t.any} defaultValue={filter.placement} options={(["service_team", "reserve"] as const).map((value) => ({ value, label: t.placements[value] }))} /> : null}
      <Select name="community" label={t.community} empty={t.any} defaultValue={filter.communityId === null ? "none" : filter.communityId} options={[...Object.entries(places).map(([value, label]) => ({ value, label })), { value: "none", label: t.noCommunity }]} />
    </FilterBar>
  );
}

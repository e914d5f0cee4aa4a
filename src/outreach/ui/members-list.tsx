import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { DataList, type Column } from "#platform/ui/list/data-list.tsx";
import { FilterBar, type ActiveFilter } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { outreachText } from "../messages/index.ts";
import type { PlaceCount } from "../service/gather-places.ts";
import type { MemberFilter, NamedMember } from "../service/rounds/list-round-members.ts";
import { MemberChip } from "./member-chip.tsx";

export interface MembersListProps {
  roundId: string;
  page: { readonly rows: readonly NamedMember[]; readonly next: string | null };
  filter: MemberFilter;
  workers: readonly { readonly workerId: string; readonly name: string }[];
  places: readonly PlaceCount[];
  today: string;
  /** Whether people may be ticked and handed over. */
  mayGive: boolean;
}

const STATES = ["open", "overdue", "unassigned", "reached", "refused", "other_end"] as const;

/** The members of a round: filtered in the address, handed over by ticking. */
export function MembersList({ roundId, page, filter, workers, places, today, mayGive }: MembersListProps) {
  const { round: t, withheld } = useText(outreachText);
  return (
    <>
      <Card flush id="members" title={t.members}>
        <div className="stack"><Filters filter={filter} workers={workers} places={places} /></div>
        <DataList caption={t.members} rows={page.rows} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/outreach/rounds/${roundId}/people/${personId}`} empty={<EmptyState level={3} title={t.emptyMembers} />}
          {...(mayGive && { pick: { form: "give", rowName: (row: NamedMember) => row.name ?? withheld } })} columns={useColumns(today)} />
      </Card>
      {mayGive && page.rows.length > 0 ? <GiveForm workers={workers} /> : null}
      <Pager after={page.next} />
    </>
  );
}

function useColumns(today: string): [Column<NamedMember>, ...Column<NamedMember>[]] {
  const { round: t, outcomes, segments, withheld } = useText(outreachText);
  const language = useLanguage();
  const day = (on: string | null) => (on === null ? "—" : formatDayOnly(on, language, today));
  return [
    { key: "name", label: t.member, render: (row) => row.name ?? withheld },
    { key: "place", label: t.place, render: (row) => [row.communityName ?? segments.noCommunity, row.laneName].filter(Boolean).join(" · ") },
    { key: "state", label: t.stateColumn, render: (row) => <MemberChip member={row} today={today} /> },
    { key: "worker", label: t.worker, render: (row) => row.workerName ?? t.nobody },
    { key: "last", label: t.last, render: (row) => (row.lastOutcome ? `${outcomes[row.lastOutcome]} · ${day(row.lastOn)}` : "—") },
    { key: "next", label: t.next, render: (row) => day(row.nextDueOn) },
  ];
}

function Filters({ filter, workers, places }: Pick<MembersListProps, "filter" | "workers" | "places">) {
  const { round: t, segments } = useText(outreachText);
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? segments.noCommunity;
  const active: ActiveFilter[] = [
    ...(filter.state ? [{ name: "state", label: t.filters[filter.state] }] : []),
    ...(filter.workerId ? [{ name: "worker", label: workers.find(({ workerId }) => workerId === filter.workerId)?.name ?? t.worker }] : []),
    ...(filter.communityId || filter.noCommunity ? [{ name: "community", label: nameOf(filter.communityId ?? "none") }] : []),
    ...(filter.laneId ? [{ name: "lane", label: places.flatMap(({ lanes }) => lanes).find(({ id }) => id === filter.laneId)?.name ?? "" }] : []),
  ];
  return (
    <div className="outreach-filters">
      <FilterBar active={active} keep={[]}>
        <Select name="state" label={t.filters.state} empty={t.filters.all} defaultValue={filter.state} options={STATES.map((value) => ({ value, label: t.filters[value] }))} />
        {workers.length > 0 ? <Select name="worker" label={t.worker} empty={t.filters.all} defaultValue={filter.workerId} options={workers.map(({ workerId, name }) => ({ value: workerId, label: name }))} /> : null}
        <Select name="community" label={t.place} empty={t.filters.all} defaultValue={filter.noCommunity ? "none" : filter.communityId} options={places.map(({ id, name }) => ({ value: id, label: name ?? segments.noCommunity }))} />
      </FilterBar>
    </div>
  );
}

function GiveForm({ workers }: Pick<MembersListProps, "workers">) {
  const { round: t } = useText(outreachText);
  return (
    <Form method="post" id="give" className="cluster">
      <IdempotencyField />
      <Select name="workerId" label={t.give} hint={t.giveHint} options={workers.map(({ workerId, name }) => ({ value: workerId, label: name }))} />
      <SubmitButton tone="plain" name="intent" value="give">{t.giveSubmit}</SubmitButton>
    </Form>
  );
}

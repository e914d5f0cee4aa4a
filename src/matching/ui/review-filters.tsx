import { useSearchParams } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FilterBar, Select, Tabs, TextField } from "#platform/ui/index.ts";
import { matchingReviewText } from "../messages/index.ts";
import type { ReviewQuery, ShownRound } from "../service/rounds/show-round.ts";

const SHOWN = ["all", "undecided", "opened", "locked", "forbidden", "fresh", "left"] as const;

interface Props {
  query: ReviewQuery;
  counts: NonNullable<ShownRound["counts"]>;
  /** Names of the communities of the round. */
  places: Readonly<Record<string, string>>;
}

/** What of a round to look at: by state with counts, by community, by name; the order. All of it stands in the address. */
export function ReviewFilters({ query, counts, places }: Props) {
  const t = useText(matchingReviewText);
  const [params] = useSearchParams();
  const current = query.show ?? "all";
  const countOf = { all: counts.total + counts.besides, fresh: counts.fresh, left: counts.left, ...counts.states };
  const address = (show: string) => {
    const next = new URLSearchParams([...params].filter(([name]) => ["community", "q", "order"].includes(name)));
    if (show !== "all") next.set("show", show);
    return `?${next}`;
  };
  const active = [
    ...(query.communityId === undefined ? [] : [{ name: "community", label: query.communityId === null ? t.noCommunity : places[query.communityId] ?? "" }]),
    ...(query.q ? [{ name: "q", label: query.q }] : []),
    ...(query.weakestFirst ? [{ name: "order", label: t.orders.weakest }] : []),
  ];
  return (
    <div className="stack tight no-print">
      <Tabs label={t.showLabel} tabs={SHOWN.map((show) => ({ to: address(show), label: t.show[show], count: countOf[show], current: show === current }))} />
      <FilterBar active={active} keep={["show"]}>
        <TextField name="q" label={t.name} hint={t.nameHint} maxLength={40} defaultValue={query.q} optional />
        <Select name="community" label={t.community} empty={t.everywhere} defaultValue={query.communityId === null ? "none" : query.communityId} options={[...Object.entries(places).map(([value, label]) => ({ value, label })), { value: "none", label: t.noCommunity }]} />
        <Select name="order" label={t.order} empty={t.orders.round} defaultValue={query.weakestFirst ? "weakest" : undefined} options={[{ value: "weakest", label: t.orders.weakest }]} />
      </FilterBar>
    </div>
  );
}

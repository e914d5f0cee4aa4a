import type { NeedFilter } from "../model/count.ts";

/** A filter as an address, with changes; an empty change takes a parameter away. */
export function needQuery({ communityId, noCommunity, ...rest }: NeedFilter, changes: Partial<Record<string, string>> = {}): string {
  const place = noCommunity ? "none" : communityId;
  const params = { ...rest, ...(place && { community: place }), ...changes };
  const given = Object.entries(params).filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "" && !(pair[0] === "standing" && pair[1] === "all"));
  return new URLSearchParams(given).toString();
}

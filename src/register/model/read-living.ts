import type { FieldCells } from "./cells-of-row.ts";
import type { Report } from "./read-row.ts";
import type { RegisterRow } from "./register-row.ts";
import { readAddress } from "./normalise/address.ts";
import { normaliseCommunity } from "./normalise/community.ts";
import { readLongAtHome, readLongAtHomeInRemarks, type LongAtHome } from "./normalise/long-at-home.ts";
import { remembered } from "./normalise/remembered.ts";
import { meaningful } from "./normalise/text.ts";

const longAtHome = remembered(readLongAtHome);
const inRemarks = remembered(readLongAtHomeInRemarks);

/** Community, lane and building: their own columns first, else out of the current address, then out of the registered one. */
export function readPlace(cells: FieldCells, places: readonly string[] | undefined, report: Report): Pick<RegisterRow, "community" | "lane" | "building"> {
  const current = readAddress(cells.text("currentAddress"));
  const address = current.building === null && current.lane === null && current.community === null ? readAddress(cells.text("registeredAddress")) : current;
  const written = meaningful(cells.text("community"));
  const own = written === null ? null : normaliseCommunity(written, places);
  if (written !== null && own === null) report("community_unknown", "community", written);
  const fromAddress = current.community === null ? null : normaliseCommunity(current.community, places);
  if (own !== null && fromAddress !== null && own !== fromAddress) report("community_other_than_address", "community", written ?? "");
  return {
    community: own ?? fromAddress ?? (address.community === null ? null : normaliseCommunity(address.community, places)),
    lane: meaningful(cells.text("lane")) ?? address.lane, building: meaningful(cells.text("building")) ?? address.building,
  };
}

/** The answer of the column that asks; where it is blank, what the remarks say. Where they disagree the column's answer stands and the row is shown. */
export function readHome(cells: FieldCells, remarks: string | null, report: Report): LongAtHome | null {
  const fromRemarks = remarks === null ? null : inRemarks(remarks);
  let answer: LongAtHome | null = null;
  for (const { text, inverted } of cells.answers("longAtHome")) {
    if (meaningful(text) === null && !/^无$/.test(text.trim())) continue;
    const read = longAtHome(text);
    if (read === null) report("long_at_home_unreadable", "longAtHome", text);
    else if (read === "unclear") report("long_at_home_unclear", "longAtHome", text);
    answer ??= inverted ? turned(read) : read;
  }
  if (answer === null && fromRemarks === "unclear") report("long_at_home_unclear", "remarks", remarks ?? "");
  if (answer !== null && fromRemarks !== null && answer !== fromRemarks) report("long_at_home_disagrees", "longAtHome", remarks ?? "");
  return answer ?? fromRemarks;
}

function turned(answer: LongAtHome | null): LongAtHome | null {
  return answer === "yes" ? "no" : answer === "no" ? "yes" : answer;
}

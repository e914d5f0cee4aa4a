import type { Criteria } from "./criteria.ts";

/** A segment an organisation may start from. */
export interface SegmentStart {
  readonly key: string;
  readonly name: string;
  readonly criteria: Criteria;
}

/**
 * The programme's own group: residents long at home, aged 16 to 45 on the day the register was filled in, so that nobody
 * grows out of the programme while it runs. Source: the published account of the Qingyun programme (105 of 1,367 residents).
 */
export const HOMEBOUND_YOUTH = (registerFilledOn: string): SegmentStart => ({
  key: "homebound_youth",
  name: "长期居家，16–45 岁",
  criteria: { longAtHome: true, age: { fromYears: 16, toYears: 45, countedOn: { kind: "fixed", on: registerFilledOn } } },
});

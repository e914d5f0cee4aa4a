import type { Tx } from "#platform/db/connect.ts";
import { findInstrument } from "../model/catalogue.ts";
import { NEEDS_CARER } from "../model/instruments/needs-scales.ts";
import { latestTotals } from "../store/records.ts";

/** The scale by which the strain of carers (照顾压力) is followed: our own, free to use. */
export const CARER_SCALE = NEEDS_CARER.id;

/** What a carer came to when last asked. */
export interface Strain {
  readonly total: number;
  readonly version: number;
  readonly onDay: string;
  /** Key of the band the total lies in. */
  readonly band: string | null;
}

/** Each of these persons' latest scored strain since a day; who was not asked, or left too much blank, is absent. The caller authorises. */
export async function carerStrain(tx: Tx, orgId: string, personIds: readonly string[], sinceOn: string): Promise<ReadonlyMap<string, Strain>> {
  const rows = await latestTotals(tx, orgId, CARER_SCALE, personIds, sinceOn);
  return new Map(rows.filter(({ version }) => findInstrument(CARER_SCALE, version)).map(({ personId, ...strain }) => [personId, strain]));
}

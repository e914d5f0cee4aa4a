import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { pinyinOf } from "#kernel/pinyin.ts";
import { hitsByPhone } from "../../store/persons/find-by-phone.ts";
import { hitsByBirth, hitsByBlind, type Hit } from "../../store/persons/find-same.ts";
import { requireMayAdd } from "./require-may.ts";
import { plainNumber } from "./seal-identifiers.ts";

/** What is known of somebody who may be here already. */
export interface SamePersonProbe {
  readonly name: string;
  readonly birthOn?: string | null | undefined;
  readonly residentId?: string | null | undefined;
  readonly certificateNumber?: string | null | undefined;
  readonly phones?: readonly string[] | undefined;
}

export type SameReason = "resident_id" | "certificate" | "name_birth" | "pinyin_birth" | "name_phone";

export interface SamePersonMatch extends Omit<Hit, "probe"> {
  /** Strongest first. */
  readonly reasons: readonly SameReason[];
  /** An equal number and a name that sounds the same. Anything less a person decides. */
  readonly certain: boolean;
}

const STRENGTH: readonly SameReason[] = ["resident_id", "certificate", "name_birth", "pinyin_birth", "name_phone"];

/**
 * Looks for persons who are here already, for many at once: four queries whatever the number. In the order of the probes, likeliest first.
 * `onlyCertain` leaves out what a person would have to decide, and looks for no more than that takes.
 */
export async function findSamePersons(session: Session, tx: Tx, probes: readonly SamePersonProbe[], { onlyCertain = false } = {}): Promise<SamePersonMatch[][]> {
  requireMayAdd(session.actor);
  const { actor: { orgId }, keys } = session;
  const spoken = probes.map(({ name }) => pinyinOf(name));
  const found = probes.map(() => new Map<string, Hit & { reasons: Set<SameReason> }>());
  const note = (hit: Hit, reason: SameReason) => {
    const known = found[hit.probe]!.get(hit.personId) ?? { ...hit, reasons: new Set<SameReason>() };
    known.reasons.add(reason);
    found[hit.probe]!.set(hit.personId, known);
  };
  const blinds = (system: string, numberOf: (probe: SamePersonProbe) => string | null | undefined) => probes.flatMap((probe, index) => {
    const number = numberOf(probe);
    return number ? [{ probe: index, blind: keys.blindIndex(system, plainNumber(number)) }] : [];
  });
  for (const hit of await hitsByBlind(tx, orgId, "resident_id", blinds("resident_id", ({ residentId }) => residentId))) note(hit, "resident_id");
  for (const hit of await hitsByBlind(tx, orgId, "disability_certificate", blinds("disability_certificate", ({ certificateNumber }) => certificateNumber))) note(hit, "certificate");
  // A number alone is certain under a name that sounds the same; otherwise an earlier name, since merged, may.
  const open = (probe: number) => !onlyCertain || [...found[probe]!.values()].some(({ namePinyin }) => namePinyin !== spoken[probe]);
  const born = probes.flatMap(({ birthOn }, probe) => (birthOn && open(probe) ? [{ probe, birthOn, namePinyin: spoken[probe]! }] : []));
  for (const { foundName, ...hit } of await hitsByBirth(tx, orgId, born)) note(hit, foundName === probes[hit.probe]!.name ? "name_birth" : "pinyin_birth");
  const phones = onlyCertain ? [] : probes.flatMap(({ phones: numbers = [] }, probe) => numbers.map((phone) => ({ probe, phone, namePinyin: spoken[probe]! })));
  for (const hit of await hitsByPhone(tx, orgId, phones)) note(hit, "name_phone");
  return found.map((hits, index) => [...hits.values()].map((hit) => judge(hit, spoken[index]!)).filter(({ certain }) => certain || !onlyCertain).sort((a, b) => STRENGTH.indexOf(a.reasons[0]!) - STRENGTH.indexOf(b.reasons[0]!)));
}

function judge({ personId, name, namePinyin, birthOn, sex, communityId, reasons }: Hit & { reasons: Set<SameReason> }, spoken: string): SamePersonMatch {
  const sorted = STRENGTH.filter((reason) => reasons.has(reason));
  const byNumber = reasons.has("resident_id") || reasons.has("certificate");
  const sounds = namePinyin === spoken || reasons.has("pinyin_birth") || reasons.has("name_birth");
  return { personId, name, namePinyin, birthOn, sex, communityId, reasons: sorted, certain: byNumber && sounds };
}

import type { Entry, Sent } from "../../../model/encounter.ts";
import type { Answer, Theirs } from "../../../model/sync/queue.ts";
import type { FieldEntry, FieldItem } from "./box.ts";

interface Problem {
  readonly type?: string;
  readonly params?: { readonly revision?: number };
  readonly difference?: Readonly<Record<string, { stored: unknown; sent: unknown }>>;
}
interface StoredPerson extends Readonly<Record<string, string>> { readonly stamp: string }

/** What came of it, and whether there is any use in sending more. */
export interface Posted {
  readonly answer: Answer<FieldEntry>;
  readonly goOn: boolean;
}

/** Sends one entry. No network, a closed session or a server in trouble is `lost`: it is tried again. */
export async function postItem(item: FieldItem): Promise<Posted> {
  const { id, basis, sendKey, tried, stamps, entry: { entry, why } } = item;
  const body: Sent = { id, basis, sendKey, tried: tried.filter((key) => key !== sendKey), stamps: { ...stamps }, why: basis > 0 || tried.length > 1 ? why : "", entry };
  const response = await fetch("/api/v1/encounters", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  if (response === null || response.status === 401 || response.status === 403 || response.status === 429) return { answer: { kind: "lost" }, goOn: false };
  if (response.status >= 500) return { answer: { kind: "lost" }, goOn: true };
  const told = (await response.json().catch(() => ({}))) as Problem & { revision?: number };
  if (response.ok) return { answer: { kind: "accepted", revision: told.revision ?? 1 }, goOn: true };
  const reason = told.type?.replace("/problems/", "") ?? "";
  return { answer: response.status === 412 ? { kind: "clash", theirs: theirsOf(reason, told, item) } : { kind: "refused", reason }, goOn: true };
}

function theirsOf(reason: string, { difference = {}, params }: Problem, item: FieldItem): Theirs<FieldEntry> {
  const revision = params?.revision ?? item.basis;
  if (reason === "encounter.person_changed") {
    const people = Object.values(difference).map(({ stored, sent }) => ({ stored: stored as StoredPerson, asked: String(sent) }));
    const known = people[0]!.stored;
    return {
      kind: "person", revision, entry: null, stamps: Object.fromEntries(people.map(({ stored, asked }) => [asked, stored.stamp])),
      difference: Object.fromEntries(Object.entries(known).filter(([field]) => field !== "stamp").map(([field, stored]) => [field, { stored, sent: field === "name" ? item.entry.name : null }])),
    };
  }
  const { entry: stored, ...fields } = difference;
  const withdrawn = reason === "encounter.withdrawn_meanwhile";
  return { kind: withdrawn ? "withdrawn" : "changed", revision, difference: fields, stamps: {}, entry: withdrawn || !stored ? null : { ...item.entry, entry: stored.stored as Entry } };
}

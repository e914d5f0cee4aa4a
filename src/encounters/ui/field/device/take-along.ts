import { adopt, isUnsent, type Item } from "../../../model/sync/queue.ts";
import type { TakenAlong } from "../../../service/take-along.ts";
import type { FieldBox } from "./box.ts";

/** Today's people as the device shows them. */
export interface FieldList {
  readonly people: TakenAlong["people"];
  readonly topics: TakenAlong["topics"];
  /** Until when the people may be read here; null once that is over. */
  readonly until: string | null;
}

/** Fetches today's people; without a network the last list stays as long as it may. Records of one's own come along, and never over anything unsent. */
export async function takeAlong(box: FieldBox, orgId: string): Promise<"done" | "signed out"> {
  const asked = await rememberAsked(box);
  // Only what was received before it is asked may be missing from the answer: what is sent meanwhile is not in it yet.
  const [entries, photos] = await Promise.all([box.entries.items(), box.photos.items()]);
  const response = await fetch(`/api/v1/field${asked.length > 0 ? `?with=${asked.join(",")}` : ""}`).catch(() => null);
  if (response?.status === 401) return "signed out";
  if (response?.status === 403) await box.forgetList();
  if (!response?.ok) return "done";
  const taken = (await response.json()) as TakenAlong;
  if (taken.orgId !== orgId) return "done";
  await box.writeList(taken.people, new Date());
  await box.write("topics", taken.topics);
  for (const { id, revision, sendKey, entry } of taken.entries) {
    const name = taken.people.find(({ personId }) => personId === entry.people[0]?.personId)?.name ?? "";
    await box.entries.change(id, (known) => adopt(known, id, revision, sendKey, { entry, name, why: "" }));
  }
  const here = new Set(taken.entries.map(({ id }) => id));
  const forget = <E>(now: Item<E> | undefined) => (now && !isUnsent(now) ? null : undefined);
  for (const item of entries) if (!isUnsent(item) && !here.has(item.id)) await box.entries.change(item.id, forget);
  for (const photo of photos) if (!isUnsent(photo) && !here.has(photo.entry.of)) await box.photos.change(photo.id, forget);
  return "done";
}

/** What the device has of it now; null when nothing was ever taken along. */
export async function listOf(box: FieldBox): Promise<FieldList | null> {
  const [held, topics] = await Promise.all([box.readList<TakenAlong["people"]>(new Date()), box.read<TakenAlong["topics"]>("topics")]);
  return topics === undefined ? null : { topics, people: held?.list ?? [], until: held?.until ?? null };
}

/** Whom somebody asked for by the address (`/field?with=…`), today; the address itself is forgotten at once. */
async function rememberAsked(box: FieldBox): Promise<readonly string[]> {
  const day = new Date().toDateString();
  const kept = await box.read<{ day: string; ids: string[] }>("asked");
  const fresh = new URLSearchParams(location.search).get("with");
  const ids = [...new Set([...(kept?.day === day ? kept.ids : []), ...(fresh ? [fresh] : [])])].slice(-20);
  if (!fresh) return ids;
  await box.write("asked", { day, ids });
  history.replaceState(history.state, "", location.pathname);
  return ids;
}

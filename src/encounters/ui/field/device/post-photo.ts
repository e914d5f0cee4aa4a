import type { Answer } from "../../../model/sync/queue.ts";
import type { FieldBox, FieldPhoto, FieldPhotoItem } from "./box.ts";

/** Sends one photograph, and whether there is any use in sending more. A refusal is of this one alone. */
export async function postPhoto(box: FieldBox, { id, entry: { of, caption, shows, image } }: FieldPhotoItem): Promise<{ readonly answer: Answer<FieldPhoto>; readonly goOn: boolean }> {
  const picture = await box.read<string>(image);
  if (picture === undefined) return { answer: { kind: "refused", reason: "encounter.photo_lost" }, goOn: true };
  const response = await fetch(`/api/v1/encounters/${of}/photos`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id, caption, shows, image: picture }) }).catch(() => null);
  if (response === null || response.status === 401 || response.status === 429) return { answer: { kind: "lost" }, goOn: false };
  if (response.status >= 500) return { answer: { kind: "lost" }, goOn: true };
  if (response.ok) return { answer: { kind: "accepted", revision: 1 }, goOn: true };
  const told = (await response.json().catch(() => ({}))) as { type?: string };
  const reason = told.type?.replace("/problems/", "") ?? "";
  return reason.startsWith("access.") ? { answer: { kind: "lost" }, goOn: false } : { answer: { kind: "refused", reason }, goOn: true };
}

import { readableCases, requireCase } from "#casework/index.ts";
import { personCards, whoAllows } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { Refusal } from "#kernel/refusal.ts";
import { photoState, type PhotoState } from "../../model/photo.ts";
import { chainOf, type RevisionRow, type Withdrawal } from "../../store/encounters.ts";
import type { PhotoRow } from "../../store/photos.ts";

/** The cases a record ever belonged to: a correction by somebody else does not take its photographs out of them. */
const casesOfChain = (revisions: readonly RevisionRow[]) => [...new Set(revisions.flatMap(({ caseId }) => caseId ?? []))];

/** Whether the actor may have the photographs of a record: whoever stands near every case it ever belonged to. */
export async function mayHavePhotos(session: Session, tx: Tx, revisions: readonly RevisionRow[]): Promise<boolean> {
  const caseIds = casesOfChain(revisions);
  return caseIds.length === 0 || (session.actor.strong && (await readableCases(session, tx, caseIds)).size === caseIds.length);
}

/** The record photographs belong to, for whoever may have them; the capability is the caller's to ask. */
export async function requirePhotoRecord(session: Session, tx: Tx, encounterId: string): Promise<{ standing: RevisionRow; withdrawal: Withdrawal | null }> {
  const { revisions, withdrawal } = await chainOf(tx, session.actor.orgId, encounterId);
  const [standing] = revisions;
  if (!standing) throw new Refusal("not_found", "encounter.not_found");
  for (const caseId of casesOfChain(revisions)) await requireCase(session, tx, caseId);
  return { standing, withdrawal };
}

/** How photographs of one record stand today: consents and keeping of data as they are in this transaction. */
export async function photoStates({ actor: { orgId }, today }: Session, tx: Tx, { people }: Pick<RevisionRow, "people">, photos: readonly PhotoRow[]): Promise<ReadonlyMap<string, PhotoState>> {
  const ids = [...new Set([...people.map(({ personId }) => personId), ...photos.flatMap(({ shows }) => shows)])];
  const agreed = await whoAllows(tx, orgId, ids, "photograph", today);
  const cards = await personCards(tx, orgId, ids);
  const withheld = ids.some((id) => cards.get(id)?.withheldOn !== null);
  return new Map(photos.map((photo) => [photo.id, photoState({ withdrawn: photo.withdrawal !== null, shows: photo.shows }, { agreed, withheld })]));
}

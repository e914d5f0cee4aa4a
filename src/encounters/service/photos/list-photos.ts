import { personCards, whoAllows } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PhotoState } from "../../model/photo.ts";
import type { RevisionRow } from "../../store/encounters.ts";
import { photosOf, type PhotoRow } from "../../store/photos.ts";
import { mayHavePhotos, photoStates } from "./photo-ground.ts";

/** A photograph as its record shows it: of one that is cut or was taken back neither words nor who is in it. */
export interface ShownPhoto extends Pick<PhotoRow, "id" | "width" | "height" | "addedByName" | "addedAt" | "withdrawal"> {
  readonly state: PhotoState;
  readonly caption: string;
  readonly shows: readonly string[];
}

export interface RecordPhotos {
  /** False for whoever may not open the case the record belongs to: then nothing is said of them at all. */
  readonly mayHave: boolean;
  readonly photos: readonly ShownPhoto[];
  /** Who took part, and whether they agreed to be photographed. */
  readonly offered: readonly { readonly personId: string; readonly name: string; readonly agreed: boolean }[];
}

/** The photographs of a record, for its page. The pictures themselves are opened one by one. */
export async function listPhotos(session: Session, tx: Tx, revisions: readonly RevisionRow[]): Promise<RecordPhotos> {
  const { actor: { orgId }, today } = session;
  const [standing] = revisions;
  if (!standing || !(await mayHavePhotos(session, tx, revisions))) return { mayHave: false, photos: [], offered: [] };
  const rows = await photosOf(tx, orgId, standing.encounterId);
  const states = await photoStates(session, tx, standing, rows);
  const ids = [...new Set([...standing.people.map(({ personId }) => personId), ...rows.flatMap(({ shows }) => shows)])];
  const cards = await personCards(tx, orgId, ids);
  const agreed = await whoAllows(tx, orgId, ids, "photograph", today);
  const nameOf = (id: string) => { const card = cards.get(id); return card?.withheldOn === null ? card.preferredName ?? card.name : null; };
  return {
    mayHave: true,
    photos: rows.map(({ id, width, height, addedByName, addedAt, withdrawal, caption, shows }) => {
      const state = states.get(id)!;
      return { id, width, height, addedByName, addedAt, withdrawal, state, ...(state === "open" ? { caption, shows: shows.flatMap((one) => nameOf(one) ?? []) } : { caption: "", shows: [] }) };
    }),
    offered: standing.people.flatMap(({ personId }) => { const name = nameOf(personId); return name === null ? [] : [{ personId, name, agreed: agreed.has(personId) }]; }),
  };
}

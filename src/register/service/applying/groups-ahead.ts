import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { personOfRows, type PersonDraft } from "../../model/import/person-of-rows.ts";
import { rowsOfPersons, type KeptRow } from "../../store/rows.ts";

/** The rows of one person, and what they say together. */
export interface DraftGroup { readonly rows: readonly [KeptRow, ...KeptRow[]]; readonly draft: PersonDraft }
interface Reading { readonly from: number; readonly to: number; readonly groups: Promise<DraftGroup[] | null> }

/** Reads the persons of the next chunk while the last is being written. Once an import is accepted its rows stay as they are. */
export class GroupsAhead {
  readonly #session: Session;
  readonly #importId: string;
  #reading: Reading | null = null;

  constructor(session: Session, importId: string) {
    this.#session = session;
    this.#importId = importId;
  }

  /** Begins to read a chunk, on a connection of its own. A reading that fails is made again when its rows are needed. */
  begin(from: number, to: number): void {
    this.#reading = { from, to, groups: this.#session.read((tx) => this.#read(tx, from, to)).catch(() => null) };
  }

  /** Waits for what is being read. Before a transaction, never within: it would hold one connection while it waits for another. */
  async settle(): Promise<void> {
    await this.#reading?.groups;
  }

  /** The persons who stand for the first time in `[from, to)`. */
  async take(tx: Tx, from: number, to: number): Promise<DraftGroup[]> {
    const reading = this.#reading;
    this.#reading = null;
    const groups = reading?.from === from && reading.to === to ? await reading.groups : null;
    return groups ?? this.#read(tx, from, to);
  }

  async #read(tx: Tx, from: number, to: number): Promise<DraftGroup[]> {
    const { actor, keys } = this.#session;
    return groupsOf(await rowsOfPersons(tx, actor.orgId, keys, this.#importId, from, to));
  }
}

function groupsOf(rows: readonly KeptRow[]): DraftGroup[] {
  const groups = new Map<number, [KeptRow, ...KeptRow[]]>();
  for (const row of rows) {
    const group = groups.get(row.firstPosition);
    if (group) group.push(row);
    else groups.set(row.firstPosition, [row]);
  }
  return [...groups.values()].map((own) => ({ rows: own, draft: personOfRows(own) }));
}

import { openDB, type IDBPDatabase } from "idb";
import { importKey, keyTag, seal, unseal } from "#platform/device/sealed-box.ts";
import type { Entry } from "../../model/encounter.ts";
import type { Item } from "../../model/sync/queue.ts";

/** An entry as the phone keeps it: with the name it is shown under, and why it was typed over. */
export interface FieldEntry {
  readonly entry: Entry;
  readonly name: string;
  readonly why: string;
}
export type FieldItem = Item<FieldEntry>;

/** What one account keeps on this device for one organisation, each piece sealed under its own name. */
export interface FieldBox {
  items(): Promise<FieldItem[]>;
  /** Changes one entry with nothing in between; null takes it away. Another id takes its place. */
  change(id: string, work: (item: FieldItem | undefined) => FieldItem | null | undefined): Promise<void>;
  read<T>(name: string): Promise<T | undefined>;
  write(name: string, value: unknown): Promise<void>;
}

const STORE = "sealed";

/** Opens the box of the account the key belongs to. What is damaged or another's is left where it lies. */
export async function openBox(key64: string, orgId: string): Promise<FieldBox> {
  const [key, tag, db] = await Promise.all([importKey(key64), keyTag(key64), openDB("linli-field", 1, { upgrade: (fresh) => { fresh.createObjectStore(STORE); } })]);
  const place = (name: string) => `${tag}/${orgId}/${name}`;
  const read = async <T>(name: string) => {
    const sealed = (await db.get(STORE, place(name))) as string | undefined;
    return sealed === undefined ? undefined : unseal<T>(key, place(name), sealed);
  };
  const write = async (name: string, value: unknown) => { await db.put(STORE, await seal(key, place(name), value), place(name)); };
  return {
    read, write,
    items: async () => (await Promise.all((await itemNames(db, place("item/"))).map((full) => read<FieldItem>(full.slice(place("").length))))).filter((item) => item !== undefined),
    change: (id, work) => navigator.locks.request(`linli-field/${id}`, async () => {
      const next = work(await read<FieldItem>(`item/${id}`));
      if (next === undefined) return;
      if (next !== null) await write(`item/${next.id}`, next);
      if (next === null || next.id !== id) await db.delete(STORE, place(`item/${id}`));
    }),
  };
}

async function itemNames(db: IDBPDatabase, prefix: string): Promise<string[]> {
  return (await db.getAllKeys(STORE, IDBKeyRange.bound(prefix, `${prefix}\uffff`))) as string[];
}

import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { importKey, keyTag, placeTag, seal, textOf, unseal } from "#platform/device/sealed-box.ts";
import type { Entry } from "../../../model/encounter.ts";
import { isOver, listTime, type ListTime } from "../../../model/sync/kept-list.ts";
import { isUnsent, type Item } from "../../../model/sync/queue.ts";

/** An entry as the phone keeps it: with the name it is shown under, and why it was typed over. */
export interface FieldEntry {
  readonly entry: Entry;
  readonly name: string;
  readonly why: string;
}
export type FieldItem = Item<FieldEntry>;

/** A photograph as the phone keeps it; the picture itself lies apart, under `image`. */
export interface FieldPhoto {
  /** The entry it belongs to. */
  readonly of: string;
  readonly name: string;
  readonly caption: string;
  readonly shows: readonly string[];
  readonly image: string;
}
export type FieldPhotoItem = Item<FieldPhoto>;

/** Items of one kind. What only this device has lies under the account's key; what was received lies with the list, and goes when its time is over. */
export interface Shelf<E> {
  items(): Promise<Item<E>[]>;
  /** Changes one item with nothing in between; null takes it away. Another id takes its place. */
  change(id: string, work: (item: Item<E> | undefined) => Item<E> | null | undefined): Promise<void>;
}

/** What one account keeps on this device for one organisation, each piece sealed under its own name. */
export interface FieldBox {
  readonly entries: Shelf<FieldEntry>;
  readonly photos: Shelf<FieldPhoto>;
  read<T>(name: string): Promise<T | undefined>;
  /** Null takes it away. */
  write(name: string, value: unknown): Promise<void>;
  /** What was begun in a form and not saved. It goes with the list, and when somebody signs out. */
  readBegun<T>(formKey: string): Promise<T | undefined>;
  writeBegun(formKey: string, value: unknown): Promise<void>;
  /** The list of people and until when it may be read; undefined, and gone, once its time is over. */
  readList<T>(now: Date): Promise<{ readonly list: T; readonly until: string } | undefined>;
  writeList(list: unknown, now: Date): Promise<void>;
  forgetList(): Promise<void>;
}

/** The list's own key, sealed under the account's, with its time in the clear: so that it can be thrown away by whoever opens the page. */
interface ListKey extends ListTime { readonly sealed: string }
interface Stored extends DBSchema {
  sealed: { key: string; value: string };
  listKeys: { key: string; value: ListKey };
}
type Db = IDBPDatabase<Stored>;

/** The owner (tag of the account's key, organisation) of what goes with a list; `taken` is what it was called before it had a key of its own. */
const WITH_LIST = /^(.{12}\/[0-9a-f-]{36})\/(?:kept\/|list$|taken$)/;

const BEGUN = /^.{12}\/[0-9a-f-]{36}\/kept\/begun\//;

const openDevice = () => openDB<Stored>("linli-field", 2, {
  upgrade: (db, before) => {
    if (before < 1) db.createObjectStore("sealed");
    db.createObjectStore("listKeys");
  },
});

/** Throws away every list whose time is over, whoever's it is; asks for no key and no network. */
export async function sweepLists(now: Date): Promise<void> {
  const db = await openDevice();
  const tx = db.transaction(["sealed", "listKeys"], "readwrite");
  const held = new Set<string>();
  for (const owner of await tx.objectStore("listKeys").getAllKeys()) {
    const time = await tx.objectStore("listKeys").get(owner);
    if (time && !isOver(time, now)) held.add(owner);
    else await tx.objectStore("listKeys").delete(owner);
  }
  for (const name of await tx.objectStore("sealed").getAllKeys()) {
    const owner = WITH_LIST.exec(name)?.[1];
    if (owner && (!held.has(owner) || name.endsWith("/taken"))) await tx.objectStore("sealed").delete(name);
  }
  await tx.done;
  db.close();
}

/** Throws away whatever was begun and not saved, whoever's it is; asks for no key. */
export async function sweepBegun(): Promise<void> {
  const db = await openDevice();
  const tx = db.transaction("sealed", "readwrite");
  for (const name of await tx.store.getAllKeys()) if (BEGUN.test(name)) await tx.store.delete(name);
  await tx.done;
  db.close();
}

/** Opens the box of the account the key belongs to. What is damaged or another's is left where it lies. */
export async function openBox(key64: string, orgId: string): Promise<FieldBox> {
  await sweepLists(new Date());
  const [key, tag, db] = await Promise.all([importKey(key64), keyTag(key64), openDevice()]);
  const owner = `${tag}/${orgId}`;
  const place = (name: string) => `${owner}/${name}`;
  const read = async <T>(name: string) => {
    const sealed = await db.get("sealed", place(name));
    return sealed === undefined ? undefined : unseal<T>(key, place(name), sealed);
  };
  const write = async (name: string, value: unknown) => { await (value === null ? db.delete("sealed", place(name)) : db.put("sealed", await seal(key, place(name), value), place(name))); };
  const begun = async (formKey: string) => `kept/begun/${await placeTag(key64, formKey)}`;
  const forgetList = async () => {
    await db.delete("listKeys", owner);
    await sweepLists(new Date());
  };
  return {
    read, write, forgetList, readBegun: async (formKey) => read(await begun(formKey)), writeBegun: async (formKey, value) => write(await begun(formKey), value), entries: shelf(db, key, owner, "item"), photos: shelf(db, key, owner, "photo"),
    readList: async <T>(now: Date) => {
      const held = await db.get("listKeys", owner);
      if (!held || isOver(held, now)) { await forgetList(); return undefined; }
      const own = await unseal<string>(key, place("list-key"), held.sealed);
      const sealed = await db.get("sealed", place("list"));
      const list = own && sealed ? await unseal<T>(await importKey(own), place("list"), sealed) : undefined;
      return list && { list, until: held.until };
    },
    writeList: async (list, now) => {
      const own = textOf(crypto.getRandomValues(new Uint8Array(32)));
      const [sealed, sealedKey] = await Promise.all([seal(await importKey(own), place("list"), list), seal(key, place("list-key"), own)]);
      const tx = db.transaction(["sealed", "listKeys"], "readwrite");
      await Promise.all([tx.objectStore("sealed").put(sealed, place("list")), tx.objectStore("listKeys").put({ ...listTime(now), sealed: sealedKey }, owner), tx.done]);
    },
  };
}

function shelf<E>(db: Db, key: CryptoKey, owner: string, kind: string): Shelf<E> {
  const [own, kept] = [`${owner}/${kind}/`, `${owner}/kept/${kind}/`];
  const at = async (name: string) => {
    const sealed = await db.get("sealed", name);
    return sealed === undefined ? undefined : unseal<Item<E>>(key, name, sealed);
  };
  const namesUnder = (prefix: string) => db.getAllKeys("sealed", IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  return {
    items: async () => (await Promise.all([...await namesUnder(own), ...await namesUnder(kept)].map(at))).filter((item) => item !== undefined),
    change: (id, work) => navigator.locks.request(`linli-field/${kind}/${id}`, async () => {
      const next = work(await at(own + id) ?? await at(kept + id));
      if (next === undefined) return;
      const name = next && (isUnsent(next) ? own : kept) + next.id;
      const sealed = name && await seal(key, name, next);
      const tx = db.transaction("sealed", "readwrite");
      await Promise.all([tx.store.delete(own + id), tx.store.delete(kept + id), ...(name && sealed ? [tx.store.put(sealed, name)] : []), tx.done]);
    }),
  };
}

/** Where an entry on the device stands. Each has a state of its own; one that is refused holds up no other. */
export type ItemState = "waiting" | "sending" | "accepted" | "refused" | "clash";

/** What stood in the way: the entry was changed or taken back there, or a person in it is known otherwise by now. */
export interface Theirs<E> {
  readonly kind: "changed" | "withdrawn" | "person";
  readonly revision: number;
  /** What stands there; null unless it was changed. */
  readonly entry: E | null;
  /** Fields that differ, for showing side by side; also a person's that changed meanwhile. */
  readonly difference: Readonly<Record<string, { readonly stored: unknown; readonly sent: unknown }>>;
  /** The persons as they are known now. */
  readonly stamps: Readonly<Record<string, string>>;
}

/** One entry on a device. */
export interface Item<E> {
  readonly id: string;
  readonly basis: number;
  readonly sendKey: string;
  readonly tried: readonly string[];
  readonly stamps: Readonly<Record<string, string>>;
  readonly entry: E;
  readonly state: ItemState;
  readonly attempts: number;
  /** Why it was refused, in words for whoever reads the screen. */
  readonly reason: string | null;
  readonly theirs: Theirs<E> | null;
}

/** What came of a sending; `lost` when nobody knows. */
export type Answer<E> =
  | { readonly kind: "accepted"; readonly revision: number }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "clash"; readonly theirs: Theirs<E> }
  | { readonly kind: "lost" };

/** An entry just typed. */
export function enter<E>(id: string, sendKey: string, entry: E, stamps: Item<E>["stamps"] = {}): Item<E> {
  return { id, basis: 0, sendKey, tried: [], stamps, entry, state: "waiting", attempts: 0, reason: null, theirs: null };
}

/** An entry the keeper has already, taken along. Never touches one that holds something of its own. */
export function adopt<E>(known: Item<E> | undefined, id: string, revision: number, sendKey: string, entry: E): Item<E> {
  if (known && (known.state !== "accepted" || known.basis >= revision)) return known;
  return { ...enter(id, sendKey, entry, known?.stamps), basis: revision, state: "accepted" };
}

/** Typed over, at any time: what is on its way goes on under its old key, and the new words wait their turn. */
export function edit<E>(item: Item<E>, sendKey: string, entry: E): Item<E> {
  if (item.state === "clash") return { ...item, sendKey, entry };
  return { ...item, sendKey, entry, state: "waiting", reason: null };
}

/** Leaves the device. From here on its key may be known to the keeper, whatever happens to the answer. */
export function begin<E>(item: Item<E>): Item<E> {
  const tried = item.tried.includes(item.sendKey) ? item.tried : [...item.tried, item.sendKey];
  return { ...item, tried, state: "sending", attempts: item.attempts + 1 };
}

/** The answer to the sending under `sendKey`, which may be older than what now waits. */
export function settle<E>(item: Item<E>, sendKey: string, answer: Answer<E>): Item<E> {
  const current = item.sendKey === sendKey && (item.state === "sending" || item.state === "waiting");
  switch (answer.kind) {
    case "lost": return current ? { ...item, state: "waiting" } : item;
    case "accepted": {
      const basis = Math.max(item.basis, answer.revision);
      return current ? { ...item, basis, state: "accepted", attempts: 0, reason: null } : { ...item, basis };
    }
    case "refused": return current ? { ...item, state: "refused", reason: answer.reason } : item;
    case "clash": return current ? { ...item, state: "clash", theirs: answer.theirs } : item;
  }
}

/** Mine goes on over what is there, having seen it; or what is there stays, and mine is given up knowingly: then null, or what stands. */
export function choose<E>(item: Item<E>, side: "mine" | "theirs", fresh: { readonly id: string; readonly sendKey: string }): Item<E> | null {
  const { theirs } = item;
  if (item.state !== "clash" || !theirs) return item;
  if (side === "theirs") return theirs.entry === null ? null : { ...item, entry: theirs.entry, basis: theirs.revision, state: "accepted", theirs: null };
  const again = { ...item, sendKey: fresh.sendKey, stamps: { ...item.stamps, ...theirs.stamps }, state: "waiting" as const, theirs: null };
  if (theirs.kind === "withdrawn") return { ...again, id: fresh.id, basis: 0, tried: [] }; // mine stands as an entry of its own
  return { ...again, basis: theirs.revision };
}

/** After a crash nobody knows what became of what was on its way: it waits again, under its own key. */
export function wake<E>(item: Item<E>): Item<E> {
  return item.state === "sending" ? { ...item, state: "waiting" } : item;
}

/** The next to send: what was tried least, so that none holds up another. */
export function nextToSend<E>(items: readonly Item<E>[]): Item<E> | undefined {
  return items.filter(({ state }) => state === "waiting").toSorted((a, b) => a.attempts - b.attempts)[0];
}

/** What the device alone holds: not to be thrown away. */
export const isUnsent = ({ state }: { readonly state: ItemState }): boolean => state !== "accepted";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useRouteLoaderData } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { forgetLock, readLock } from "#platform/device/lock-place.ts";
import { openBox, sweepLists, type FieldBox, type FieldItem, type FieldPhotoItem } from "./device/box.ts";
import { keepShell } from "./device/keep-shell.ts";
import { sendWaiting } from "./device/send-waiting.ts";
import { listOf, takeAlong, type FieldList } from "./device/take-along.ts";

/** What waits is tried again after so long, besides whenever the network comes back. */
const AGAIN_MS = 20_000;

export interface FieldKey { readonly key: string; readonly orgId: string }

/** What lies on the device, and the day it is there. */
interface Kept {
  readonly taken: FieldList | null;
  readonly items: readonly FieldItem[];
  readonly photos: readonly FieldPhotoItem[];
  readonly today: string;
}

/** The page's state: who opened it, what is on the device, how it stands with the network. */
export interface Field extends Kept {
  /** `opening` before the browser has a say, `locked` when a PIN is asked for, `away` when there is nothing to open it with. */
  readonly stage: "opening" | "locked" | "away" | "open";
  readonly key: FieldKey | null;
  readonly online: boolean;
  /** True after the server said that nobody is signed in. */
  readonly signedOut: boolean;
  readonly shellKept: boolean;
  unlockedWith(key: FieldKey): void;
  /** Changes what is on the device, and shows it. */
  change(work: (box: FieldBox) => Promise<void>): Promise<void>;
  sendNow(): void;
}

interface Root { readonly signedIn: { readonly draftKey: string; readonly organization: { readonly id: string } } | null }

export function useField(): Field {
  const { key, unlockedWith, locked } = useFieldKey();
  const [kept, setKept] = useState<Kept | null>(null);
  const [told, setTold] = useState({ signedOut: false, shellKept: false });
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine, () => true);
  const box = useRef<FieldBox>(undefined);

  const look = useCallback(async () => {
    const taken = await listOf(box.current!); // before the items: what was received goes with the list
    const [items, photos] = await Promise.all([box.current!.entries.items(), box.current!.photos.items()]);
    setKept({ items, photos, taken, today: dayIn(new Date(), "Asia/Shanghai") });
  }, []);
  const send = useCallback(() => sendWaiting(box.current!, look).then(look), [look]);

  useEffect(() => { void sweepLists(new Date()); }, []);
  useEffect(() => {
    if (!key) return;
    let gone = false;
    void openBox(key.key, key.orgId).then((opened) => {
      if (!gone) box.current = opened;
      return gone ? undefined : look();
    });
    return () => { gone = true; };
  }, [key, look]);

  const isOpen = kept !== null;
  useEffect(() => {
    if (!key || !isOpen || !online) return;
    void (async () => {
      const signedOut = (await takeAlong(box.current!, key.orgId)) === "signed out";
      if (signedOut) forgetLock();
      await look().then(send);
      const shellKept = await keepShell().then(() => true, () => false);
      setTold({ signedOut, shellKept });
    })();
  }, [key, isOpen, online, look, send]);
  useLookWhenOver(kept?.taken?.until ?? null, look);
  useSendAgain(online && kept !== null && [...kept.items, ...kept.photos].some(({ state }) => state === "waiting"), send);

  return {
    stage: kept ? "open" : key || locked === null ? "opening" : locked ? "locked" : "away", key, online, unlockedWith, ...told, ...(kept ?? { taken: null, items: [], photos: [], today: "" }),
    sendNow: () => void send(), change: async (work) => { await work(box.current!); await look(); },
  };
}

/** The moment the list is over, the page shows it no longer. */
function useLookWhenOver(until: string | null, look: () => Promise<void>): void {
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => void look(), Math.max(0, Date.parse(until) - Date.now()) + 1000);
    return () => clearTimeout(timer);
  }, [until, look]);
}

function useSendAgain(waiting: boolean, send: () => Promise<void>): void {
  useEffect(() => {
    if (!waiting) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, send]);
}

/** The key: of whoever is signed in, or behind the PIN. `locked` is null before the browser has a say. */
function useFieldKey() {
  const signedIn = useRouteLoaderData<Root>("root")?.signedIn ?? null;
  const [unlocked, unlockedWith] = useState<FieldKey | null>(null);
  const locked = useSyncExternalStore<boolean | null>(never, () => readLock() !== undefined, () => null);
  const given = useMemo(() => (signedIn ? { key: signedIn.draftKey, orgId: signedIn.organization.id } : null), [signedIn]);
  return { key: given ?? unlocked, unlockedWith, locked };
}

const never = () => () => {};

function watchNetwork(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => { removeEventListener("online", changed); removeEventListener("offline", changed); };
}

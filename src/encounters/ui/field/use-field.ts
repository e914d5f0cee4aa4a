import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useRouteLoaderData } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { forgetLock, readLock } from "#platform/device/lock-place.ts";
import { adopt, isUnsent } from "../../model/sync/queue.ts";
import type { TakenAlong } from "../../service/take-along.ts";
import { openBox, type FieldBox, type FieldItem } from "./box.ts";
import { keepShell } from "./keep-shell.ts";
import { postItem } from "./post-item.ts";
import { sendWaiting } from "./send-waiting.ts";

/** What waits is tried again after so long, besides whenever the network comes back. */
const AGAIN_MS = 20_000;

export interface FieldKey { readonly key: string; readonly orgId: string }

/** What lies on the device, and the day it is there. */
interface Kept {
  readonly taken: TakenAlong | null;
  readonly items: readonly FieldItem[];
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
  change(id: string, work: Parameters<FieldBox["change"]>[1]): Promise<void>;
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
    const [items, taken] = await Promise.all([box.current!.items(), box.current!.read<TakenAlong>("taken")]);
    setKept({ items, taken: taken ?? null, today: dayIn(new Date(), "Asia/Shanghai") });
  }, []);
  const send = useCallback(() => sendWaiting(box.current!, postItem, look).then(look), [look]);

  useEffect(() => {
    if (!key) return;
    let gone = false;
    void openBox(key.key, key.orgId).then(async (opened) => {
      if (gone) return;
      box.current = opened;
      await look();
      const signedOut = (await takeAlong(opened, key.orgId)) === "signed out";
      if (signedOut) forgetLock();
      await send();
      const shellKept = await keepShell().then(() => true, () => false);
      setTold({ signedOut, shellKept });
    });
    return () => { gone = true; };
  }, [key, look, send]);

  const waiting = kept?.items.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (!online || !waiting) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [online, waiting, send]);

  return {
    stage: kept ? "open" : key || locked === null ? "opening" : locked ? "locked" : "away", key, online, unlockedWith, ...told, ...(kept ?? { taken: null, items: [], today: "" }),
    sendNow: () => void send(), change: async (id, work) => { await box.current!.change(id, work); await look(); },
  };
}

/** The key: of whoever is signed in, or behind the PIN. `locked` is null before the browser has a say. */
function useFieldKey() {
  const signedIn = useRouteLoaderData<Root>("root")?.signedIn ?? null;
  const [unlocked, unlockedWith] = useState<FieldKey | null>(null);
  const locked = useSyncExternalStore<boolean | null>(never, () => readLock() !== undefined, () => null);
  const given = useMemo(() => (signedIn ? { key: signedIn.draftKey, orgId: signedIn.organization.id } : null), [signedIn]);
  return { key: given ?? unlocked, unlockedWith, locked };
}

/** Fetches today's people; without a network the last list stays. Records of one's own come along, and never over anything unsent. */
async function takeAlong(box: FieldBox, orgId: string): Promise<"done" | "signed out"> {
  const asked = await rememberAsked(box);
  const response = await fetch(`/api/v1/field${asked.length > 0 ? `?with=${asked.join(",")}` : ""}`).catch(() => null);
  if (response?.status === 401) return "signed out";
  if (!response?.ok) return "done";
  const taken = (await response.json()) as TakenAlong;
  if (taken.orgId !== orgId) return "done";
  await box.write("taken", taken);
  for (const { id, revision, sendKey, entry } of taken.entries) {
    const name = taken.people.find(({ personId }) => personId === entry.people[0]?.personId)?.name ?? "";
    await box.change(id, (known) => adopt(known, id, revision, sendKey, { entry, name, why: "" }));
  }
  const here = new Set(taken.entries.map(({ id }) => id));
  for (const item of await box.items()) if (!isUnsent(item) && !here.has(item.id)) await box.change(item.id, (now) => (now && !isUnsent(now) ? null : undefined));
  return "done";
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

const never = () => () => {};

function watchNetwork(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => { removeEventListener("online", changed); removeEventListener("offline", changed); };
}

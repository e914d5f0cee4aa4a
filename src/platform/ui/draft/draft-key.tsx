import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { useLocation } from "react-router";
import { DRAFT_DONE_COOKIE, readCookie } from "./done-cookie.ts";
import { openShelf, type DraftShelf } from "./draft-shelf.ts";

type ShelfPromise = Promise<DraftShelf | undefined>;

const NO_SHELF: ShelfPromise = Promise.resolve(undefined);
const ShelfContext = createContext<ShelfPromise>(NO_SHELF);

/**
 * Gives every form its drafts. `draftKey` (base64, 32 bytes) is derived by the server for this account and stays the
 * same over its sessions; nobody signed in means no key and no drafts. Also throws away the draft of a form the server accepted.
 */
export function DraftProvider({ draftKey, children }: { draftKey: string | undefined; children: ReactNode }) {
  const shelf = useMemo(() => shelfOfDevice(draftKey), [draftKey]);
  // Asked again after every step through the pages, and cheap: one look at the cookies.
  useLocation();
  useEffect(() => {
    const done = readCookie(document.cookie, DRAFT_DONE_COOKIE);
    if (!done) return;
    document.cookie = `${DRAFT_DONE_COOKIE}=; path=/; max-age=0`;
    void shelf.then((open) => open?.forget(done));
  });
  return <ShelfContext value={shelf}>{children}</ShelfContext>;
}

function shelfOfDevice(draftKey: string | undefined): ShelfPromise {
  if (typeof window === "undefined") return NO_SHELF;
  try {
    return openShelf(draftKey, window.localStorage, new Date()).catch(() => undefined);
  } catch {
    return NO_SHELF; // Storage forbidden by the browser.
  }
}

/** The drafts of whoever is signed in. */
export function useShelf(): ShelfPromise {
  return useContext(ShelfContext);
}

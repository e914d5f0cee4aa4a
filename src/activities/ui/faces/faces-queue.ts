import { z } from "zod";
import { FACES, type Press } from "../../model/faces.ts";

/** What waits is tried again after so long, besides when the network comes back. */
const AGAIN_MS = 5000;

const Kept = z.array(z.object({ answerId: z.uuid(), face: z.enum([...FACES, "undone"]) }));

/** How it stands with the presses of this device. */
export interface Standing {
  readonly waiting: readonly Press[];
  /** Numbers given out since the page was opened. */
  readonly pressed: number;
  /** Answers less those taken back, with what still lay here when the page was opened. */
  readonly taken: number;
  /** The first that waits did not get through. */
  readonly away: boolean;
  /** The server did not take one. */
  readonly refused: boolean;
  /** The server has as many as people were there. */
  readonly full: boolean;
}

export const NOTHING: Standing = { waiting: [], pressed: 0, taken: 0, away: false, refused: false, full: false };

export interface FacesQueue {
  look(): Standing;
  /** Keeps sending as long as somebody looks. */
  watch(changed: () => void): () => void;
  press(press: Press): void;
}

/** Sends presses one after the other; each stays on the device until the server has it, also when the page is closed. Only numbers and faces lie there. */
export function openQueue(sessionId: string): FacesQueue {
  const place = `linli-faces/${sessionId}`;
  let now: Standing = NOTHING;
  let sending = false;
  const watchers = new Set<() => void>();
  const set = (change: Partial<Standing>) => {
    now = { ...now, ...change };
    keep(place, now.waiting);
    for (const tell of watchers) tell();
  };
  const send = async () => {
    if (sending) return;
    sending = true;
    for (let first = now.waiting[0]; first; first = now.waiting[0]) {
      const came = await post(sessionId, first);
      if (came === "away") { set({ away: true }); break; }
      set({ away: false, waiting: now.waiting.slice(1), refused: came !== "kept", full: now.full || came === "enough" });
    }
    sending = false;
  };
  return {
    look: () => now,
    watch(changed) {
      if (watchers.size === 0) set(withKept(now, place));
      watchers.add(changed);
      const again = () => void send();
      const timer = setInterval(again, AGAIN_MS);
      addEventListener("online", again);
      again();
      return () => { watchers.delete(changed); clearInterval(timer); removeEventListener("online", again); };
    },
    press(press) {
      const undone = press.face === "undone";
      set({ waiting: [...now.waiting, press], pressed: now.pressed + (undone ? 0 : 1), taken: now.taken + (undone ? -1 : 1), refused: false, ...(undone && { full: false }) });
      void send();
    },
  };
}

/** What an earlier page left here goes first. */
function withKept(now: Standing, place: string): Partial<Standing> {
  if (now.pressed > 0) return {};
  const waiting = readKept(place);
  return { waiting, taken: waiting.reduce((sum, { face }) => sum + (face === "undone" ? -1 : 1), 0) };
}

/** No network, a closed session or a server in trouble: nobody knows, so it is sent again. */
async function post(sessionId: string, press: Press): Promise<"kept" | "away" | "enough" | "refused"> {
  const answer = await fetch(`/api/v1/activity-sessions/${sessionId}/faces`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(press) }).catch(() => null);
  if (answer === null || [401, 403, 429].includes(answer.status) || answer.status >= 500) return "away";
  if (answer.ok) return "kept";
  const { type } = await answer.json().catch(() => ({})) as { type?: string };
  return type?.endsWith("activities.faces_enough") ? "enough" : "refused";
}

function readKept(place: string): readonly Press[] {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(place) ?? "[]"));
  } catch {
    return []; // Forbidden by the browser, or what lies there is damaged.
  }
}

function keep(place: string, waiting: readonly Press[]): void {
  try {
    if (waiting.length > 0) localStorage.setItem(place, JSON.stringify(waiting));
    else localStorage.removeItem(place);
  } catch { /* Forbidden by the browser: they wait in the page alone. */ }
}

import { availableParallelism } from "node:os";
import { hash, verify, type Options } from "@node-rs/argon2";
import { Refusal } from "../../../kernel/refusal.ts";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = availableParallelism();
/** More than these waiting would time out anyway: better to say so at once. */
const WAITING_MAX = AT_ONCE * 16;

const waiting: (() => void)[] = [];
let running = 0;

/** argon2id of a password in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), COST));
}

/** True when the password fits. Without a stored hash it takes the same work and says no, so that a login's existence does not show. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const fits = await inTurn(() => verify(against, password.normalize("NFKC")));
  return stored !== null && fits;
}

let decoyHash: Promise<string> | undefined;
const decoy = () => (decoyHash ??= hash("a password nobody has", COST));

/** Hashing keeps a core busy: never more at once than there are cores, and a queue with an end. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new Refusal("unavailable", "identity.busy");
    await new Promise<void>((go) => waiting.push(go));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

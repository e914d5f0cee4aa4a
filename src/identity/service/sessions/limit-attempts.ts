import { Refusal } from "../../../kernel/refusal.ts";
import { ATTEMPT_LIMITS, minutesToWait } from "../../model/attempt-limits.ts";
import { countAttempts, deleteAttempt, deleteOldAttempts, forgiveAttempts, insertAttempt } from "../../store/attempts.ts";
import { attemptHash, type Ground } from "../ground.ts";

export type AttemptKind = "password" | "second_factor" | "set_up" | "invitation";

/**
 * Runs one try at a secret, refusing when there were too many. `work` answers null (or throws) for a wrong secret.
 *
 * @param subject what is tried: the login, the account's id …; kept as a keyed hash only
 */
export async function limitAttempts<T>(
  { db, masterKey, now }: Ground, { kind, subject, address }: { kind: AttemptKind; subject: string; address: string }, work: () => Promise<T | null>,
): Promise<T | null> {
  const at = now();
  const hashes = { subjectHash: attemptHash(masterKey, kind, subject.toLowerCase()), addressHash: attemptHash(masterKey, "address", address) };
  const id = await insertAttempt(db, { at: at.toISOString(), kind, ...hashes });
  const since = new Date(at.getTime() - ATTEMPT_LIMITS.windowMinutes * 60_000).toISOString();
  const minutes = minutesToWait(await countAttempts(db, hashes, since), at);
  if (minutes !== null) {
    await deleteAttempt(db, id); // a try that was not made does not make the wait longer
    throw new Refusal("too_many", "identity.too_many_attempts", { params: { minutes } });
  }
  const result = await work();
  if (result !== null) {
    await forgiveAttempts(db, id, hashes);
    await deleteOldAttempts(db, new Date(at.getTime() - 86_400_000).toISOString());
  }
  return result;
}

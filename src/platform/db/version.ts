import { Refusal, type Difference } from "../../kernel/refusal.ts";

/**
 * Refuses to write over what someone else changed meanwhile (412), showing both sides field by field.
 *
 * @param stored the row as it is, locked by this transaction
 * @param sent   what the person sends, with the version they had read; without one the answer is 428
 */
export function expectVersion<T extends { version: number }>(stored: T, sent: Partial<T>, fields: readonly (keyof T & string)[]): void {
  if (sent.version === undefined) throw new Refusal("precondition_required", "platform.version_missing");
  if (sent.version === stored.version) return;
  const difference: Record<string, Difference[string]> = {};
  for (const field of fields) {
    if (field in sent && !same(stored[field], sent[field])) difference[field] = { stored: stored[field], sent: sent[field] };
  }
  throw new Refusal("stale", "platform.changed_meanwhile", { difference });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

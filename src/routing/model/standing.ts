/** Standing locks and drops, from the rows of decisions: the latest of each person counts. */
export interface Decision {
  readonly personId: string;
  readonly kind: "lock" | "unlock" | "move" | "drop" | "restore";
  readonly teamId: string | null;
  readonly reason: string;
}

export interface Standing {
  /** Team by person. */
  readonly locks: ReadonlyMap<string, string>;
  /** Reason by person. */
  readonly dropped: ReadonlyMap<string, string>;
}

/** A move by hand locks; unlocking frees; dropping takes out until it is taken back. */
export function standingOf(decisions: readonly Decision[]): Standing {
  const locks = new Map<string, string>();
  const dropped = new Map<string, string>();
  for (const { personId, kind, teamId, reason } of decisions) {
    if ((kind === "lock" || kind === "move") && teamId !== null) locks.set(personId, teamId);
    if (kind === "unlock" || kind === "drop") locks.delete(personId);
    if (kind === "drop") dropped.set(personId, reason);
    if (kind === "restore") dropped.delete(personId);
  }
  return { locks, dropped };
}

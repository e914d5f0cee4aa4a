/** Whether somebody agreed to a version, or would not sign it. */
export interface Agreement {
  readonly version: number;
  readonly number: number;
  readonly kind: "agreed" | "refused";
  readonly textHash: string;
}

export interface VersionState {
  readonly number: number;
  readonly settledAt: string | null;
  readonly textHash: string | null;
}

/** A draft can be changed; a settled version waits to be agreed, was agreed or refused, or a later one was settled after it. */
export type VersionStanding = "draft" | "waiting" | "agreed" | "refused" | "replaced";

/** The standing of a version. The latest word counts: somebody who refused may agree later. An agreement to another text counts for nothing. */
export function versionStanding(version: VersionState, currentVersion: number | null, agreements: readonly Agreement[]): VersionStanding {
  if (version.settledAt === null) return "draft";
  if (currentVersion !== null && version.number < currentVersion) return "replaced";
  const last = agreements.filter((one) => one.version === version.number && one.textHash === version.textHash).toSorted((a, b) => a.number - b.number).at(-1);
  return last?.kind ?? "waiting";
}

export type StepState = "open" | "done" | "dropped";

/** How a step stands: its last event, or still open. */
export function stepState(events: readonly { readonly number: number; readonly state: StepState }[]): StepState {
  return events.toSorted((a, b) => a.number - b.number).at(-1)?.state ?? "open";
}

/** Whether a step may go there from here. */
export function mayMove(from: StepState, to: StepState): boolean {
  return from === "open" ? to !== "open" : to === "open";
}

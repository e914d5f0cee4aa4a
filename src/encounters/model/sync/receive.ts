/** What stands of an entry where it is kept. */
export interface Standing {
  readonly revision: number;
  /** The sending the highest revision came from. */
  readonly sendKey: string;
  readonly withdrawn: boolean;
  /** The revision this very sending made when it arrived before; null when it did not. */
  readonly receivedAs: number | null;
}

/** What is asked of the keeper. */
export interface Incoming {
  readonly basis: number;
  readonly tried: readonly string[];
}

export type ReceiveDecision =
  | { readonly kind: "add"; readonly revision: number }
  | { readonly kind: "same"; readonly revision: number }
  | { readonly kind: "clash"; readonly withdrawn: boolean };

/**
 * Whether an entry that arrives is new, was here before, corrects what stands, or meets a change its sender has not seen.
 * A revision that came from one of the sender's own earlier sendings is no change: its answer was lost on the way.
 */
export function decideReceive(standing: Standing | null, { basis, tried }: Incoming): ReceiveDecision {
  if (standing === null) return { kind: "add", revision: 1 };
  if (standing.receivedAs !== null) return { kind: "same", revision: standing.receivedAs };
  const seen = standing.revision === basis || tried.includes(standing.sendKey);
  if (standing.withdrawn || !seen) return { kind: "clash", withdrawn: standing.withdrawn };
  return { kind: "add", revision: standing.revision + 1 };
}

/** Why somebody of the segment does not join a round. */
export const LEFT_OUT_REASONS = ["refused", "refused_for_now", "no_contact", "in_other_round"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What is known of somebody before they join. */
export interface BeforeEnrol {
  readonly refusals: readonly { readonly scope: "for_now" | "for_good"; readonly untilOn: string | null; readonly liftedOn: string | null }[];
  readonly inOpenRound: boolean;
  /** They said no to being contacted, or took their yes back. */
  readonly contactRefused: boolean;
}

/** May somebody be put into a new round on a day? Whoever refused for good may not until they change their mind; nobody is asked by two rounds at once. */
export function decideEnrol({ refusals, inOpenRound, contactRefused }: BeforeEnrol, on: string): { readonly allowed: true } | { readonly allowed: false; readonly reason: LeftOutReason } {
  const inForce = refusals.filter(({ liftedOn }) => liftedOn === null);
  if (inForce.some(({ scope }) => scope === "for_good")) return { allowed: false, reason: "refused" };
  if (inForce.some(({ untilOn }) => untilOn !== null && untilOn > on)) return { allowed: false, reason: "refused_for_now" };
  if (contactRefused) return { allowed: false, reason: "no_contact" };
  if (inOpenRound) return { allowed: false, reason: "in_other_round" };
  return { allowed: true };
}

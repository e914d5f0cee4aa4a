import type { NamedTeam } from "../service/plans/name-teams.ts";

/** A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Who is in a team. */
export const whoIn = ({ members }: Pick<NamedTeam, "members">): string => members.map(({ name }) => name).join("、");

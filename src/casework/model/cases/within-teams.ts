interface TeamCase { readonly survivorId: string; readonly teamId: string | null }

/** Cases of the supervisor's teams; of all teams for whoever belongs to none. */
export const casesWithin = <Case extends Pick<TeamCase, "teamId">>(cases: readonly Case[], teamIds: readonly string[]): Case[] => cases.filter(({ teamId }) => teamIds.length === 0 || (teamId !== null && teamIds.includes(teamId)));

/** Whoever has open cases only with other teams is theirs to look after; everybody else counts here. */
export function countsHere(cases: readonly TeamCase[], teamIds: readonly string[]): (personId: string) => boolean {
  const [here, anywhere] = [new Set(casesWithin(cases, teamIds).map(({ survivorId }) => survivorId)), new Set(cases.map(({ survivorId }) => survivorId))];
  return (personId) => here.has(personId) || !anywhere.has(personId);
}

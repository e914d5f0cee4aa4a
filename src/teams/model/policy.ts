/** Somebody who belongs to a team, in whatever part. */
export const OWN = "teams.own";
/** Workers, who found teams, bring people together and answer for them. */
export const WORK = "teams.work";

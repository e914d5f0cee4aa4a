/** What can be done with a password alone: nothing among these opens somebody else's personal file. */
const PASSWORD_IS_ENOUGH: ReadonlySet<string> = new Set(["today.read", "visits.own", "hours.own", "activities.own", "teams.own", "places.read", "returns.read", "pathways.read"]);

/** True for whoever can open personal files or change what others may do. */
export function needsSecondFactor(capabilities: Iterable<string>): boolean {
  for (const capability of capabilities) if (!PASSWORD_IS_ENOUGH.has(capability)) return true;
  return false;
}

/** Plans of visits hold names and lanes: whoever plans, sees them. */
export const PLAN = "rounds.plan";

/**
 * A day sheet shows phone numbers to staff alone. A team with a volunteer in it carries no numbers on paper: volunteers know those
 * of their own friend, and call the worker for others.
 */
export const mayShowPhones = (members: readonly { readonly kind: "staff" | "volunteer" }[]): boolean => members.every(({ kind }) => kind === "staff");

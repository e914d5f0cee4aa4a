/** Seeing activities, who is signed up and who came. */
export const READ = "activities.read";
/** Planning activities, signing people up, taking attendance. */
export const MANAGE = "activities.manage";
/** Signing oneself up and seeing one's own. */
export const OWN = "activities.own";
/** What the public may do without an account. */
export const SIGN_UP = "activities.sign_up";
/** What a calendar address may read. */
export const FEED = "activities.feed";
/** The outbox's letters to those signed up. */
export const CARRY = "activities.carry";

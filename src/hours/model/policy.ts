/** What every member of the organisation may, e.g. seeing certificates on show. */
export const MEMBER = "today.read";
/** Seeing one's own hours, asking for corrections, applying for a certificate. */
export const OWN = "hours.own";
/** Reading everybody's hours and records. */
export const READ = "hours.read";
/** Confirming, refusing and correcting hours. */
export const CONFIRM = "hours.confirm";
/** Accepting applications, issuing and revoking certificates. */
export const ISSUE = "certificates.issue";

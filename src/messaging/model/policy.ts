/** Writes to many at once; answers for it. */
export const SEND = "messages.send";
/** Carries what was let go out of the house. */
export const CARRY = "messages.carry";
/** Takes away what was written long ago and never let go. */
export const TIDY = "messages.tidy";
/** Whoever holds the sealed code of one message. */
export const RECEIVE = "messages.receive";

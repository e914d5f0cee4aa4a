/** The door of helped become helpers: how far somebody came, and asking them for the next step. */
export { pathwaysPanel } from "./service/person-panel.ts";
export { invitePerson } from "./service/invite-person.ts";
export { stepInvitation } from "./service/step-invitation.ts";
export { notAgreed, requireAgreed } from "./service/require-agreed.ts";
export { pathwaysText } from "./messages/index.ts";

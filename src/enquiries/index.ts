/** The door of enquiries: what waits for an answer. */
export { askForHelp } from "./service/ask-for-help.ts";
export { listDueEnquiries } from "./service/list-due-enquiries.ts";

/** The door of insights, for the composition root: nobody else imports what only counts others' facts. */
export { carersPanel } from "./service/carers/carers-panel.ts";
export { sendDigest } from "./service/digest/send-digest.ts";

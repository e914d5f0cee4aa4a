/** The door of referral: matters handed to another organisation, and their way back. */
export { listDueReferrals, type DueReferral } from "./service/list-due-referrals.ts";
export { previewReferral, sendReferral } from "./service/send-referral.ts";
export { stepReferral } from "./service/step-referral.ts";
export { referralPanel } from "./service/referral-panels.ts";

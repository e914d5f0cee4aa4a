/** The door of hours: time served is proposed here by whatever it comes from. The caller authorises. */
export { proposeHours, type HoursOffer } from "./service/entries/propose-hours.ts";
export { withdrawProposed } from "./service/entries/withdraw-proposed.ts";
export { decideHours } from "./service/entries/decide-hours.ts";
export { listHours } from "./service/entries/list-hours.ts";
export { askCorrection } from "./service/entries/ask-correction.ts";
export { addHonour } from "./service/record/add-honour.ts";
export { applyForCertificate } from "./service/certificates/apply-for-certificate.ts";
export { stepApplication } from "./service/certificates/step-application.ts";
export { issueCertificate } from "./service/certificates/issue-certificate.ts";
export { countHoursWaiting } from "./service/entries/count-hours-waiting.ts";

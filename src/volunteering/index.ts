/** The door of volunteering: who may help, on which days, and what they offer. */
export { eligibleHelpers, listEligibleHelpers, type HelperOffer } from "./service/volunteers/list-eligible-helpers.ts";
export { whoMayServe } from "./service/volunteers/who-may-serve.ts";
export { listProgrammes } from "./service/programmes/list-programmes.ts";
export { createProgramme } from "./service/programmes/create-programme.ts";
export { uploadSignUps } from "./service/import/upload-sign-ups.ts";
export { acceptSignUps } from "./service/import/accept-sign-ups.ts";
export { signAgreement } from "./service/pathway/sign-agreement.ts";
export { publishAgreement } from "./service/pathway/publish-agreement.ts";
export { programmeNames, volunteerRecord, type VolunteerRecord } from "./service/volunteers/volunteer-record.ts";
export { hoursInWords } from "./model/availability/hours-in-words.ts";
export { type Weekday, type WeeklyHours } from "./model/availability/weekly-hours.ts";
export type { Programme } from "./store/programmes.ts";
export type { Status as VolunteerStatusName } from "./model/pathway/volunteer-status.ts";

/** The door of assessment: instruments, and what was assessed. */
export { assessmentPaper } from "./service/show-person-assessments.ts";
export { assessmentAccess } from "./service/assessment-access.ts";
export { listDueAssessments } from "./service/list-assessments.ts";
export { recordAssessment } from "./service/record-assessment.ts";
export { findInstrument } from "./model/catalogue.ts";
export { CARER_SCALE, carerStrain, type Strain } from "./service/carer-strain.ts";
export { compareValues } from "./model/compare.ts";
export type { Instrument } from "./model/instrument.ts";
export { NewAssessment } from "./model/record.ts";

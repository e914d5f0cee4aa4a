import type { zhImport } from "./zh-import.ts";

/** The same words in English. */
export const enImport: typeof zhImport = {
  title: "Import a sign-up list", lead: "Excel or CSV, in any layout. You see a preview first; nothing is written before you accept it.", file: "The list", upload: "Upload and preview", recent: "Earlier imports", empty: "Nothing imported yet",
  preview: "Preview", columns: "What each column is", columnsHint: "Proposed from headers and values; change what is wrong.", notRead: "not read", samples: "e.g.", sheetOn: "The list speaks for this day", sheetOnHint: "Training, papers and appraisals without a date of their own count from it.", apply: "Read it like this",
  rows: "Sign-ups", taken: "Will go in", keptOut: "Stay out", knownPersons: "of whom known already", trained: "Trained", accept: (count) => `Take in ${count}`, nothing: "No row can go in", download: "Download the rows with faults", status: "Status after it",
  result: "Result", acceptedResult: (added, known) => `${added} taken in, ${known} of them known before.`, keptOutResult: (count) => `${count} rows stayed out.`, undo: "Undo this import",
  undoQuestion: "The volunteers it added will be removed; those somebody has worked on since will stay.", undone: "This import was undone", toList: "See the volunteers", state: { waiting: "waiting", accepted: "taken in", undone: "undone" },
  rowNumber: "Row", name: "Name", notes: "Notes", faultColumn: "Fault", remedyColumn: "What to do", row: (number) => `row ${number}`, column: (number) => `column ${number}`,
  fields: {
    submittedAt: "Sent at", name: "Name", sex: "Sex", birth: "Birth", affiliation: "School or employer", subject: "Subject", phone: "Phone", availability: "Availability", area: "Area", interests: "Interests", skills: "Skills", languages: "Languages",
    screening: "Criminal record check", training: "Training sessions", appraisal: "Interview or appraisal", emergencyContact: "Emergency contact", guardian: "Guardian",
  },
  faults: {
    name_missing: "no name", phone_unreadable: "phone number is not right", sex_unreadable: "sex unclear", birth_unreadable: "birth unclear", training_unreadable: "number of sessions unclear", screening_unreadable: "record check unclear", appraisal_unreadable: "appraisal unclear",
    repeats_row: "same person as an earlier row", phone_missing: "no phone", birth_missing: "no birth date", availability_unread: "hours not fully understood", submitted_unreadable: "time of sending unclear", contact_unreadable: "contact unclear", phone_shared: "phone shared with somebody else",
    already_volunteer: "a volunteer of this programme already", maybe_same_person: "may be somebody on file", must_agree_first: "is being served, and who must agree to their helping has not yet",
  },
  remedies: {
    name_missing: "add the name and import again", phone_unreadable: "check the number; leave empty if there is none", sex_unreadable: "write 男 or 女, or leave empty", birth_unreadable: "write 1996.10 or 1996-10-05 as text; a number 1996.1 may be January or October", training_unreadable: "write a number, e.g. 2", screening_unreadable: "write 已提交 or 办理中, or leave empty",
    appraisal_unreadable: "write 通过, 储备 or 不适合, or leave empty", repeats_row: "keep one row", phone_missing: "ask for it", birth_missing: "the birth date has to be asked for", availability_unread: "ask for the hours", submitted_unreadable: "counts from the import", contact_unreadable: "ask for it", phone_shared: "check whether they are one family",
    already_volunteer: "no need to import again", maybe_same_person: "compare and merge in people afterwards", must_agree_first: "the sign-up goes in without its appraisal; appraise them once they, their worker and a supervisor agree under Helped become helpers",
  },
};

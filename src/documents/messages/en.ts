import type { zh } from "./zh.ts";

/** The same in English. */
export const en: typeof zh = {
  refusals: {
    "document.withheld": "This person does not agree to their data being kept: no document can be made.", "document.no_share": "This person has not agreed to sharing with other bodies: no referral form can be made. Ask them first, under consents.",
    "document.template_faults": "The template holds something that cannot be read and was not kept. See below what to change.", "document.changed_meanwhile": "Somebody has just changed this template. Compare with the latest version, then keep again.", "document.no_change": "This is what is in use; there is nothing to keep.",
  },
  title: "Documents", make: "Make a document", noneMade: "No document has been made yet.", lead: "Records of individual casework after MZ/T 094-2017, filled from the file; what is blank can be written on. The layouts are Linli's own (not verified). Documents are in Chinese.",
  ofCases: "Forms of a case", ofGroups: "Forms of a group", templatesLead: "Forms of a case follow MZ/T 094-2017, forms of a group MZ/T 095-2017; the layouts are Linli's own (not verified) and yours to change. Documents are in Chinese.", groupLead: "Made after the stages of group work in MZ/T 095-2017, filled from the group's own pages; what is blank can be written on. Of who has not agreed to records only whether they came. The layouts are Linli's own (not verified). Documents are in Chinese.",
  groupTitle: (name) => `Documents of ${name}`, groups: "Groups", whichSession: "Which session", whichMember: "Which member", byHand: "Blank, to be written by hand", session: (number, aim) => `Session ${number}${aim ? ` · ${aim}` : ""}`,
  forms: { intake: "Intake form", assessment: "Assessment form", plan: "Service plan (agreement)", record: "Record of intervention", visit: "Visit record", evaluation: "Evaluation form", closing: "Closing form", referral: "Referral form", group_plan: "Plan of the group", group_session: "Session plan and log", group_member: "Member's evaluation", group_closing: "Closing report of the group" }, formats: { pdf: "PDF", docx: "Word" },
  caseTitle: (reference) => `Documents of case ${reference}`, made: "Documents made", columns: { form: "Form", format: "Format", template: "Template", hash: "Fingerprint", by: "Made by", at: "When" }, shippedVersion: "as shipped", version: (number) => `version ${number}`, templates: "Templates", open: "See the template", cases: "Cases",
  edit: {
    lead: "A change holds for documents made from now on; earlier versions are kept.", text: "Template", hint: (list) => `One line a paragraph: “# ” is the title, “## ” a heading, “| a | b |” a row of a table, {{姓名}} is filled from the file, {{说明:3}} leaves 3 lines to write on when blank. What stands between {{#${list}}} and {{/${list}}} is repeated for each of them.`, note: "Why it is changed", look: "Look first", save: "Keep as the next version", restore: "Back to the shipped template", restoreAsk: "Documents made from now on use the shipped template; changed versions are kept.",
    preview: "Preview (made-up person)", previewPdf: "Preview as PDF", previewDocx: "Preview as Word", versions: "Versions", restored: "Back to the shipped template", show: "See this version", shipped: "Shipped template", fields: "What can be filled in", lists: "What can be repeated", saved: "Kept.", read: "Only supervisors may change templates.",
    faults: "To be changed", fault: (line, placeholder, why) => `Line ${line} ${placeholder}: ${why}`,
    reasons: {
      unknown_field: (instead) => `there is nothing of this name. Did you mean ${instead}?`, unknown_list: (instead) => `there is no such list. Did you mean ${instead.replace("{{", "{{#")}?`, unclosed: (instead) => `it does not end. Add a line of its own below: ${instead}`, not_open: (instead) => `it never began. Add a line of its own above: ${instead}`,
      nested: (instead) => `the list before has not ended. Write first: ${instead}`, bad_placeholder: (instead) => `the brackets do not match. Write it like ${instead}`, too_wide: (most) => `a row has at most ${most} cells; make it two`,
    },
  },
};

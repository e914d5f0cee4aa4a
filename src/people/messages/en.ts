import { dutiesEn } from "./duties-en.ts";
import { familyEn } from "./family-en.ts";
import { refusals } from "./refusals.ts";
import type { zh } from "./zh.ts";

/** English, complete, in the shape of the Chinese source. */
export const en: typeof zh = {
  fields: {
    name: "Name", preferredName: "Likes to be called", sex: "Sex", birthOn: "Born", birthPrecision: "Birth known to", ethnicity: "Ethnic group", communityId: "Community", laneId: "Lane, estate", address: "Address", registeredAddress: "Registered address",
    remarks: "Remarks", deceasedOn: "Died", residentId: "Identity number", certificate: "Disability certificate", phone: "Telephone", value: "Number", longAtHome: "Long at home", role: "Role", type: "Kind of disability", grade: "Grade", fromOn: "From", untilOn: "Until",
    kind: "Kind", whose: "Whose", holderName: "Holder's name", relation: "Relation to the person", otherName: "Name", otherPhone: "Telephone", otherId: "Somebody with a record", contactRule: "May be contacted", purpose: "Purpose", state: "Answer", capacity: "Speaking as", byName: "Said by", byPersonId: "Somebody with a record", channel: "How",
    note: "Note", reason: "Reason", since: "Since when", interests: "Interests", languages: "Languages", inverse: "The other way round",
  },
  hints: {
    preferredName: "What they wish to be called", birthPrecision: "When only the year is known, write 1 January", residentId: "Birth and sex follow from it", certificate: "20 digits, a replacement with B1", phone: "Mobile or landline; may stay empty", relation: "Such as mother, daughter, neighbour", interests: "Parted by “、”, such as chess、opera", languages: "Such as Mandarin、Kunming dialect、sign language",
    untilOn: "Empty when it has no end", inverse: "What the person is to the relative. Filled in when left empty.", note: "Who was there, and their words", reason: "Why they are the same person", exportNote: "Who receives it, and what for",
  },
  sexes: { female: "Female", male: "Male" }, precisions: { day: "the day", month: "the month", year: "the year" },
  roles: { service_user: "Service user", carer: "Carer", volunteer: "Volunteer", staff: "Staff", organiser: "Organiser" },
  contactKinds: { mobile: "Mobile", landline: "Landline", email: "E-mail", wechat: "WeChat" }, whose: { self: "Their own", other: "Family or somebody else" },
  situations: { long_at_home: "Long at home", employment: "Work", living: "Living", schooling: "School", mobility: "Getting about" },
  atHome: { yes: "Long at home", no: "Goes out", unknown: "Not known" },
  disabilityTypes: { 1: "Vision", 2: "Hearing", 3: "Speech", 4: "Physical", 5: "Intellectual", 6: "Mental", 7: "Multiple" }, disabilityGrades: { 1: "Grade 1", 2: "Grade 2", 3: "Grade 3", 4: "Grade 4" },
  identifiers: { resident_id: "Identity card", disability_certificate: "Disability certificate", passport: "Passport", residence_permit: "Residence permit", volunteer_number: "Volunteer number" },
  sources: { register: "register import", sign_up: "sign-up", enquiry: "enquiry", hand: "added by hand", relative: "opened from a relative", api: "interface", demo: "demonstration", merge: "merge" },
  list: {
    title: "People", lead: (count) => `${count} in all`, search: "Name, pinyin, initials, or last four digits", add: "Add a person", export: "Export", map: "Show as map", list: "Show as list", age: "Age", place: "Community, lane", reach: "How to reach", atHome: "Goes out", none: "Nobody fits these conditions", noneWhat: "Try others, or take some away.",
    empty: "No people yet", emptyWhat: "Add them one by one, or import a register.", years: (age) => `${age}`, about: (age) => `about ${age}`, deceased: "Died", withheld: "No longer lets data be kept", noPhone: "No telephone", nextPage: "Next page", noPlace: "No community",
  },
  filter: {
    community: "Community", lane: "Lane", sex: "Sex", ageFrom: "Age from", ageTo: "to", type: "Kind of disability", grade: "Grade", longAtHome: "Goes out", phone: "Telephone", role: "Role", living: "Living", any: "Any", hasPhone: "Has one", noPhone: "Has none", alive: "Living", dead: "Died", q: "Search", noCommunity: "No community",
    employment: "Work", interest: "Interest", withheld: "Withdrew consent to keep data",
  },
  map: { title: "Where people live", lead: "Choose a community or lane to see who is there.", label: "People by community and lane", total: "In all", loose: "No community", gone: "Community revoked" },
  new: {
    title: "Add a person", lead: "Look first whether they are here already.", who: "Who", where: "Where they live", reach: "How to reach them", papers: "Papers", now: "How things stand", create: "Add", look: "Somebody like this is here", lookWhat: "Please look whether it is the same person. If so, open that record; if not, tick the box and add again.", confirmed: "I looked; this is another person", open: "Open",
    reasons: { resident_id: "same identity number", certificate: "same certificate", name_birth: "same name and birth", pinyin_birth: "name sounds the same, same birth", name_phone: "same name and telephone" },
  },
  show: {
    edit: "Edit", assessments: "Assessments", plans: "Support plans", facts: "Situation and contacts", consents: "Consents", relations: "Relatives", merge: "Merge", readings: "Who looked", file: "File", tabs: "Pages of this file", born: "Born", lives: "Lives at", registered: "Registered at", ethnicity: "Ethnic group", interests: "Interests", languages: "Speaks", remarks: "Remarks", from: "From",
    reach: "How to reach", noPhone: "No telephone.", family: "Relatives", noFamily: "No relatives noted yet.", papers: "Papers", last4: (last) => `ends in ${last}`, reveal: "Show in full", revealWhy: "Why it is needed", revealed: "Whole number", notVerified: "not verified", disability: "Disability", situation: "How things stand", timeline: "What happened", nothing: "Nothing recorded yet.",
    purposes: { verify_identity: "Check who it is", apply_for_benefit: "Apply for a benefit or service", correct_record: "Correct the record", emergency: "Emergency" },
    alerts: { deceased: (day) => `Died on ${day}.`, noContact: "Did not agree to be contacted, or withdrew. Please do not make contact.", noData: "No longer lets data be kept. Do not use this file except to settle that.", mustNot: (name) => `${name} must not be contacted about this person.`, minor: "Under 18: a guardian's consent is needed.", minor14: "Under 14: all data is sensitive; a guardian's consent is needed." },
    events: {
      role: (role) => `Became ${role}`, roleEnded: (role) => `No longer ${role}`, situation: (kind, value) => `${kind}: ${value}`, consent: (purpose, state) => `${purpose}: ${state}`, disability: (what) => `Disability certificate: ${what}`, merged: (name) => `Merged with “${name}”`, unmerged: (name) => `Merge with “${name}” undone`, created: (source) => `Record begun (${source})`,
    },
    guardian: "Guardian", carer: "Carer", second: "Papers and disability are shown after the second step of signing in.",
  },
  edit: { title: "Edit", save: "Save", cancel: "Cancel", clash: "Somebody changed the same record while you were typing. Compare both sides, then save once more.", draft: "Draft" },
  facts: {
    title: "Situation and contacts", contacts: "Contacts", addContact: "Add a number", remove: "Remove", removeAsk: "Remove this number?", situations: "How things stand", record: "Record", disability: "Kind and grade on the disability certificate", disabilityHint: "As the certificate says; nothing is judged here", identifiers: "Numbers of papers", addIdentifier: "Add a paper", words: "Interests and languages", save: "Save", none: "None",
    valueFor: { long_at_home: "Goes out", employment: "Work (looking for work, self-employed, employer)", living: "Living (alone, with parents)", schooling: "School", mobility: "Getting about (wheelchair, accompanied)" },
  },
  consents: {
    title: "Consents", lead: "Each purpose is asked for by itself. Refusals and withdrawals are recorded too; nothing earlier is changed.", record: "Record an answer", submit: "Record", trail: "Earlier answers", none: "Never asked.", never: "never asked", until: (day) => `until ${day}`, shownText: "The words shown", by: (name) => `said by ${name}`,
    purposes: { contact: "Contact", keep_data: "Keeping data", share: "Sharing with others", photograph: "Photographs", be_matched: "Being matched" }, states: { given: "agreed", refused: "refused", withdrawn: "withdrew", expired: "expired" },
    capacities: { self: "The person", guardian: "Guardian", agent: "Agent" }, channels: { in_person: "In person", phone: "Telephone", paper: "On paper", online: "Online", register: "Register" },
    texts: {
      contact: "We should like to telephone or visit you when needed, to ask how you are and what you need. You can tell us to stop at any time.", keep_data: "We should like to keep your name, address, telephone number and what you tell us, only to serve you. You can see, correct or delete it at any time.",
      share: "To help you we may have to tell the street office, the community or another service what they need to know, and no more.", photograph: "We should like to photograph you at activities, perhaps to show our work. Refusing changes nothing in how we serve you.", be_matched: "We should like to find a volunteer to be your friend and visit you. They learn what you like to be called, roughly where you live, and your interests. You can stop at any time.",
    },
    keepDataNote: "After a refusal or withdrawal of keeping data, the person leaves every list, search, count and export at once.",
  },
  relations: {
    title: "Relatives and carers", lead: "A name is enough; open a record of their own when their needs or consent must be heard.", add: "Add", submit: "Add", relation: "Relation", end: "End", endAsk: "From which day has it ended?", open: "Open a record", ended: (day) => `ended on ${day}`, isGuardian: "Guardian", isCarer: "Main carer", flags: "What they do", rules: { may: "May be contacted", must_not: "Must not be contacted", unknown: "Not asked" }, none: "No relatives noted yet.", pickHint: "Find somebody below first, or write a name", search: "Find somebody by name",
  },
  merge: {
    title: "Merge duplicate records", lead: "For one person with two records. Both stay whole, and a merge can be undone at any time.", alike: "May be the same person", noAlike: "No record like this was found.", compare: "Compare", search: "Find the other record", field: "Field", keep: "Keep this side", thisOne: "This record", otherOne: "The other record", survivor: "Which one stands afterwards", reason: "Reason", submit: "Merge", apart: "Two different people", history: "Merges", undo: "Undo this merge", undoAsk: "Both records stand again; what was changed since stays.", undone: "undone", certain: "same number", also: (contacts, roles) => `${contacts} contacts and ${roles} roles stay as well.`, mergedOn: (day, by) => `merged on ${day} by ${by}`,
  },
  readings: { title: "Who looked at this file", lead: "Opening, changing, exporting and showing numbers are noted." },
  ...dutiesEn,
  export: {
    title: "Export a list", lead: (count) => `${count} will be exported, without numbers of papers, disability or guardianship.`, purpose: "Purpose", purposes: { internal_work: "Work within the organisation", report_to_street: "Report to the street office", share: "For another organisation" }, purposeHints: { internal_work: "Used here only", report_to_street: "As the rules ask", share: "Only those who agreed to sharing" }, note: "For whom and what for", submit: "Export to Excel", sheet: "People", noted: "The export and its purpose are noted in the trail.",
  },
  family: familyEn,
  refusals: refusals.en,
};

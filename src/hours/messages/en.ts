import { enRefusals } from "./en-refusals.ts";
import type { zh } from "./zh.ts";

const time = (minutes: number) => {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 || rest === 0 ? `${whole} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
};

/** The same words in English. */
export const en: typeof zh = {
  time,
  period: (from, until) => `${from} to ${until}`,
  by: (name, at) => `${name} · ${at}`,
  unverified: "unverified",
  states: { open: "not checked out", pending: "to confirm", confirmed: "confirmed", refused: "not accepted", withdrawn: "taken back" },
  sources: { visit: "meeting of a pair", activity: "attendance", hand: "entered by hand" },
  fields: {
    name: "Volunteer", happenedOn: "Day", minutes: "Minutes of service", travelMinutes: "Minutes on the way", travelHint: "Noted only; never counted", title: "Activity", place: "Place", recipient: "For whom", recipientHint: "In general words, no resident's name",
    content: "What was done", manager: "Responsible", recorder: "Recorded by", state: "State", time: "Time", source: "Source", reason: "Why it is corrected", words: "In words",
  },
  list: {
    title: "Hours", lead: "Hours of meetings and activities are confirmed here; only then do they count. The way there does not.", search: "Find by the volunteer's name or pinyin", show: "Show", from: "From", until: "Until",
    shows: { pending: "to confirm", asked: "correction asked for", open: "not checked out", confirmed: "confirmed", refused: "not accepted", withdrawn: "taken back", all: "all" },
    empty: { pending: "Nothing waits to be confirmed", asked: "No request waits for an answer", open: "Everybody has checked out", confirmed: "Nothing confirmed yet", refused: "Nothing was refused", withdrawn: "Nothing was taken back", all: "No hours yet" },
    emptyHint: "Hours appear here when volunteers log a meeting or check in and out of an activity.", look: "Look, then confirm", lookHint: "Tick what you want to confirm, look at it once, and confirm it together.", export: "Download Excel",
  },
  confirm: {
    title: "Confirm hours", lead: (count, minutes) => `${count} entries, ${time(minutes)} in all`, yes: "Confirm these hours", back: "Back", none: "Nothing here can be confirmed.", cannot: "These cannot be confirmed", can: "To be confirmed",
    done: (count) => `${count} confirmed.`, refusedNow: (count) => `${count} not accepted; the volunteers read why.`, undo: "Take this back", undoWords: "Confirmed by mistake", undone: (count) => `${count} taken back; they wait to be confirmed again.`,
    refuse: "Do not accept", refuseQuestion: "The volunteer reads your reason.", words: "Why not",
  },
  entry: {
    title: "An entry of hours", history: "History", recorded: "Recorded", corrected: (reason) => `Corrected: ${reason}`, asked: (words) => `The volunteer asked for a correction: ${words}`,
    confirm: "Confirm", refuse: "Do not accept", withdraw: "Take back", withdrawQuestion: "It no longer counts; the record stays.", reopen: "Look again", reopenQuestion: "It waits to be confirmed again.", correct: "Correct", correctHint: "The old entry stays; a new one follows it and waits to be confirmed.",
    save: "Save the correction", decline: "Answer: stays as it is", declineQuestion: "The volunteer reads your answer.", certified: "This entry stands on a certificate. Before changing it, see whether the certificate must be revoked.", record: "Open the record",
    decisions: { confirmed: "Confirmed", refused: "Not accepted", withdrawn: "Taken back", reopened: "Looked at again" },
  },
  record: {
    title: "Record of service", of: (name) => `Record of service of ${name}`, number: "Volunteer number", total: "Hours in all", lead: "Five groups after Order 67 of the Ministry of Civil Affairs: person, service, training, awards, evaluation.",
    groups: { basic: "Person", service: "Service", training: "Training", awards: "Awards and thanks", evaluation: "Evaluation" },
    sex: "Sex", sexes: { male: "male", female: "female" }, birth: "Born", place: "Lives in", phone: "Phone", skills: "Skills", programmes: "Kind of service", affiliation: "School or employer", identity: "Identity number", identityNote: "the volunteer number stands for it; not shown here",
    noService: "No confirmed service yet.", noTraining: "No training yet.", noAwards: "No awards or thanks yet.", noEvaluation: "No evaluation yet.", organiser: "Organised by", trainings: (count) => `${count} times`, times: (count) => `${count} times`,
    thanks: "Thanks", award: "Award", evaluationKind: "Evaluation", placements: { service_team: "passed, service team", reserve: "passed, reserve" }, givenBy: "Given by", givenOn: "Day", honourTitle: "Name or words", kind: "Kind", addHonour: "Add an award, thanks or an evaluation", save: "Save", takeBack: "Take back", takeBackQuestion: "For mistakes; the reason is kept.",
    excel: "Download Excel", csv: "Download CSV", enter: "Enter hours by hand", enterLead: "For paper sheets and the like only; these too are confirmed.", apply: "Apply for a certificate for them", fieldsNote: "The exact wording of the fields is unverified.",
  },
  mine: {
    title: "My hours", confirmed: "Confirmed", thisYear: "This year", waiting: "Waiting", empty: "No hours yet", emptyHint: "Log a meeting, or check in and out of an activity, and the hours appear here.", entries: "Every service",
    ask: "Ask for a correction", askWords: "What is wrong, and what is right", askSend: "Send", askWaiting: "Your request waits for an answer", answered: { corrected: "Corrected", declined: "Answer" }, record: "My record of service",
    certificates: "Certificates", none: "No certificate yet.", apply: "Apply for a certificate", applyLead: "It is free. Say for which period; staff accept and issue it.", from: "First day", until: "Last day", purpose: "What it is for", purposeHint: "May be left empty; e.g. credits at school", send: "Apply", applied: "Your application is in and waits to be accepted.", takeBack: "Take the application back",
    pdf: "Download the certificate (PDF)", file: "Download the file that can be verified offline", onShow: "Certificates on show",
  },
  applications: { applied: "applied", accepted: "accepted", declined: "not accepted", taken_back: "taken back", issued: "issued" },
  certificates: {
    title: "Certificates", lead: "The register: one number per certificate, on show for seven days after issue.", search: "Find by number or name", waiting: "Applications waiting", number: "Number", name: "Volunteer", period: "Period", hours: "Hours", issuedOn: "Issued", state: "State", all: "All",
    states: { on_show: "on show", valid: "valid", revoked: "revoked" }, empty: "No certificate issued yet", emptyHint: "Volunteers apply under “My hours”, or you apply for them in their record.", export: "Download the register", onShow: "On show", purpose: "For",
  },
  application: {
    title: "Application", states: "What it would state", waiting: (count) => `${count} entries of this period are not confirmed or not checked out and will not be stated.`, nothing: "No hours of this period are confirmed; it cannot be issued now.", accept: "Accept", decline: "Do not accept", declineQuestion: "The volunteer reads your reason.", words: "Reason",
    issue: "Issue the certificate", head: "Head of the organisation", headHint: "Stands on the certificate", contact: "Contact", notes: "Notes", issueLead: "An issued certificate cannot be changed, only revoked. It is on show for seven days.", open: "Open the certificate", steps: "Steps", service: "Service", times: "Times",
  },
  certificate: {
    title: "Certificate of volunteer service", pdf: "Download PDF", file: "Download the signed file", wording: "Issued as", volunteer: "Volunteer", head: "Head", handler: "Handled by", contact: "Contact", notes: "Notes", issuer: "Issuer", shownUntil: (day) => `on show until ${day}`, rows: "Counted from",
    changed: (count) => `${count} of the entries it was counted from were corrected or taken back since. See whether it must be revoked.`, objections: "Objections", revoke: "Revoke", revokeQuestion: "This cannot be undone; the public page will say so.", reason: "Reason", words: "In words (for the organisation only)", revoked: (day, by) => `revoked on ${day} by ${by}`,
    reasons: { hours_wrong: "hours were wrong", person_wrong: "wrong person", replaced: "replaced by another", wish: "at the volunteer's wish", other: "another reason" },
  },
  onShow: { title: "Certificates on show", lead: "New certificates are on show for seven days. If something is wrong, say so.", empty: "No certificate is on show", object: "Object", words: "What is wrong", send: "Send", sent: "Sent; staff will look into it." },
  check: {
    title: "Check a certificate", lead: "Enter the number on the certificate. Only number, period, hours and state are shown, nothing about anybody.", number: "Number", numberHint: "e.g. 2026-0007-K3F9XW", look: "Check", unknown: "There is no such number", unknownHint: "Please check the number. If it is right, this organisation did not issue the certificate.",
    revoked: (day, reason) => `revoked on ${day}: ${reason}`, offline: "Checking without a network", offlineLead: "The holder can give you a signed file. With these keys a single changed sign is found.", keys: "Download the public keys", revocations: "Download the signed list of revocations", by: "Issuer", wording: "Issued by this organisation, which answers for what it states.",
  },
  document: {
    title: "Certificate of volunteer service", text: (name, number, from, until, hours) => `This is to certify that ${name} (volunteer number ${number}) served as a volunteer from ${from} to ${until}; ${hours} are on record.`,
    service: "Service", times: "Times", time: "Time", total: "Total", number: "Number", issuedOn: "Issued on", head: "Head (signature)", handler: "Handled by (signature)", contact: "Contact", seal: "(seal)", notes: "Notes", identity: "No identity number stands here; to check an identity, ask this organisation with the volunteer number.", check: "Scan to check", count: (count) => `${count}`, wording: "Issued by this organisation; time on the way is not counted.",
  },
  sheet: { hours: "Hours", register: "Register of certificates", record: "Record of service" },
  refusals: enRefusals,
};

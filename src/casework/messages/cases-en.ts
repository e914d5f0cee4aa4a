import type { casesZh } from "./cases-zh.ts";

export const casesEn: typeof casesZh = {
  title: "Cases",
  lead: "From intake to closure. How a case stands is computed from what happened, and what happened is never rewritten.",
  stages: { intake: "Intake", assessment: "Assessment", planning: "Planning", intervention: "Intervention", evaluation: "Evaluation", closing: "Closing" },
  stageWhat: { intake: "Who comes and why, whether they want it; note how to reach them and the consent to keep data", assessment: "Needs, strengths and surroundings", planning: "Goals and steps, together with the person", intervention: "Do what was planned, and note each service", evaluation: "How far goals were reached and needs were met", closing: "Take leave, agree on what comes after, write the summary" },
  standings: { open: "Open", paused: "Paused", closed: "Closed" },
  origins: { person: "By themselves, family or a colleague", enquiry: "Public enquiry", register: "Register", organization: "Another organisation", snowball: "A neighbour's referral", visit: "A visit" },
  closingReasons: { goals_met: "Goals met", partly_met: "Goals partly met", goals_not_met: "Goals not met", not_suitable: "Not a matter for our services", referred: "Referred to another organisation", client_ended: "The person wished to end", moved_away: "Moved away", lost_contact: "Lost contact", died: "Died", opened_by_mistake: "Opened by mistake" },
  approvalSteps: { accept: "Taking on (to assessment)", plan: "The plan (to intervention)", close: "Closing", transfer: "Handing over", reopen: "Opening again" },
  ties: { worker: "Responsible worker", team: "Team member", supervisor: "Supervisor", asked: "Asked to take over" },
  list: {
    tabs: "Whose cases", mine: "Mine", team: "My teams", all: "All", counts: "In short", open: "Open", overdue: "Review due", waiting: "Waiting", paused: "Paused", closed: "Closed", show: "Which",
    open_case: "Open a case", rules: "Rules and teams", export: "Export Excel", csv: "Export CSV", search: "Name, pinyin, initials or case number", sheet: "Cases", any: "Any",
    name: "Name", reference: "Number", stage: "Stage", worker: "Responsible worker", teamColumn: "Team", programme: "Programme", community: "Community", review: "Review by", opened: "Opened", state: "State", population: "Population", origin: "Origin", closedOn: "Closed on", reason: "Closing reason",
    empty: "No cases here", emptyHint: "Press “Open a case” in a resident's file or an enquiry, and it appears here.", overdueChip: (day) => `Due ${day}`, waitsApproval: (step) => `Waits for approval: ${step}`, waitsHandover: (who) => `Waits for ${who} to take over`, someTeam: "a team",
  },
  open: {
    title: "Open a case", titleFor: (name) => `Open a case for ${name}`, lead: "One person may have several cases at once; a carer may have a case of their own.", who: "For whom", choose: "Find somebody", chooseHint: "Find the person's file first; if there is none, add the resident.", add: "Add a resident", already: "This person has cases already", alreadyLine: (reference, stage, worker) => `${reference} · ${stage} · ${worker} answers for it`,
    words: "What brings them, and what was seen first", wordsHint: "In the words of whoever came. Only those who may open this case see it.", population: "As whom", populationAuto: "By age and disability", programme: "Under which programme", team: "Which team", worker: "Responsible worker", me: "Myself", origin: "Where they come from", originWords: "About the origin", originWordsHint: "E.g. Director Wang of Dongli community called; a teacher told them", openedOn: "Opened on", submit: "Open the case", opened: "The case is open.",
  },
  page: {
    stepper: "How far", who: "Who", person: "Open the resident's file", years: (age) => `${age} years`, phone: "Phone", lives: "Lives in", relations: "Family and support", picture: "Family picture", guardian: "Guardian", carer: "Carer", mustNot: "Must not be contacted", noRelations: "No family noted yet.", needs: "Needs", needsNone: "No needs written down yet.", needsAll: "All needs",
    others: "Other cases of this person", origin: "Origin", openedBy: (day, name) => `Opened on ${day} by ${name}`, episode: (nth) => `Episode ${nth}`, timeline: "What happened", access: "Who can see, who has", print: "Print", crumbs: "Cases",
    next: "Next", nextIs: (stage) => `Next: ${stage}`, missing: "This stage", nothingMissing: "Everything this stage should leave is there.", done: "There", notDone: "Missing", goThere: "Do it",
    review: "Review by", reviewLate: (day) => `A review was due on ${day}`, reviewBy: (day) => `Please review by ${day}`, needsApproval: "A supervisor approves this step; it waits for their word.", pausedUntil: (day) => `Paused until ${day}`, more: "Other",
    needWords: { reach: "How to reach them (phone or address)", consent: "Consent to keep data", guardian: "Guardian", needs: "At least one need", answers: "Every need has an answer" },
  },
  steps: {
    words: "Note", wordsWhy: "Why", onDay: "On",
    advance: (stage) => `Go on to ${stage}`, advanceHint: "What this stage brought; may be left empty", go_back: "Go back a stage", backTo: "Back to", pause: "Pause", until: "Until", resume: "Resume", close: "Close", closeReason: "Reason", closeWords: "Closing summary", closeHint: "What was done, what changed, what comes after, what the person says",
    reopen: "Open again", reopenWhy: "Why it is opened again", review: "Note a review", reviewWords: "What was seen, what was decided", hand_over: "Hand over", toWorker: "To whom", toTeam: "To which team", toTeamHint: "With a team alone, whoever of it takes over answers for the case", handover: "Handover note", handoverHint: "How things stand, what was promised, what to mind, when to meet next", save: "Save", ask: "Ask for approval", askHandOver: "Ask them to take over",
    approve: "Approve", send_back: "Send back", sendBackWords: "What to change", take_over: "Take over", refuse_handover: "Do not take over", refuseWords: "Why", withdraw: "Withdraw", approveWords: "Remark",
  },
  waiting: {
    approval: (name, step) => `${name} asks for approval: ${step}`, handover: (from, to) => `${from} asks ${to} to take over`, ownApproval: "Sent; waits for a supervisor.", closeAs: (reason) => `Reason: ${reason}`,
  },
  events: {
    opened: "Opened", advanced: (stage) => `On to ${stage}`, went_back: (stage) => `Back to ${stage}`, paused: (day) => `Paused until ${day}`, resumed: "Resumed", closed: (reason) => `Closed: ${reason}`, reopened: "Opened again", reviewed: "Review",
    approval_asked: (step) => `Approval asked: ${step}`, approval_withdrawn: "Request withdrawn", approved: "Approved", sent_back: "Sent back", transfer_asked: (to) => `${to} asked to take over`, transfer_withdrawn: "Handover withdrawn", transfer_accepted: "Taken over", transfer_refused: "Not taken over",
  },
  rules: {
    title: "Case rules and teams", lead: "A change holds from today; earlier versions are kept.", rulesCard: "Rules", approvals: "Steps a supervisor has to approve", days: "Days a case may stand in each stage without a review", note: "Why it is changed", save: "Save the rules", saved: "Saved.", version: (nth) => (nth === 0 ? "Not decided yet: Linli's proposal to begin with holds (not verified, taken from no rule)." : `Version ${nth}`),
    versions: "Earlier versions", line: (nth, day, name) => `Version ${nth}, from ${day}, ${name}`, teams: "Teams", teamsHint: "Team members may open the team's cases and record in them, but take no steps for the responsible worker.", addTeam: "Add a team", programmes: "Programmes", addProgramme: "Add a programme", name: "Name", join: "Join", joinWho: "Who joins", leave: (name) => `Let ${name} leave`, left: "Leave", closeTeam: "Close the team", closeProgramme: "No longer used", closeAsk: "It can no longer be chosen; cases stay as they are.", noTeams: "No teams yet.", noProgrammes: "No programmes yet.", nobody: "Nobody yet",
  },
  paper: { sexes: { female: "Female", male: "Male" }, consents: { given: "Given", refused: "Refused", withdrawn: "Withdrawn", expired: "Expired", never: "Never asked" } },
  print: { between: "; ", relative: (relation, name, marks) => `${relation} ${name}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`, need: (need, status) => `${need} (${status})`, title: (reference) => `Case ${reference}`, summary: "Closing summary", timeline: "What happened", printed: (day, name) => `Printed on ${day} by ${name}. Holds personal data: keep it safe and take it back.`, stage: "Stage", worker: "Responsible worker", person: "Service user", needs: "Needs", relations: "Family and support" },
  panel: { support: (worker) => `Worker ${worker}`, title: "Cases", line: (stage, standing) => `${stage} · ${standing}`, by: (worker) => `${worker} answers for it`, none: "No cases.", open: "Open a case", hidden: (reference) => `Case ${reference}` },
};

import type { zh } from "./zh.ts";

export const en: typeof zh = {
  title: "Badges",
  sources: { programme: "Volunteer programme", team: "Neighbours' team", activity: "Activity" },
  roles: { volunteer: "Volunteer", member: "Member of a neighbours' team", deputy: "Deputy of a neighbours' team", lead: "Lead of a neighbours' team", helper: "Volunteer at an activity" },
  states: { valid: "Valid", withdrawn: "Withdrawn", expired: "Expired", not_serving: "Not serving now" },
  reasons: { lost: "Lost", damaged: "Damaged", left: "No longer serves", mistake: "Printed by mistake" },
  list: {
    lead: "Who printed them, for whom and until when. Whoever scans one sees whether it is valid today, and no name.", print: "Print new ones", number: "Number", name: "Name", of: "Programme, team or activity", until: "Valid until", state: "State", printed: "Printed", none: "No such number", noneHint: "A number looks like 2026-K3F9-XWQ7.", empty: "None printed yet", emptyHint: "Choose a programme, team or activity, tick people, look at the preview and print.", numberHint: "The number on the badge",
    by: (name, day) => `${name} · ${day}`,
  },
  choose: {
    title: "Print badges", lead: "For volunteers who may serve today, members of teams, and volunteers with a place in an activity to come. Somebody can be given another; withdraw the one that was lost.", of: "Programme, team or activity", show: "Show people", people: "For whom", until: "Valid until", untilHint: "Three years at most. Once somebody leaves, a scan says so at once", print: "Make badges", nobody: "Nobody can be given one now", nobodyHint: "A volunteer needs training, screening, appraisal and agreement in force; a team needs members, an activity volunteers who signed up.", preview: "As it will be printed", page: (shown, all) => (all > shown ? `The ${shown} of the first page, of ${all} in all.` : `${all} in all.`), sample: "Nobody is ticked yet; this is the first of the list.", none: "No programme, team or activity with volunteers yet", noneHint: "Begin with a programme under volunteers.",
  },
  print: { title: (count) => `${count} printed in one go`, pdf: "Print (PDF)", lead: "A4, ten to a page; cut along the marks. Only those valid today are printed.", withdraw: "Withdraw…", reason: "Why", submit: "Withdraw this one", withdrawn: (day, name, reason) => `Withdrawn on ${day} by ${name}: ${reason}` },
  paper: { role: "Role", of: "Serves in", until: "Valid until", scan: "Scan to check", number: "No." },
  check: { title: "Check a badge", valid: "Valid", invalid: "No longer valid", validHint: "Whoever carries it serves with this organisation today.", invalidHint: "Whoever carries it does not speak for this organisation now. If in doubt, ask the organisation.", number: "Number", role: "Role", organization: "Organisation", unknown: "Not a badge of ours", unknownHint: "Please scan it again. If this stays, the organisation did not print it.", unnamed: "No name is shown here; compare the one on the badge." },
  fields: { of: "Programme, team or activity", person: "For whom", validUntil: "Valid until", reason: "Why" },
  refusals: {
    "badges.not_found": "No such badge.",
    "badges.source_not_found": "No such programme, team or activity.",
    "badges.until_unreadable": "Write a day, such as 2027-12-31.",
    "badges.until_out_of_range": "From today on, for three years at most.",
    "badges.not_serving": "Somebody chosen does not serve now. Load the list again and choose anew.",
    "badges.none_valid": "None of these is valid any more. Print new ones.",
    "badges.withdrawn_already": "This one was withdrawn already.",
    "badges.too_many": "Too many were looked up. Try again in an hour.",
  },
};

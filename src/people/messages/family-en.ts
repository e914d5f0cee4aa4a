import type { familyZh } from "./family-zh.ts";

export const familyEn: typeof familyZh = {
  tab: "Family picture", title: (name) => `Family and supports of ${name}`, print: "Print", edit: "Change relatives, household and supports",
  genogram: "Genogram", genogramSummary: (people, generations) => `Genogram: ${people} people in ${generations} generations. The same in words is below.`, genogramOnly: "No kin noted yet. Add them under “Relatives” first.",
  ecomap: "Ecomap", ecomapSummary: (supports) => `Ecomap: ${supports} supports around. The same in words is below.`, ecomapOnly: "No supports noted yet. Note friends, neighbours, school, work and how close they are under “Relatives”.", home: "Living together",
  inWords: "In words", legend: "Signs",
  signs: { male: "Male", female: "Female", unknown: "Sex not noted", centre: "The person", dead: "Died", disabled: "Disabled", carer: "Carer", guardian: "Guardian", together: "Living together", ended: "Marriage over", loose: "Kin, through whom is not known" },
  marks: { guardian: "G", carer: "C" },
  age: (years) => `${years}`, died: (year) => `died ${year}`, generation: (nth) => (nth === 0 ? "Same generation" : nth === -1 ? "One generation up" : nth === 1 ? "One generation down" : nth < 0 ? `${-nth} generations up` : `${nth} generations down`),
  of: (name, parents) => `${name}: child of ${parents}`, couple: (a, b, ended) => `${a} and ${b}: ${ended ? "marriage over" : "a couple"}`, siblings: (names) => `Brothers and sisters: ${names}`, and: " and ", looseLine: (a, b, relation) => `${b}: ${relation} of ${a}`, person: (name, facts) => (facts ? `${name} (${facts})` : name), between: ", ", years: (age) => `${age} years`, togetherLine: (names) => `Living together: ${names}`,
  ties: { strong: "Very close", ordinary: "Ordinary", weak: "Distant", strained: "Strained", broken: "Broken off", unsaid: "Closeness not noted" },
  kinds: { relative: "Relative", friend: "Friend", neighbour: "Neighbour", volunteer: "Volunteer", service: "Service", organisation: "Organisation", school: "School", work: "Work" },
  supportLine: (name, kind, tie) => `${name} (${kind}): ${tie}`,
  household: { title: "Living together", none: "Nobody is noted as living with the person.", self: "The person", since: (day) => `since ${day}`, left: (day) => `left ${day}`, out: "Moved out", outAsk: "From which day do they no longer live together?", who: "Who else lives here", whoHint: "Choose from the relatives above; add them first", from: "From", submit: "Note" },
  markForm: { title: "Change what somebody does", what: "What", relative: "Which relative", change: "Change", begin: "Begins", end: "Ends", on: "From", submit: "Note", kinds: { guardian: "Guardian", carer: "Carer", may_contact: "May be contacted", must_not_contact: "Must not be contacted" }, history: "What they did and how contact was ruled", line: (name, kind, from, until) => `${name}: ${kind}, ${from}${until}`, from: (day) => `from ${day}`, unknownFrom: "beginning not known", until: (day) => ` until ${day}` },
  support: { title: "Supports", lead: "Who and what holds the person up, and how close. A change is noted anew, what was stays.", none: "None noted yet.", relative: "Which relative", orName: "Or a name", orNameHint: "E.g. teacher Zhang, the shopkeeper, the health station", kind: "What", tie: "Closeness", note: "Note", from: "From", submit: "Note", over: "Over", overAsk: "From which day is it no more?", ended: (day) => `ended ${day}` },
};

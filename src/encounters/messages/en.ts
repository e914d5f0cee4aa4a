import type { zh } from "./zh.ts";

export const en: typeof zh = {
  refusals: {
    "encounter.not_found": "There is no such service record, or you may not see it.",
    "encounter.person_not_found": "Somebody in this record may no longer be seen. Take them out and save again.",
    "encounter.colleague_not_found": "A colleague in this record is no longer in the organisation. Take them out and save again.",
    "encounter.in_future": "That day is still to come. Enter a service once it has been given.",
    "encounter.too_late": "A service can be entered up to 90 days afterwards. Please talk to your supervisor.",
    "encounter.nobody_served": "Say who was served: at least one client or carer.",
    "encounter.person_twice": "Somebody is named twice. Take one out.",
    "encounter.next_without_words": "There is a day, but not what is to be done on it.",
    "encounter.next_in_past": "The next step cannot lie before the service.",
    "encounter.say_why": "Say why it is corrected.",
    "encounter.changed_meanwhile": "Somebody changed this record after you. Look at both and decide which stays.",
    "encounter.withdrawn_meanwhile": "This record was taken back. Decide whether to enter it anew.",
    "encounter.person_changed": "What is known of the person has changed since you took it along. Make sure it is the same person.",
    "encounter.withdrawn_before": "This record was taken back before.",
  },
  modes: { home: "Home visit", phone: "Phone", office: "At the office", video: "Video", outing: "Outing", group: "Group" },
  roles: { client: "Client", carer: "Carer", volunteer: "Volunteer" },
  fields: { happenedOn: "Day", minutes: "Length", mode: "How", communityId: "Community", placeWords: "Place", topics: "About", needIds: "Needs answered", seen: "What was seen", nextWords: "Next step", nextOn: "On", people: "Who took part", colleagues: "Colleagues", name: "Name", address: "Address", phone: "Phone", deceasedOn: "Died on", by: "Entered by" },
  minutesOf: (minutes: number) => (minutes < 60 || minutes % 30 !== 0 ? `${minutes} min` : `${minutes / 60} h`),
  list: {
    title: "Service records", lead: (sessions: number, personTimes: number, persons: number, hours: string) => `${sessions} services · ${personTimes} person-times · ${persons} persons · ${hours} h`,
    add: "Enter a service", field: "Visits on the phone", csv: "Export", print: "Print", search: "Name, pinyin or last four digits",
    from: "From", to: "To", mode: "How", topic: "About", all: "All", mine: "Only mine", next: "With a next step",
    empty: "No services yet", emptyHint: "After a service press “Enter a service”. On a phone use “Visits on the phone”: it works without a network.", none: "Nothing fits", noneHint: "Widen the days or drop a condition.",
    who: "Who", when: "Day", what: "About", by: "Entered by", hidden: "No longer shown",
  },
  person: { title: (name: string) => `Services for ${name}`, crumb: "Service records", add: "Enter a service", empty: "No service has been entered for them yet", file: "Open the file" },
  pick: { title: "Enter a service", lead: "First find the person.", search: "Name, pinyin or last four digits", none: "Nobody found. Try another way to write it, or make a file first.", born: (year: string) => `born ${year}` },
  form: {
    title: (name: string) => `A service for ${name}`, correctTitle: "Correct a service", save: "Save", who: "Who else took part", whoHint: "Family, carers and volunteers.", as: "As", addPerson: "Add somebody else", find: "Find", colleagues: "Colleagues who were there",
    when: "Day", today: "Today", yesterday: "Yesterday", otherDay: "Another day", minutes: "Length", otherMinutes: "Another length (minutes)", mode: "How", place: "Place", placeHint: "Not needed for a home visit. For example: community room, city hospital.",
    topics: "About", needs: "Needs it answered", needsHint: "A need still waiting becomes “being answered”.", seen: "What was seen and heard", seenHint: "A few words will do. Facts rather than judgements.", next: "Next step", nextWords: "What is to be done", nextOn: "On",
    more: "More: who took part, needs, next step", why: "Why it is corrected", offline: "There is no network. What you wrote stays on this device; save again when there is one.",
  },
  show: {
    title: "Service record", correct: "Correct", withdraw: "Take back…", reason: "Why it is taken back", withdrawNow: "Take this record back", withdrawn: (by: string, reason: string) => `${by} took this record back: ${reason}. It no longer counts anywhere.`,
    earlier: "As it was before", why: (why: string) => `Corrected because: ${why}`, entered: (by: string, at: string) => `Entered by ${by}, ${at}`, who: "Who took part", what: "About", facts: "This service", nothing: "Nothing was written.", none: "—",
  },
};

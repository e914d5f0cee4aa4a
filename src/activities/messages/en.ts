import { publicEn } from "./en-public.ts";
import { refusals } from "./en-refusals.ts";
import type { zh } from "./zh.ts";

export const en: typeof zh = {
  refusals,
  ...publicEn,
  title: "Activities",
  lead: "What is planned and what took place: who signed up, who waits, who came.",
  create: "New activity",
  panelEmpty: "Has not taken part yet",
  nextOn: (day) => (day === null ? "none ahead" : `next on ${day}`),
  kinds: { sport: "Sport", art: "Arts and crafts", talk: "Talk and sharing", outing: "Outing", meal: "Meal", class: "Class", other: "Other" },
  roles: { participant: "Participant", volunteer: "Volunteer", companion: "Companion" },
  statuses: { applied: "Waiting for an answer", waitlisted: "Waiting list", booked: "Has a place", cancelled: "Cancelled", refused: "Not accepted", walk_in: "Walk-in" },
  marks: { present: "Present", late: "Late", absent: "Absent", excused: "Excused", walk_in: "Walk-in" },
  openTos: { staff: "Workers sign people up", account: "People with an account sign themselves up", public: "Public: anybody may sign up" },
  criteria: {
    never_came: "People who have never come go first", homebound: "People who hardly leave home go first", waited_before: "People who waited before without getting in go first", lives_here: "Residents of the community go first", kept_appointments: "People who often stayed away without a word go last",
  },
  inOrder: "Where nothing tells people apart, whoever signed up first goes first. A place that becomes free is filled by itself in this order; people who come with a companion get in together.",
  populations: { child: "Children and teenagers (under 18)", elder: "Elders (60 and over)", disabled: "People with disabilities", homebound: "People who hardly leave home", carer: "Carers" },
  time: (from, until) => `${from}–${until}`,
  list: {
    coming: "Coming up", past: "Past", search: "Name or place", kind: "Kind", place: "Place", from: "From", to: "Until", all: "All", when: "When", what: "Activity", where: "Where", people: "Signed up", came: "Came",
    cancelled: "Cancelled", empty: "No activity found", emptyHint: "Try other filters, or plan a new activity.", export: "Download Excel", print: "Print",
    file: "activities", participation: "Participation", figures: "Figures", feeds: "Place calendars",
    filled: (booked, places) => `${booked} / ${places}`, waiting: (count) => `${count} waiting`, applied: (count) => `${count} to answer`, full: "Full",
    headers: { day: "Day", from: "From", until: "Until", name: "Activity", kind: "Kind", place: "Place", state: "State", places: "Places", booked: "Signed up", waiting: "Waiting", came: "Came", volunteers: "Volunteers" }, held: "As planned",
  },
  form: {
    title: "New activity", editTitle: "Change this and following sessions", lead: "Describe it, look at the dates, then save.", editLead: "Later sessions go to the nearest new day; those signed up keep their places and are told. What has no day left is cancelled.",
    about: "Activity", name: "Name", summary: "Description", summaryHint: "Shown on the public sign-up page.", kind: "Kind",
    whenWhere: "When and where", startsOn: "First day", from: "From", until: "Until", repeats: "Repeats", repeatsChoices: { once: "Once", weekly: "Weekly", fortnightly: "Every two weeks", monthly: "Monthly, same weekday", rule: "By a rule" },
    weekdays: "Weekdays", weekdaysHint: "None chosen: the weekday of the first day.", untilOn: "Last day", rule: "Recurrence rule (RFC 5545)", ruleHint: "Only with “By a rule” above, e.g. FREQ=MONTHLY;BYDAY=-1FR;COUNT=6 (last Friday, six times).",
    place: "Place", ownPlace: "Another place, or more exactly", ownPlaceHint: "E.g. second floor, by the east door.", noPlace: "Not on the list",
    places: "Places", participants: "Participants", volunteers: "Volunteers", companions: "Companions",
    who: "Who may come", openTo: "Signing up", admission: "When a place is free", admissions: { direct: "Given at once", review: "A worker looks first" }, closesHours: "Sign-up closes, hours before",
    minAge: "Youngest age", maxAge: "Oldest age", communities: "Only residents of", populations: "Only these groups", limitsHint: "Nothing filled in means no limit. Volunteers always need training, approval and agreement in force.",
    priority: "Order of the waiting list", priorityHint: "Compared one after the other; those who sign up can read this.", nth: (n) => `Criterion ${n}`, noCriterion: "Nothing more",
    preview: "Look at the dates", save: "Save", dates: (count) => `${count} sessions`, reason: "Why the change", moreDates: (count) => `and ${count} more`,
  },
  session: {
    edit: "Change this one", following: "Change this and following", signUp: "Sign somebody up", attendance: "Attendance", series: "All sessions", calledOff: (why) => `This session is cancelled: ${why}`, restore: "Take the cancellation back", restored: "Restored",
    places: "Places", booked: "With a place", waiting: "Waiting list", waitingHint: "In the order in which it moves.", applied: "Applications to answer", gone: "Cancelled and not accepted", nobody: "Nobody signed up yet", nobodyHint: "You can sign residents up; for public activities they can do so themselves.",
    name: "Name", role: "Role", needs: "Transport and needs", how: "Signed up by", channels: { staff: "a worker", account: "themselves", public: "public page", walk_in: "walk-in" }, attended: "Attendance", with: (name) => `with ${name}`,
    accept: "Accept", refuse: "Do not accept", reason: "Reason", cancelOne: "Cancel sign-up", cancelQuestion: (name) => `Cancel the sign-up of ${name}?`, cancelWhy: "Reason (optional)", actions: "Actions",
    calls: "Cancel this session", callWhy: "Why", callHint: "Everybody with a place or waiting gets this reason.", callOne: "Cancel this session", callFollowing: "Cancel this and all following",
    priority: "How the waiting list moves", history: "Changes", events: { moved: "Time, place or places changed", cancelled: "Cancelled", restored: "Restored", regrouped: "Planned anew" }, was: (day, time) => `was ${day} ${time}`,
    feedback: "What people said", faces: { good: "Happy", fair: "So-so", poor: "Not good" }, fewAnswers: (count) => `${count} answers; shown from 3 on.`, repeats: "Signed up again", repeatsHint: "The same person signed up again on the public page; takes no place.", code: "Code", print: "Print the list", from: "Lives in", age: (age) => `${age}`,
    full: "Full", of: (booked, places) => `${booked} / ${places}`,
  },
  change: { title: "Change this session", lead: "Only this one. Those signed up keep their places and are told when time or place change.", day: "Day", reason: "Reason (optional)", save: "Save" },
  enter: {
    title: (name) => `Sign up: ${name}`, find: "Find a resident", findHint: "Name, pinyin or last four digits of the phone", search: "Search", none: "Nobody found. A file can be opened under Residents.", choose: "Choose", role: "As", needs: "Transport and needs", needsHint: "E.g. a lift, wheelchair, sign language.",
    companion: "Companion", companionHint: "A carer or assistant as they are called, e.g. “daughter”.", companionNeeds: "The companion's needs", following: "Also for all later sessions", save: "Sign up", done: (status) => `Done: ${status}`,
  },
  attend: {
    title: "Attendance", lead: (there, all) => `${there} here of ${all} on the list`, there: "Here", undo: "Undo", more: "More", walkIn: "Walk-ins", walkInHint: "Also who did not sign up can be noted.", newName: "Not on file: name", newPhone: "Phone (optional)", add: "Note",
    rest: "All unmarked did not come", restQuestion: "Mark everybody unmarked as absent?", search: "Search", notYet: "Attendance can be taken from this day on.", empty: "The list is empty", emptyHint: "Search for walk-ins below.", scan: "The camera of a phone can scan people's codes, too.",
    checkIn: "Check in", checkedIn: (name) => `${name} is checked in`, toList: "Whole list", who: "Checking in",
  },
  series: { rule: "Repeats", priority: "Order of the waiting list", eligibility: "Who may come", anybody: "Anybody", ages: (min, max) => (min !== null && max !== null ? `${min}–${max} years` : min !== null ? `${min} and over` : `up to ${max ?? 0}`), sessions: "Sessions", once: "Once", by: (name) => `Planned by ${name}` },
  figures: {
    title: "Sessions and person-times", lead: "Every figure is counted from attendance and opens to its rows.", year: (year) => year, month: (month) => month, monthTitle: (month) => `Sessions and person-times, ${month}`,
    sessions: "Sessions", personTimes: "Person-times", persons: "Persons", volunteers: "Volunteers", volunteerTimes: "Volunteer times", total: "Year", hidden: "few, not shown", explain: "Person-times: one per person and session. Persons: different people, so months add up to more than the year. Companions noted by name only are not counted.",
    earlier: "Year before", later: "Year after", rows: "Rows", day: "Day", activity: "Activity", name: "Name", role: "Role", none: "No activity this month", noneHint: "Figures appear once attendance is taken.", chart: "Person-times and persons by month",
  },
  part: {
    title: "Participation", lead: "How many came in half a year, who never comes though expected, who comes more and more.", chart: "Person-times and persons by week", week: "Week of", neverCame: "Expected and never came", neverHint: "Had a place at least twice in 90 days, never came and did not excuse themselves. Perhaps they need a lift, or a visit.", rising: "Coming more and more", risingHint: "At least three times in 90 days, twice as often as in the 90 days before. Perhaps they would help to organise.",
    booked: (count) => `expected ${count} times`, last: (day) => `last ${day}`, more: (before, lately) => `${before} times before, ${lately} lately`, nobody: "Nobody", hiddenWeeks: "Weeks with few people are not shown.",
  },
  feeds: {
    title: "Place calendars", lead: "Puts the activities of a place into a phone's or computer's calendar. Whoever has the address can read it; it holds activity, time and place, nobody's name.", place: "Place", make: "Make an address", made: "New address (shown this once: copy it now)", none: "No calendar address yet", madeBy: (name, at) => `made by ${name}, ${at}`, revoke: "Stop", revokeQuestion: "Calendars using this address will no longer be updated.", mine: "My activities",
  },
  texts: {
    booked: (when, where) => `[Linli] You have a place: ${when}, ${where}. Please tell the station if you cannot come.`,
    refused: (when) => `[Linli] Your application for ${when} was not accepted. Please ask the station.`,
    moved: (when, where) => `[Linli] Your activity is now ${when}, ${where}. Please tell the station if you cannot come.`,
    cancelled: (when, _where, why) => `[Linli] The activity of ${when} is cancelled: ${why}`,
    restored: (when, where) => `[Linli] The activity of ${when} takes place after all, ${where}.`,
    reminder: (when, where) => `[Linli] Reminder: your activity is ${when}, ${where}. Please tell the station if you cannot come.`,
  },
};

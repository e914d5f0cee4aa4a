import type { zhRecruitment } from "./zh-recruitment.ts";

/** The same words in English. */
export const enRecruitment: typeof zhRecruitment = {
  title: "Recruitment", board: "Recruitment", lookedFor: "Whom we are looking for", lookedForHint: "e.g. patient, likes to listen; sign language very welcome", time: "How much time it takes", timeHint: "e.g. once a week for an hour or two, for half a year at least",
  places: "Places", placesHint: "People on their way or serving at once; empty for no limit", whenFull: "Once it is full", whenFulls: { wait: "keep a waiting list", close: "stop taking sign-ups" }, order: "Order of the waiting list",
  orders: { arrival: "who signed up first goes first", most_time: "who offers most time in a week goes first, then as they signed up" },
  placesLeft: (left, all) => `${left} of ${all} places left`, waitingNow: (all, waiting) => `All ${all} places are taken; ${waiting} waiting. You can join the waiting list: when somebody leaves, the next in order moves up and is told at once.`,
  placesTaken: (all) => `All ${all} places are taken; sign-up is closed for now.`, joinWaiting: "Join the waiting list",
  own: {
    title: "My sign-up", keep: "This page is yours alone: keep its address, do not pass it on. News will stand here.", open: "See how my sign-up stands", states: {
      received: "We have your sign-up and keep a place for you", waiting: "You are on the waiting list", declined: "This time we cannot ask you to join", withdrawn: "You took your sign-up back", left: "You have left this programme", approved: "Training and papers are done; you will be placed next", service_team: "You are in the service team", reserve: "You are in the reserve; we will ask you when needed",
    },
    turn: (number, of) => `number ${number} of ${of} waiting`, orderIs: (order) => `Order: ${order}`, tell: "When a place becomes free the next one moves up by itself, and we text you.",
    steps: "The steps ahead", done: "done", notYet: "not yet", interview: "Interview agreed", thanks: "Thank you for wanting to help a neighbour. You took the time to fill in the form, and we read it.", why: "Why", reasons: {
      full: "The places of this programme are taken.", hours: "The hours you are free are not the ones this programme needs now.", age: "This programme has rules about age.", requirement: "One of the papers it needs could not be had.", skills: "This programme needs a particular skill.", distance: "You live rather far from where it is.",
    },
    offers: "How else you can take part", offered: {
      reserve: "We keep you on the reserve list and will ask you first when things change.", other_programme: (name) => `“${name}” is looking for people; you may like it.`, activities: "Come to an activity in the community: a helping hand is often needed there.", later: "Things change in a few months: you are welcome to sign up again then.",
    },
    toOther: "See that programme", toActivities: "See activities", withdraw: "Take my sign-up back", withdrawQuestion: "It is no trouble if you cannot come: tell us, and the next one gets the place.", withdrawn: "Understood. Your sign-up is taken back; thank you for telling us.", more: "See other programmes", contact: "Ask us",
  },
  text: (address) => `[Linli] There is news of your sign-up as a volunteer: ${address}`,
  held: "Places in use", ofPlaces: (all) => `of ${all}`, noLimit: "no limit", left: "Places left", waiting: "Waiting list", nobodyWaits: "Nobody is waiting", nobodyWaitsHint: "Once it is full, new sign-ups stand here in the written order.", turnNumber: "Turn", since: "Waiting since", perWeek: "Free a week", hours: (count) => `${count} h`,
  interviews: "Interviews agreed", noInterviews: "No interviews agreed", noInterviewsHint: "Open an applicant and choose “Agree an interview”.", when: "When", place: "Where", with: "Interviewers", toMeet: "Not agreed yet", open: "Open",
  agree: { action: "Agree an interview", title: "Agree an interview", day: "Day", time: "Time", placeHint: "e.g. the station, first floor", who: "Interviewers", whoHint: "One or two; each writes their own notes before reading the other's", submit: "Agree and tell them" },
  interview: {
    title: "Interview", notes: "Interview notes", write: "My notes", words: "Notes", wordsHint: "What you heard and saw; leave out private matters that do not bear on it", impression: "Impression", impressions: { suits: "suits", unsure: "not sure", not_yet: "not yet" }, submit: "Save my notes",
    again: "Written again, the new ones count; the earlier stay.", hidden: "The other interviewer has written. Write yours to read them.", none: "No notes yet", earlier: "earlier notes", only: "Only the interviewers and whoever decides read these notes; each reading is written down.", off: "Call the interview off", offs: { applicant: "they cannot come", us: "we move it", did_not_come: "they did not come" }, isOff: (why) => `This interview was not held: ${why}`, offReason: "Why",
  },
  decline: {
    action: "Decline kindly", title: "Decline the application", lead: "On their own page they will read thanks, the reasons you choose and what else is possible. What cannot be told goes into the last field, which only colleagues read.", reasons: "Reasons they may be told", offers: "What else is possible", offerNames: { reserve: "keep in reserve", other_programme: "point to another programme", activities: "invite to activities", later: "ask to sign up later" },
    other: "Which programme", words: "Your own words to them", wordsHint: "e.g. Thank you for coming all the way; we remember the story of your grandmother.", note: "For colleagues only", submit: "Decline and tell them", preview: "What they will read",
  },
  reopen: { action: "Open the application again", title: "Open the application again", lead: "They get a place where one is free, else the last turn on the waiting list. The refusal stays in the history.", reason: "Why", submit: "Open and tell them" },
  link: "Their own page", linkHint: "If no text reached them, you can pass this address on to them.",
};

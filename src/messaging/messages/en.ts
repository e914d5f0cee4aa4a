import type { zh } from "./zh.ts";

export const en: typeof zh = {
  refusals: {
    "messaging.not_found": "There is no such message",
    "messaging.audience_unknown": "Please choose whom it is for",
    "messaging.too_many_people": "One message goes to {most} people at most; please narrow it down",
    "messaging.identity_number": "No identity numbers, please",
    "messaging.names_somebody": "A text message must not name anybody it goes to; please put it another way",
    "messaging.released_already": "This message has been let go already",
    "messaging.nobody": "Nobody would get it; see who is left out",
    "messaging.too_many_today": "One person sends at most {most} messages in 24 hours; try again tomorrow",
    "messaging.not_released": "This message has not been let go",
    "messaging.stopped_already": "This message was stopped already",
    "messaging.person_not_found": "There is no file of this person",
    "messaging.pass_unknown": "This link is wrong or no longer valid",
  },
  title: "Messages",
  sms: (words, link) => `[Linli] ${words} More, or no more messages: ${link}`,
  kinds: { activities: "Activities", services: "Services", greetings: "Greetings" },
  optOutKinds: { all: "all messages", activities: "messages about activities", services: "messages about services", greetings: "greetings" },
  audience: {
    segment: "Segments", programme: "Volunteer programmes", team: "Neighbours' teams", session: "Activities",
    standings: { all: "all volunteers", ready: "may serve today", service_team: "service team", reserve: "reserve", approved: "approved", applicant: "applicants" },
    sides: { booked: "with a place", waitlisted: "waiting", volunteer: "volunteers" },
    within: (group, label) => `${group}: ${label}`,
    of: (name, which) => `${name} · ${which}`,
    onDay: (day, name) => `${day} ${name}`,
  },
  reasons: {
    withheld: "Does not let data be kept", deceased: "Has died", no_contact: "Does not want to be contacted", asked_for_rest: "Asked not to be disturbed", opted_out: "Wants no more of this kind", no_guardian: "Under age, and no guardian can be reached", must_not_contact: "Only somebody who must not be contacted", no_address: "No account and no mobile",
    no_channel: "No text gateway is set up", gateway: "The text gateway did not take it; it will be tried again",
  },
  states: { planned: "Will get it", queued: "Waiting", sent: "Sent", joined: "Sent to the same number", failed: "Failed, will be tried again", not_sent: "Not sent", stopped: "Stopped", left_out: "Left out" },
  channels: { app: "In the app", sms: "Text", wecom: "WeCom", text: "Text" },
  list: {
    lead: (days) => `Write a few words, see who would get them, then send. What is not sent ${days} days after it was written is taken away.`, write: "Write a message", q: "The text holds", kind: "Kind", any: "All", words: "Text", to: "To", when: "When", by: "By", reached: "Reached", leftOut: "Left out", state: "State",
    draft: "Not sent yet", waiting: "About to leave", sent: "Sent", stopped: "Stopped", empty: "No message yet", emptyHint: "Write one, see who would get it and who would not, then send.", none: "No message fits", noneHint: "Try another word.",
  },
  write: {
    title: "Write a message", lead: "Next you see who would get it; nothing is sent yet.", to: "To whom", kind: "What kind", kindHint: "Residents can decline one kind only.", words: "Text", wordsHint: "Up to 300 characters. No names and nothing of health in texts.", easy: "Easy words", easyHint: "The same in short sentences. Whoever opens the link sees both.", save: "See who would get it", nobody: "There is no segment, programme, team or activity you may write to.",
  },
  show: {
    title: "Message", to: "To", kind: "Kind", by: "Written by", leaves: "Leaves", figures: "Who would get it", results: "What came of it", people: "Will get it", app: "In the app", texts: "Texts", joined: "Same phone, once", joinedHint: "several people at one number", guardians: "To a guardian", leftOut: "Who would not get it", noneLeftOut: "Everybody can be reached.", why: "Why", count: "People", see: "See who", asRead: "As the receiver reads it", smsText: "Text", easy: "Easy words", noEasy: "No easy words written.",
    send: (people) => `Send to ${people} people`, sendHint: "It leaves after 5 minutes; until then you can take it back.", again: "Write another like it", nobody: "Nobody can be reached, so it cannot be sent.", noGateway: "No text gateway is set up: texts will not leave. People with an account see it in the app.",
    waiting: (time) => `Leaves at ${time}; until then it can be taken back.`, stop: "Take it back", stopRest: "Stop what has not left", stoppedAt: (time) => `Stopped at ${time}`, export: "Download results", draftUntil: (day) => `Not sent yet. Taken away on ${day} unless it is sent.`, group: (name) => `People: ${name}`, name: "Name", how: "By", state: "State", at: "When", guardian: "to the guardian", all: "All",
  },
  person: {
    title: (name) => `${name}: messages`, lead: "When somebody says they want no more, write it down here; it counts at once.", stops: "No more messages", stop: "No more", again: "Begin again", off: "Gets none", on: "Gets them", said: "What was said", saidEmpty: "Nothing so far.", received: "Messages received", receivedEmpty: "Nothing was sent to this person.", kind: "Kind", choice: "Choice", when: "When", via: "How", by: "Written by",
    choices: { out: "No more", in: "Again" }, saidTo: { desk: "told the staff", link: "chose it at the link" }, words: "Text", state: "State",
  },
  panel: { title: "Messages", empty: "Gets messages.", open: "Messages and opt-out", out: (kind) => kind, optedOut: "No more" },
  note: {
    title: "A message for you", from: (name) => `From ${name}`, easy: "In short", stops: "No more of these?", stopsHint: "One press, and it counts at once. You can turn them on again.", stop: (kind) => `No more ${kind}`, stopAll: "No messages of any kind", off: (kind) => `You get no more ${kind}.`, again: (kind) => `Get ${kind} again`, done: "Done. It counts from now on.", call: (phone) => `Call us: ${phone}`, seen: "Got it",
  },
  file: { name: "message-results", headers: ["Name", "By", "To the guardian", "State", "Reason", "When"], yes: "yes" },
  fields: { audience: "To whom", kind: "Kind", words: "Text", easyWords: "Easy words" },
};

import type { publicZh } from "./zh-public.ts";

export const publicEn: typeof publicZh = {
  open: {
    title: "Community activities", lead: "Activities anybody may sign up for. Free, no account needed.", none: "No activity is open for sign-up now", noneHint: "Look again in a few days, or ring the social work station.", signUp: "Look and sign up", left: (count) => `${count} places left`, full: "Full; there is a waiting list",
    when: "When", where: "Where", who: "Who may come", closed: "Sign-up is closed.", name: "Your name", phone: "Phone", phoneHint: "To reach you when something changes.", birthOn: "Date of birth", needs: "Do you need transport or other help?", needsHint: "E.g. wheelchair, sign language, a lift from Lane 2.", companion: "Who comes with you", companionHint: "E.g. daughter, personal assistant. You get places together.",
    send: "Sign up", privacy: "Name and phone are used for this activity only. Nobody else sees who signed up.", order: "How the waiting list moves", website: "Please leave this empty",
  },
  pass: {
    title: "My sign-up", booked: "You have a place", waitlisted: "You are on the waiting list", applied: "Received; a worker will answer", cancelled: "You cancelled", refused: "Your sign-up was not accepted this time", waitHint: "When a place becomes free the list moves by itself, and you are told.", appliedHint: "You will be told once a worker has looked at it.", keep: "Please keep this page: you can cancel here, and show this code at the door.",
    code: "Your code, to be scanned at the door", cancel: "Cancel", cancelQuestion: "Not coming after all? The place goes to somebody waiting.", companions: (count) => `Coming along: ${count}`, calledOff: (why) => `This session is cancelled: ${why}`,
    feedback: "How was it?", words: "Anything you want to say", giveFeedback: "Send", thanks: "Thank you for telling us.", came: "You were there", more: "Other activities",
  },
  my: {
    title: "My activities", lead: "What you signed up for, and what you still can.", mine: "Signed up for", open: "Open for sign-up", none: "You have not signed up yet", noneHint: "Choose one below and press “I'll come”.", nothingOpen: "Nothing is open for sign-up now", come: "I'll come", help: "I'll help", pass: "Code and cancelling", news: "News", noPerson: "Your account is not linked to a person yet. Please tell a worker.",
    told: { booked: "you have a place", refused: "was not accepted", moved: "has another time or place", cancelled: "is cancelled", restored: "takes place after all", reminder: "is soon" }, at: (when) => `The activity of ${when}`,
    calendar: "Into my calendar", calendarHint: "A secret address for your phone's calendar; it keeps itself up to date.", make: "Make an address", made: "Your calendar address (shown this once)", revoke: "Stop my calendar address", has: "You have a calendar address in use.", needs: "Transport and needs",
  },
};

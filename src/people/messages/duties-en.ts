import type { dutiesZh } from "./duties-zh.ts";

/** The same in English. */
export const dutiesEn: typeof dutiesZh = {
  duties: {
    title: "To do after a withdrawal", lead: "After a withdrawal the system shows, sends and plans nothing more at once; what remains must be stopped, told or deleted by somebody.", open: "To do", settled: "Settled", tabs: "Duties", empty: "Nothing to do", emptyWhat: "When somebody withdraws a consent, what must be done is listed here.",
    of: (purpose) => `Withdrew “${purpose}”`, by: (name, day) => `${name} · by ${day}`, kinds: { stop: "Stop", tell: "Tell", delete: "Delete" },
    what: {
      stop_contact: "Look for calls and visits already agreed, and cancel them", tell_contacts: "Tell colleagues, friends and volunteers not to get in touch", stop_copies: "Take back lists on paper, in sheets and on phones", delete_file: "Decide how the data is deleted, and write down why", tell_person: "Tell the person what was done",
      tell_recipients: "Ask those who received data to stop and delete", stop_sharing: "Take back lists handed out or about to be", delete_pictures: "Delete the pictures and take down those put up", tell_publishers: "Ask those who published pictures to take them down", stop_pair: "End the running pair in a good way", tell_friend: "Tell the friend: no more meetings and no contact",
    },
    states: { open: "To do", late: "Overdue", done: "Done", not_needed: "Not needed", lapsed: "Agreed again" }, answers: { done: "Done", not_needed: "Not needed", handed_over: "Hand over", reopened: "Open again" },
    answer: "How it stands", words: "What was done, or why it is not needed", owner: "To whom", submit: "Note", source: (text) => `Days: ${text}`, notVerified: "not verified", said: (answer, by, words) => `${answer} · ${by}: ${words}`, file: "To do",
  },
  access: { reveal: "Role may open files and reveal numbers", write: "Role may write in files", read: "Role may open files" },
  sheet: {
    title: "Who looked at my data", mine: "Who looked at my data", button: "Answer for the person", print: "Print", lead: "You have a right to know who can see your data, why, and who has.", name: "Name", madeOn: "Date", by: "Handled by", can: "Who can see it now", readings: "Who looked or changed", consents: "What you agreed to", never: "Never asked", duties: "What we are doing for you", noDuties: "Nothing.",
    ask: (name, phone) => `For questions, or to see, correct, withdraw or delete, ask ${name}${phone ? `, telephone ${phone}` : ""}.`, sign: "Received by (signature): ____________________", none: "Nobody has looked.", law: "PIPL art. 44–47",
  },
};

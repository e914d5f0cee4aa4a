import type { digestZh } from "./digest-zh.ts";

export const digestEn: typeof digestZh = {
  title: "Weekly digest", lead: "What waits for you now in the teams you supervise. A number opens to its list.", keptLead: (from, made) => `The week from ${from}, made ${made}. The numbers are those of then, the lists those of now.`,
  now: "Now", week: (from) => `Week from ${from}`, print: "Print", back: "The digest of now",
  lines: { incidents: "New incidents in 7 days", overdue: "People overdue for contact", silent: "Pairs gone quiet", approvals: "Cases waiting for approval", reviews: "Cases past their review", plans: "Plans due for review", strained: "Carers under much strain" },
  load: "Workers' cases", worker: "Worker", open: "Open", late: "Past their review", loadEmpty: "No open cases yet", loadHint: "A case that is opened counts with the worker who answers for it.",
  scope: "Whoever belongs to a team sees its cases; people only another team looks after are not counted here. Whoever belongs to none sees the whole organisation.",
  past: "Weeks before", pastEmpty: "No digests yet", pastHint: "One is made every week at its hour and stays here to be opened.", all: "Together", made: "Made",
  when: "When it is made", weekday: "Day", hour: "Hour", hourName: (hour) => `${hour}:00`, save: "Save", changed: (name) => `Set by ${name}`, usual: "Nobody has changed it: Linli's own proposal.",
  mail: "By mail", mailOn: "You get a mail when your digest is made. It holds an address to open and no names.", mailOff: "You get no mail; the digest is made all the same and stands on Today.", stopMail: "No mail", wantMail: "By mail, please", saved: "Saved.",
};

import type { zh } from "./zh.ts";
import { auditWords } from "./audit-words.ts";
import { refusalsEn } from "./refusals.ts";

/** English, complete, in the shape of the Chinese source. */
export const en: typeof zh = {
  refusals: refusalsEn,
  keyboard: { title: "Keyboard", lead: "What can be done without a mouse. While you type in a field letters are letters; only keys with Ctrl or ⌘ still work.", everywhere: "Everywhere", inSearch: "While searching", house: { search: "Find people, activities, groups and teams, or go to a page", help: "Show the keys", close: "Close a menu, the search or a dialog" }, palette: { choose: "Go up or down", open: "Open what is chosen" } },
  search: { title: "Search", hint: "People, activities, groups, teams: by name, pinyin (xiangqi) or initials (xq); people also by the last four digits of a telephone", none: (q) => `Nothing found for “${q}”`, noneHint: "Try another way: two characters, pinyin or initials. What you may not see never appears.", about: "About", all: "All", everything: "All kinds", first: (count) => `The first ${count}. Write more of the name to find others.` },
  access: { title: "Who can see, who has", lead: "Whoever may open this can see who else may, and who has.", can: "Who can open it now", why: "Why", readings: "Openings and changes", what: "What", none: "Nobody has opened it yet.", nobody: "Nobody can open it." },
  audit: {
    title: "Audit trail",
    lead: "Who did what and when, and who opened whose file. Lines can be added, never changed; each follows from the one before, so a change is found.",
    verify: "Check that it is whole",
    whole: (entries) => `${entries} entries, whole`,
    broken: (seq) => `Entry ${seq} was tampered with`,
    head: "Hash of the latest entry (note it elsewhere to compare later)",
    action: "Action",
    everything: "Everything",
    who: "Who",
    subject: "Subject",
    at: "When",
    empty: "Nothing has been recorded yet",
    ...auditWords.en,
  },
  api: {
    title: "API",
    lead: "The same services as the pages, with the same rights. Sign in with a personal access token: Authorization: Bearer …",
    document: "OpenAPI 3.1 document",
    policy: "Rights",
    open: "No sign-in needed",
    signedIn: "Anyone signed in",
  },
  jobs: {
    title: "Background tasks",
    empty: "No background tasks yet. Longer work such as imports, matching and reports will appear here.",
    kinds: { "register.check": "Checking a register", "register.apply": "Register import", "register.undo": "Undoing an import", "matching.solve": "Matching round", "routing.plan": "Plan a round of visits", "routing.try_change": "See how a round would change", "insights.return": "Monthly return" },
    status: { waiting: "Waiting", running: "Running", cancelling: "Cancelling", cancelled: "Cancelled", failed: "Not finished", done: "Done" },
    requestedAt: "Asked for",
    progress: "Progress",
    of: (done, total) => `${done} of ${total}`,
    remaining: (minutes) => (minutes < 1 ? "Less than a minute left" : `About ${minutes} min left`),
    cancel: "Cancel the task",
    leave: "You may leave this page; the task goes on.",
    open: "Show the result",
    again: "Run again",
    againHint: "Nothing incomplete was kept, so it can safely be run again.",
    next: "Next page",
  },
};

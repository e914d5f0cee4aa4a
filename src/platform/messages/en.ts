import type { zh } from "./zh.ts";

/** English, complete, in the shape of the Chinese source. */
export const en: typeof zh = {
  refusals: {
    "access.sign_in": "Please sign in first.",
    "access.not_allowed": "Your role does not allow this. If your work needs it, ask your organisation's administrator.",
    "access.no_consent": "The person has not agreed to this purpose, so it cannot go on.",
    "access.second_factor": "Please finish the second step of signing in before opening personal files.",
    "platform.check_fields": "Some fields need a look; they are marked below.",
    "platform.key_reused": "This submission's number was already used for other content. Reload the page and send again.",
    "platform.version_missing": "The version you read is missing. Reload the page, then change it.",
    "platform.changed_meanwhile": "Somebody changed the same record while you were typing. Compare both sides, then decide.",
    "platform.cursor_unknown": "This place in the list is no longer valid. Start again from the first page.",
    "platform.foreign_request": "This request did not come from a page of Linli and was refused. Go back to Linli and try there.",
    "platform.unexpected": "Something unexpected went wrong and has been noted. Please try again later.",
    "platform.not_found": "Nothing was found here. The address may be mistyped, or what was here has moved.",
    "platform.too_large": "That is too large. Please send less.",
    "jobs.not_found": "There is no such task.",
    "jobs.already_ended": "This task has already ended and cannot be cancelled.",
    "jobs.unknown_kind": "This version does not know that kind of task.",
  },
  jobs: {
    title: "Background tasks",
    empty: "No background tasks yet. Longer work such as imports, matching and reports will appear here.",
    kinds: { "register.apply": "Register import", "register.undo": "Undoing an import", "matching.solve": "Matching round", "insights.return": "Monthly return" },
    status: { waiting: "Waiting", running: "Running", cancelling: "Cancelling", cancelled: "Cancelled", failed: "Not finished", done: "Done" },
    requestedAt: "Asked for",
    progress: "Progress",
    of: (done, total) => `${done} of ${total}`,
    remaining: (minutes) => (minutes < 1 ? "Less than a minute left" : `About ${minutes} min left`),
    cancel: "Cancel the task",
    leave: "You may leave this page; the task goes on.",
    open: "Show the result",
    next: "Next page",
  },
};

import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";
import { SEND } from "./model/policy.ts";

const send = needs(SEND);

/** Pages of messages: one for whoever holds the sealed code, the others for those who write. */
export const pages = [
  page("notes/:slug/:pass", "messaging/pages/show-note.tsx", open("the sealed code is the key, and shows one message without a name")),
  page("messages", "messaging/pages/list-messages.tsx", send),
  page("messages/new", "messaging/pages/write-message.tsx", send),
  page("messages/people/:personId", "messaging/pages/person-messages.tsx", send),
  page("messages/:messageId", "messaging/pages/show-message.tsx", send),
  page("messages/:messageId/export", "messaging/pages/export-results.ts", send),
];

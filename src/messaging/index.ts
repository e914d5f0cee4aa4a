/** The door of messages to a segment. */
export { writeMessage } from "./service/sending/write-message.ts";
export { MESSAGE_TOPIC, type MessageLetter, releaseMessage } from "./service/sending/release-message.ts";
export { endDrafts } from "./service/sending/end-drafts.ts";
export { TIDY } from "./model/policy.ts";
export { carryMessage } from "./service/sending/carry-message.ts";
export { chooseOptOut } from "./service/opt-outs/choose-opt-out.ts";
export { listMyNews } from "./service/list-my-news.ts";
export { messagesPanel } from "./service/person-panel.ts";

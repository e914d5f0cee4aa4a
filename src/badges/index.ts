/** The door of badges. */
export { printBadges } from "./service/print-badges.ts";
export { withdrawBadge } from "./service/withdraw-badge.ts";
export { choosePeople, sourceChoices } from "./service/choose-people.ts";
export { listBadges } from "./service/list-badges.ts";
export { passOfBadge } from "./service/check-badge.ts";

/** The door of group work. */
export { groupsPanel } from "./service/person-panel.ts";
export { groupsFound } from "./service/groups-found.ts";
export { groupPaper, type GroupPaper } from "./service/papers/group-paper.ts";
export { showGroup } from "./service/show-group.ts";
export { addMember } from "./service/add-member.ts";
export { logSession } from "./service/log-session.ts";
export { openGroup } from "./service/open-group.ts";
export { planSession } from "./service/plan-session.ts";
export { rateMember } from "./service/rate-member.ts";
export { stepGroup } from "./service/step-group.ts";
export { stepMember } from "./service/step-member.ts";

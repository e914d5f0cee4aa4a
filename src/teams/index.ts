/** The door of elders who help elders: teams of neighbours, their rota and what is asked of them. */
export { teamsPanel } from "./service/person-panel.ts";
export { teamsFound } from "./service/teams-found.ts";
export { listDueInTeams, type DueInTeams } from "./service/list-due.ts";
export { membersOfTeams, peopleOfTeam, teamNames } from "./service/people-of-team.ts";
export { listTeams } from "./service/list-teams.ts";
export { foundTeam } from "./service/found-team.ts";
export { addMember } from "./service/people/add-member.ts";
export { stepMember } from "./service/people/step-member.ts";
export { addElder } from "./service/people/add-elder.ts";
export { askTeam } from "./service/requests/ask-team.ts";
export { stepRequest } from "./service/requests/step-request.ts";
export { closeTeam } from "./service/closing/close-team.ts";
export { handOver } from "./service/closing/hand-over.ts";
export { endRota } from "./service/closing/end-rota.ts";
export { planWeek } from "./service/rota/plan-week.ts";
export { askSwap } from "./service/rota/ask-swap.ts";
export { answerSwap } from "./service/rota/answer-swap.ts";
export { showWeek } from "./service/rota/show-week.ts";

import { listDueCases } from "../../casework/index.ts";
import { listDueAssessments } from "../../assessment/index.ts";
import { listOverdue } from "../../encounters/index.ts";
import { listDueEnquiries } from "../../enquiries/index.ts";
import { countHoursWaiting } from "../../hours/index.ts";
import { listDueAttempts } from "../../outreach/index.ts";
import { addDays } from "../../kernel/calendar.ts";
import { listBirthdays, listDueObligations } from "../../people/index.ts";
import { listDuePlanWork } from "../../planning/index.ts";
import { listNotices } from "../../platform/notify/notices.ts";
import type { Session } from "../../platform/db/session.ts";
import { listDueFollows } from "../../employment/index.ts";
import { listMyNews } from "../../messaging/index.ts";
import { listDueInTeams } from "../../teams/index.ts";
import { listDueReferrals } from "../../referral/index.ts";
import { listDueIncidents } from "../../safeguarding/index.ts";
import { listMyPairs, listOpenConcerns, listSilentPairs } from "../../visits/index.ts";
import { listAwaitedAnswers, listDueTalks, listSuspendedPairs } from "../../matching/index.ts";
import { inOrder, urgencyOf, type TodayTask } from "../model/task.ts";

/** Most lines of one kind; the rest is behind the kind's own list. */
const MOST = 20;

/** Everything that waits for the actor's word today. Each source shows only what the actor's role may see. */
export async function compileToday(session: Session): Promise<TodayTask[]> {
  const sources = await Promise.all([incidents(session), concerns(session), duties(session), suspended(session), silence(session), enquiries(session), cases(session), referrals(session), follows(session), attempts(session), rhythm(session), answers(session), assessments(session), plans(session), ownVisits(session), hours(session), talks(session), teams(session), news(session), digests(session), birthdays(session)]);
  return inOrder(sources.flat());
}

async function incidents(session: Session): Promise<TodayTask[]> {
  return (await listDueIncidents(session, MOST)).map(({ id, name, duty: { rule, state } }) => ({
    kind: "incident", urgency: rule.mandatory || state === "late" ? "late" : "today", name, birthOn: null, link: rule.mandatory ? `/safeguarding/${id}/report` : `/safeguarding/${id}`, params: { to: rule.to, law: Number(rule.mandatory) },
  }));
}

async function concerns(session: Session): Promise<TodayTask[]> {
  if (!session.actor.capabilities.has("concerns.read")) return [];
  const { rows } = await listOpenConcerns(session);
  return rows.slice(0, MOST).map((row) => ({
    kind: "concern", urgency: row.severity === "danger" || row.unseen ? "late" : "today", name: row.aboutName, birthOn: null, link: `/concerns/${row.id}`,
    params: { severity: row.severity, by: row.raisedByName },
  }));
}

async function duties(session: Session): Promise<TodayTask[]> {
  return (await listDueObligations(session, MOST)).map(({ id, name, birthOn, dueOn, what }) => ({ kind: "duty", urgency: urgencyOf(dueOn, session.today), name, birthOn, link: `/people/duties#duty-${id}`, params: { zh: what.zh, en: what.en } }));
}

async function suspended(session: Session): Promise<TodayTask[]> {
  return (await listSuspendedPairs(session)).slice(0, MOST).map(({ pairId, residentName, helperName }) => ({ kind: "suspended", urgency: "late", name: residentName, birthOn: null, link: `/pairs/${pairId}`, params: { helper: helperName } }));
}

async function silence(session: Session): Promise<TodayTask[]> {
  return (await listSilentPairs(session)).slice(0, MOST).map((pair) => ({
    kind: "silence", urgency: "late", name: pair.residentName, birthOn: pair.birthOn, link: `/pairs/${pair.pairId}`,
    params: { quietDays: pair.quietDays, rhythmDays: pair.rhythmDays, helper: pair.helperName },
  }));
}

async function enquiries(session: Session): Promise<TodayTask[]> {
  return (await listDueEnquiries(session, MOST)).map(({ id, words, community, dueOn }) => ({
    kind: "enquiry", urgency: urgencyOf(dueOn, session.today), name: "", birthOn: null, link: `/enquiries/${id}`,
    params: { words: words.slice(0, 60), community: community ?? "" },
  }));
}

async function cases(session: Session): Promise<TodayTask[]> {
  return (await listDueCases(session, MOST)).map(({ caseId, name, birthOn, kind, dueOn }) => ({
    kind: "case", urgency: kind === "review" ? urgencyOf(dueOn, session.today) : dueOn < session.today ? "late" : "today", name, birthOn, link: `/cases/${caseId}`, params: { what: kind },
  }));
}

async function referrals(session: Session): Promise<TodayTask[]> {
  return (await listDueReferrals(session, MOST)).map(({ id, name, otherName, dueOn, what }) => ({ kind: "referral", urgency: urgencyOf(dueOn, session.today), name, birthOn: null, link: `/referrals/${id}`, params: { what, other: otherName } }));
}

async function follows(session: Session): Promise<TodayTask[]> {
  return (await listDueFollows(session, MOST)).map(({ jobId, name, birthOn, placeName, dueOn }) => ({ kind: "follow", urgency: urgencyOf(dueOn, session.today), name, birthOn, link: `/employment/jobs/${jobId}`, params: { place: placeName } }));
}

async function attempts(session: Session): Promise<TodayTask[]> {
  return (await listDueAttempts(session, MOST)).map((row) => ({
    kind: "attempt", urgency: urgencyOf(row.dueOn, session.today), name: row.name, birthOn: row.birthOn, link: row.link, params: { round: row.roundName },
  }));
}

async function rhythm(session: Session): Promise<TodayTask[]> {
  return (await listOverdue(session, MOST)).map(({ personId, name, birthOn, dueOn, overdueDays, everyDays }) => ({
    kind: "rhythm", urgency: urgencyOf(dueOn, session.today), name, birthOn, link: `/encounters/new/${personId}`, params: { overdueDays, everyDays },
  }));
}

async function answers(session: Session): Promise<TodayTask[]> {
  return (await listAwaitedAnswers(session, MOST)).map((row) => ({
    kind: "answer", urgency: urgencyOf(row.dueOn, session.today), name: row.residentName, birthOn: null, link: `/pairs/${row.pairId}`, params: { helper: row.helperName, days: row.waitingDays },
  }));
}

async function assessments(session: Session): Promise<TodayTask[]> {
  return (await listDueAssessments(session, MOST)).map(({ personId, name, birthOn, instrument, dueOn }) => ({
    kind: "assessment", urgency: urgencyOf(dueOn, session.today), name, birthOn, link: `/assessments/of/${personId}`, params: { zh: instrument.zh, en: instrument.en },
  }));
}

async function plans(session: Session): Promise<TodayTask[]> {
  const { reviews, steps } = await listDuePlanWork(session, MOST);
  return [
    ...reviews.map(({ id, name, birthOn, reviewOn }) => ({ kind: "plan_review" as const, urgency: urgencyOf(reviewOn ?? session.today, session.today), name, birthOn, link: `/plans/${id}`, params: {} })),
    ...steps.map(({ planId, stepId, name, birthOn, words }) => ({ kind: "plan_step" as const, urgency: "late" as const, name, birthOn, link: `/plans/${planId}#step-${stepId}`, params: { words } })),
  ];
}

async function talks(session: Session): Promise<TodayTask[]> {
  return (await listDueTalks(session)).slice(0, MOST).map(({ pairId, residentName, helperName, dueOn }) => ({ kind: "talk", urgency: urgencyOf(dueOn, session.today), name: residentName, birthOn: null, link: `/pairs/${pairId}`, params: { helper: helperName } }));
}

/** Neighbours' teams: for workers what nobody took or finished, for members what waits, what they took, and swaps for them to answer. */
async function teams(session: Session): Promise<TodayTask[]> {
  const { requests, swaps } = await listDueInTeams(session, MOST);
  return [
    ...requests.map(({ id, elderName, teamName, kind, wantedOn, why }) => ({
      kind: "neighbour" as const, urgency: why === "untaken" || why === "unfinished" ? "late" as const : urgencyOf(wantedOn, session.today), name: elderName, birthOn: null, link: `/team-requests/${id}`, params: { why, what: kind, team: teamName },
    })),
    ...swaps.map(({ teamId, name, count }) => ({ kind: "swap" as const, urgency: "today" as const, name, birthOn: null, link: `/teams/${teamId}/week`, params: { count } })),
  ];
}

/** A weekly digest stays here until it was opened; it comes as a notice. */
async function digests({ actor, read }: Session): Promise<TodayTask[]> {
  if (!actor.capabilities.has("cases.supervise")) return [];
  return (await read((tx) => listNotices(tx, actor, MOST, "digest"))).map(({ link }) => ({ kind: "digest", urgency: "news", name: "", birthOn: null, link, params: {} }));
}

/** Messages to a segment that came to the reader's own account. */
async function news(session: Session): Promise<TodayTask[]> {
  return (await listMyNews(session)).map(({ link }) => ({ kind: "message", urgency: "news", name: "", birthOn: null, link, params: {} }));
}

/** One quiet line for those who go and see people; the list holds the names. */
async function birthdays(session: Session): Promise<TodayTask[]> {
  const { actor: { capabilities, strong }, today } = session;
  if (!capabilities.has("people.read") || !capabilities.has("encounters.write") || !strong) return [];
  const count = (await listBirthdays(session, { from: today, until: addDays(today, 1) })).length;
  return count === 0 ? [] : [{ kind: "birthday", urgency: "news", name: "", birthOn: null, link: "/people/birthdays", params: { count } }];
}

/** One line each for the hours, corrections and applications that wait: their own lists hold the names. */
async function hours(session: Session): Promise<TodayTask[]> {
  const { pending, asked, applications } = await countHoursWaiting(session);
  const line = (kind: TodayTask["kind"], count: number, link: string): TodayTask[] => (count === 0 ? [] : [{ kind, urgency: kind === "hours" ? "soon" : "today", name: "", birthOn: null, link, params: { count } }]);
  return [...line("correction", asked, "/hours?show=asked"), ...line("application", applications, "/certificates"), ...line("hours", pending, "/hours")];
}

async function ownVisits(session: Session): Promise<TodayTask[]> {
  if (!session.actor.capabilities.has("visits.own")) return [];
  return (await listMyPairs(session)).flatMap(({ pairId, name, dueOn }) => (dueOn === null ? [] : [{
    kind: "visit" as const, urgency: urgencyOf(dueOn, session.today), name, birthOn: null, link: `/my-pairs/${pairId}`, params: { dueOn },
  }]));
}

import { listBadges, passOfBadge, printBadges } from "#badges/index.ts";
import { randomUUID } from "node:crypto";
import { anAttempt, givenRoundOf } from "#outreach/testing.ts";
import { logAttempt } from "#outreach/service/members/log-attempt.ts";
import { givenMember, givenSignedIn, testGround } from "#identity/testing.ts";
import { createOrganization, inviteMember } from "#identity/index.ts";
import { CAPABILITIES, ROLE_PACK } from "#identity/model/role-pack.ts";
import { createAccessToken } from "#identity/service/tokens/create-access-token.ts";
import { AccountId, OrgId } from "#kernel/ids.ts";
import { givenPair } from "#matching/testing.ts";
import { beginRound, computeRun, requestRun, saveWish } from "#matching/index.ts";
import { givenPersons } from "#people/testing.ts";
import { addRelationships, answerObligation, changeHousehold, listDueObligations, recordConsents, relativesOf } from "#people/index.ts";
import { changeTemplate, makeDocument, makeGroupDocument, SHIPPED } from "#documents/index.ts";
import { mergePersons } from "#people/service/merging/merge-persons.ts";
import { addDays } from "#kernel/calendar.ts";
import { givenStreet, givenUnit } from "#places/testing.ts";
import { beginPlan, changeAsks, changeOffer, changeTeam, changeVisit, chooseVisits, computePlan, decideStop, replanDay, requestChange, showPlan, solveDay, workOutTrial } from "#routing/index.ts";
import { openSession, type Session } from "#platform/db/session.ts";
import { orgKeys } from "#platform/secrets/org-keys.ts";
import { addHonour, applyForCertificate, decideHours, issueCertificate, listHours, stepApplication } from "#hours/index.ts";
import { givenAssessment } from "#assessment/testing.ts";
import { givenEncounter, givenPhoto } from "#encounters/testing.ts";
import { givenJob, givenOpening, givenProfile } from "#employment/testing.ts";
import { addEntry, Entry } from "#employment/index.ts";
import { stepReferral } from "#referral/index.ts";
import { givenReferral } from "#referral/testing.ts";
import { givenIncident } from "#safeguarding/testing.ts";
import { changeCaseRules } from "#casework/index.ts";
import { givenCase, givenNeed } from "#casework/testing.ts";
import { createSeries, listSessions, signUp, takeAttendance } from "#activities/index.ts";
import { makeFeed } from "#activities/service/feeds/make-feed.ts";
import { passOf } from "#activities/service/registration/passes.ts";
import { askForHelp } from "#enquiries/index.ts";
import { invitePerson, stepInvitation } from "#pathways/index.ts";
import { changePath, showPath } from "#pathways/service/change-path.ts";
import { endEpisode } from "#pathways/service/end-episode.ts";
import { showClimber } from "#pathways/service/show-climber.ts";
import { rateMember, stepMember } from "#groups/index.ts";
import { givenGroup, givenSession } from "#groups/testing.ts";
import { addMember as addTeamMember, askSwap, askTeam, planWeek, showWeek, stepMember as stepTeamMember, stepRequest } from "#teams/index.ts";
import { givenTeam } from "#teams/testing.ts";
import { chooseOptOut, releaseMessage } from "#messaging/index.ts";
import { passOf as notePassOf } from "#messaging/service/passes.ts";
import { givenMessage } from "#messaging/testing.ts";
import { jobKinds } from "#app/slices.ts";
import { openJobSession } from "#identity/index.ts";
import type { Policy } from "#platform/access/policy.ts";
import { runJob } from "#platform/jobs/run-job.ts";
import { uploadUnits } from "#places/service/import-units.ts";
import { uploadRegister } from "#register/index.ts";
import { submitReturn } from "#insights/service/submit-return.ts";
import { changeDigestRule } from "#insights/service/digest/change-digest.ts";
import { openDigest, showDigest } from "#insights/service/digest/show-digest.ts";
import { sendDigest } from "#insights/index.ts";
import { givenRespite, givenStrain } from "#insights/testing.ts";
import { logVisit } from "#visits/index.ts";
import { answerVersion, rateGoal } from "#planning/index.ts";
import { beginVersion } from "#planning/service/drafts/begin-version.ts";
import { anAnswer, givenSettledPlan } from "#planning/testing.ts";
import { agreeInterview, declineApplicant, publishAgreement, SignUpForm, signAgreement, signUpPublicly, uploadSignUps, writeNote } from "#volunteering/index.ts";
import { keepPaper } from "#volunteering/service/pathway/show-agreement.ts";
import { givenProgramme, givenVolunteer, signUpSheet } from "#volunteering/testing.ts";
import { holdTraining } from "#volunteering/service/training/hold-training.ts";
import { sql } from "kysely";
import type { Site } from "./site.ts";

/** What makes an organisation's words recognisable wherever they come out. */
export interface Mark {
  /** Stands in every name and every text. */
  readonly word: string;
  /** Two characters of the names; nobody else has them. */
  readonly characters: string;
  readonly slug: string;
  /** Eleven digits; the last four are searched for. */
  readonly phone: string;
  /** Eighteen characters whose check holds. */
  readonly residentId: string;
}

export type RoleKey = (typeof ROLE_PACK)[number]["key"];

/** A small made-up organisation with a row wherever people write something. */
export interface Town {
  readonly orgId: string;
  readonly mark: Mark;
  /** Session tokens of signed-in members, one per role, each with a second factor. */
  readonly cookies: Readonly<Record<RoleKey, string>>;
  readonly pairId: string;
  /** Another pair of the same organisation, which the signed-in volunteer is no part of. */
  readonly otherPairId: string;
  readonly invitation: string;
  /** The code of a sign-up for an activity, and a calendar's secret. */
  readonly pass: string;
  readonly calendar: string;
  /** The code of a message somebody got. */
  readonly note: string;
  /** The code of an applicant's own page. */
  readonly application: string;
  /** The code on somebody's badge. */
  readonly badge: string;
  readonly bearer: string;
  /** May do everything; acts as the worker. */
  readonly keeper: Session;
}

/** The roles of the pack that a policy lets in. */
export const rolesFor = (policy: Policy): RoleKey[] =>
  ROLE_PACK.filter(({ capabilities }) => policy.kind !== "capability" || (capabilities as readonly string[]).includes(policy.capability)).map(({ key }) => key);

type Ground = ReturnType<typeof testGround>;

/** Builds the organisation through the services people use. */
export async function buildTown(site: Site, mark: Mark): Promise<Town> {
  const ground = testGround(site.t);
  const orgId = await createOrganization(site.t.db, ground.masterKey, {
    name: `机构${mark.word}`, shortName: `站${mark.word}`, slug: mark.slug, description: `说明${mark.word}`, address: `地址${mark.word}`, phone: mark.phone,
  });
  const worker = await givenMember(ground, orgId, "worker", { name: `社工${mark.word}` });
  const keeper = keeperOf(ground, orgId, worker);
  const residents = await addResidents(keeper, mark);
  const pairs = await addVolunteering(keeper, mark, residents);
  await addCasework(keeper, mark, residents, pairs.pairId);
  await addReferrals(keeper, mark, residents, keeperOf(ground, await createOrganization(site.t.db, ground.masterKey, { name: "伙伴机构", shortName: "伙伴", slug: `${mark.slug}-partner` }), worker));
  await addEmployment(keeper, mark, residents[0]!);
  await addHours(keeper, mark, pairs.helperId);
  await addPathway(keeper, mark, pairs.helperId);
  await addRounds(keeper, mark, residents, worker.accountId);
  const application = await addRecruitment(keeper, mark);
  const activities = await addActivities(keeper, mark, residents);
  const note = await addMessages(keeper, mark, residents[0]!);
  await addFiles(keeper, mark);
  await runJobs(site, orgId);
  const cookies = await signInAll(ground, orgId, mark, { worker, helperId: pairs.helperId, keeper });
  await addDigest(site, keeper, orgId);
  const badge = passOfBadge(keeper.keys, (await listBadges(keeper)).rows[0]!.id);
  const { session } = await givenSignedIn(ground, worker, orgId);
  const { token: invitation } = await inviteMember(keeper, { name: `受邀${mark.word}`, role: "clerk" });
  const { token: bearer } = await createAccessToken(session, { name: `令牌${mark.word}`, scopes: [...session.actor.capabilities], lifetimeDays: 30 });
  return { orgId, mark, cookies, ...pairs, ...activities, note, application, badge, invitation, bearer, keeper };
}

function keeperOf({ db, masterKey }: Pick<Ground, "db" | "masterKey">, org: string, { accountId, name }: { accountId: string; name: string }): Session {
  const orgId = OrgId.parse(org);
  const actor = { accountId: AccountId.parse(accountId), orgId, name, role: "worker", capabilities: new Set<string>(CAPABILITIES), personId: null, strong: true };
  return openSession({ db, actor, keys: orgKeys(masterKey, orgId) });
}

async function addResidents(keeper: Session, mark: Mark): Promise<string[]> {
  const { word, characters, phone, residentId } = mark;
  const { communityIds } = await givenStreet(keeper, [`社区${word}`]);
  const communityId = Object.values(communityIds)[0]!;
  const ids = await givenPersons(keeper, ["一", "二", "三", "四"].map((number, index) => ({
    name: `${characters}${number}${word}`, preferredName: `小${word}`, sex: "female" as const, birthOn: `199${index}-03-04`, birthPrecision: "day" as const, communityId,
    address: `住址${word}`, registeredAddress: `户籍${word}`, remarks: `备注${word}`, ethnicity: "汉族",
    contacts: [{ kind: "mobile" as const, value: phone }, { kind: "mobile" as const, value: phone, whose: "other" as const, holderName: `家人${word}`, relation: "母亲" }],
    ...(index === 0 && { identifiers: [{ system: "resident_id" as const, value: residentId }] }),
    disability: { type: 4 as const, grade: 2 as const }, situations: [{ kind: "long_at_home" as const, value: "yes" }, { kind: "employment" as const, value: `无业${word}` }],
    roles: [{ role: "service_user" as const, fromOn: "2026-01-01", reason: `因${word}` }],
    relatives: [{ name: `母${word}`, phone, relation: "母亲", isGuardian: true, isCarer: true }], interests: [`画${word}`.slice(0, 40)], languages: [`话${word}`.slice(0, 40)],
  })));
  await keeper.write("walls.consents", null, (tx) => recordConsents(keeper, tx, ids.map((personId) => ({
    personId, purpose: "be_matched" as const, state: "given" as const, capacity: "self" as const, fromOn: keeper.today, channel: "in_person" as const, note: word,
    text: { language: "zh" as const, text: `同意${word}` },
  }))));
  const [survivorId, mergedId] = await givenPersons(keeper, ["五", "六"].map((number) => ({ name: `${characters}${number}${word}`, roles: [{ role: "service_user" as const, fromOn: keeper.today }] })));
  await mergePersons(keeper, { survivorId: survivorId!, mergedId: mergedId!, reason: `重复${word}` });
  return ids;
}

async function addVolunteering(keeper: Session, { word, characters, slug }: Mark, residents: readonly string[]): Promise<{ pairId: string; otherPairId: string; helperId: string }> {
  const programmeId = await givenProgramme(keeper, { slug: `friends-${slug}`, name: `老友${word}`, summary: `简介${word}`, nextSteps: `之后${word}`, contact: `联系${word}` });
  const volunteerIds = [await givenVolunteer(keeper, programmeId, "applicant", `${characters}甲${word}`), await givenVolunteer(keeper, programmeId, "service_team", `${characters}乙${word}`)];
  await holdTraining(keeper, { programmeId, requirement: "training", title: `培训${word}`, heldOn: keeper.today, fromTime: null, minutes: 60, place: `地点${word}`, trainer: `讲师${word}` });
  const { id: templateId } = await publishAgreement(keeper, { programmeId, requirement: "agreement", title: `协议${word}`, body: `正文${word}`, easyBody: `易读${word}` });
  for (const volunteerId of volunteerIds) {
    const { agreementId } = await signAgreement(keeper, { volunteerId, templateId, signerName: `签名${word}`, signerCapacity: "volunteer", guardianRelation: "", manner: "on_paper", answer: "signed", signedOn: keeper.today });
    await keepPaper(keeper, { volunteerId, agreementId, content: Buffer.from(`%PDF-1.7 扫描${word}`) });
  }
  await uploadSignUps(keeper, { programmeId, fileName: `报名${word}.xlsx`, content: await signUpSheet() });
  await saveWish(keeper, { programmeId, personId: residents[3]!, words: `想${word}`, meetingPlace: `处${word}`, safetyNote: `注意${word}`, languagesAsked: [], skillsSought: [] });
  const { id: roundId } = await beginRound(keeper, { programmeId, startOn: keeper.today });
  await computeRun(keeper, { roundId, jobId: randomUUID() });
  await requestRun(keeper, roundId);
  const beganOn = addDays(keeper.today, -20);
  const pair = await givenPair(keeper, { residentName: `${characters}丙${word}`, helperName: `${characters}丁${word}`, activeOn: beganOn, safetyNote: `安全${word}` });
  const other = await givenPair(keeper, { residentName: `${characters}戊${word}`, helperName: `${characters}己${word}`, activeOn: beganOn, safetyNote: `安全${word}` });
  return { pairId: pair.pairId, otherPairId: other.pairId, helperId: pair.helperId };
}

async function addRecruitment(keeper: Session, { word, characters, slug, phone }: Mark): Promise<string> {
  const programmeId = await givenProgramme(keeper, { slug: `more-${slug}`, name: `帮手${word}`, lookedFor: `找${word}`, timeWords: `时间${word}`, places: 5 });
  const form = SignUpForm.parse({ name: `${characters}庚${word}`, birthOn: "2001-03-04", phone, keep_data: "yes" });
  const { pass } = await signUpPublicly(keeper, `more-${slug}`, form, { language: "zh", text: `同意${word}` });
  const volunteerId = await givenVolunteer(keeper, programmeId, "applicant", `${characters}辛${word}`);
  const { interviewId } = await agreeInterview(keeper, { volunteerId, onDay: keeper.today, fromTime: "14:00", place: `面谈${word}`, interviewers: [keeper.actor.accountId] });
  await writeNote(keeper, { interviewId, impression: "suits", words: `听到${word}` });
  await declineApplicant(keeper, { volunteerId, reasons: ["full"], offers: ["later"], otherProgramme: null, words: `谢谢${word}`, note: `内部${word}` });
  return pass!;
}

async function addCasework(keeper: Session, { word, phone }: Mark, residents: readonly string[], pairId: string): Promise<void> {
  await logVisit(keeper, { pairId, happenedOn: keeper.today, minutes: 60, mode: "home", mood: "fair", words: `见面${word}`, concern: { severity: "worry", words: `担心${word}` } } as Parameters<typeof logVisit>[1]);
  const encounterId = await givenEncounter(keeper, residents[0]!, { happenedOn: keeper.today, seen: `看到${word}`, nextWords: `下次${word}`, placeWords: `地点${word}` });
  await givenPhoto(keeper, encounterId, `台阶${word}`);
  await givenIncident(keeper, residents[0]!, { standing: "minor", words: `听说${word}`, placeWords: `地点${word}`, allegedWords: `某${word}` });
  await givenNeed(keeper, residents[0]!, { words: `需要${word}` });
  await keeper.write("walls.carer", null, (tx) => addRelationships(keeper, tx, [{ personId: residents[0]!, otherId: residents[1]!, relation: "姐姐", isCarer: true }]));
  await givenStrain(keeper, residents[1]!, addDays(keeper.today, -40), 3);
  await givenRespite(keeper, residents[0]!, keeper.today, 120);
  const caseId = await givenCase(keeper, residents[0]!, { words: `来由${word}`, originWords: `来自${word}`, openedOn: keeper.today });
  await changeTemplate(keeper, { form: "visit", basis: 0, text: `${SHIPPED.visit}\n模板${word}`, note: `改版${word}` });
  await makeDocument(keeper, { caseId, form: "intake", format: "docx" });
  await keeper.write("walls.withdrawal", null, (tx) => recordConsents(keeper, tx, [{ personId: residents[0]!, purpose: "photograph", state: "withdrawn", capacity: "self", fromOn: keeper.today, channel: "in_person", note: word }]));
  const [duty] = await listDueObligations(keeper, 9);
  await answerObligation(keeper, { obligationId: duty!.id, answer: "done", words: `办了${word}` });
  await changeCaseRules(keeper, { version: 0, approvals: [], reviewDays: { intake: 7, assessment: 30, planning: 14, intervention: 90, evaluation: 30, closing: 14 }, note: `规则${word}` });
  const [[personId, [relative]]] = [...await keeper.read((tx) => relativesOf(tx, keeper.actor.orgId, residents))] as unknown as [[string, [{ id: string }]]];
  await changeHousehold(keeper, { intent: "move_in", personId, relationshipId: relative.id, fromOn: keeper.today });
  await givenAssessment(keeper, residents[0]!, { place: `处${word}`, note: `补充${word}`, assessors: [{ name: `评估${word}`, profession: "social_work" }], assessedOn: addDays(keeper.today, -1) });
  const { planId, goalId, textHash } = await givenSettledPlan(keeper, residents[0]!, { about: `看重${word}` });
  await answerVersion(keeper, anAnswer(planId, textHash, { kind: "refused", name: `签字${word}`, words: `不签${word}`, on: keeper.today }));
  await rateGoal(keeper, { planId, goalId, level: 0, on: keeper.today, note: `目标${word}` });
  await beginVersion(keeper, { planId, reason: `改版${word}` });
  const asking = { forWhom: "other" as const, askerName: `求助${word}`, askerContact: phone, askerRelation: "邻居", subjectName: `本人${word}`, community: `社区${word}`, words: `请帮忙${word}` };
  await askForHelp(keeper, asking, "phone");
  const { roundId, personIds } = await givenRoundOf({ orgId: keeper.actor.orgId, supervisor: keeper, li: keeper, wang: keeper }, keeper);
  await logAttempt(keeper, anAttempt(roundId, personIds[0]!, { outcome: "refused_for_good", talkedTo: "client", onDay: keeper.today, note: `不愿意${word}` }));
  await submitReturn(keeper, { month: keeper.today.slice(0, 7), note: `说明${word}` });
}

/** A shop with openings, a profile with a note of discovery, and a job with support on the spot. */
async function addEmployment(keeper: Session, { word, phone }: Mark, personId: string): Promise<void> {
  const { openingId } = await givenOpening(keeper, { place: { name: `店铺${word}`, address: `店址${word}`, contactName: `老板${word}`, contactPhone: phone, placeWords: `说明${word}` }, opening: { title: `岗位${word}`, schedule: `时间${word}`, seats: "3" } });
  await givenProfile(keeper, personId, { wishes: `想要${word}`, strengths: `会${word}`, support: `支持${word}` }, `探索${word}`);
  const jobId = await givenJob(keeper, personId, openingId, addDays(keeper.today, -40));
  await addEntry(keeper, jobId, Entry.parse({ kind: "planned", startMinutes: 60, endMinutes: 10, weeks: 4 }));
  await addEntry(keeper, jobId, Entry.parse({ kind: "supported", onDay: addDays(keeper.today, -39), minutes: 45, mode: "on_site", words: `现场${word}` }));
}

/** One referral sent outside, and one that came in from another organisation and was accepted. */
async function addReferrals(keeper: Session, { word, characters, phone }: Mark, residents: readonly string[], partner: Session): Promise<void> {
  const [theirs] = await givenPersons(partner, [{ name: `${characters}庚${word}`, address: `住址${word}`, contacts: [{ kind: "mobile" as const, value: phone }] }]);
  for (const [session, personId] of [[keeper, residents[1]!], [partner, theirs!]] as const) {
    await session.write("walls.share", personId, (tx) => recordConsents(session, tx, [{ personId, purpose: "share", state: "given", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  }
  await givenReferral(keeper, residents[1]!, { toName: `机关${word}`, words: `转介${word}`, parts: ["birth", "phones"] });
  const id = await givenReferral(partner, theirs!, { toOrg: keeper.actor.orgId, words: `转来${word}`, parts: ["phones", "address"] });
  for (const step of ["opened", "accepted"] as const) await stepReferral(keeper, id, { step, words: `收下${word}`, dueOn: addDays(keeper.today, 9) });
}

/** A meeting's hours confirmed, thanked for and certified; another application waits. */
async function addHours(keeper: Session, { word }: Mark, helperId: string): Promise<void> {
  const { page: { rows } } = await listHours(keeper, { show: "pending" });
  await decideHours(keeper, { ids: rows.map(({ id }) => id), kind: "confirmed" });
  await addHonour(keeper, helperId, { kind: "thanks", title: `感谢${word}`, givenBy: `家人${word}`, givenOn: keeper.today });
  const period = { fromOn: addDays(keeper.today, -30), untilOn: keeper.today, purpose: `用途${word}` };
  const { id: applicationId } = await applyForCertificate(keeper, helperId, period);
  await stepApplication(keeper, { applicationId, step: "accepted" });
  await issueCertificate(keeper, applicationId, { head: `负责人${word}`, contact: `电话${word}`, notes: `备注${word}` });
  await applyForCertificate(keeper, helperId, period);
}

/** A volunteer asked to organise, who said yes, began and ended; and one who was not asked long: everywhere words may stand. */
async function addPathway(keeper: Session, { word }: Mark, helperId: string): Promise<void> {
  const { id } = await invitePerson(keeper, helperId, { step: "organising", what: `排${word}` });
  for (const kind of ["yes", "begun"] as const) await stepInvitation(keeper, id, { kind, words: `愿意${word}` });
  const { episodes: [episode] } = await showClimber(keeper, helperId);
  await endEpisode(keeper, episode!.id, { kind: "ended", words: `结束${word}` });
  await addGroup(keeper, word, helperId);
  await addTeam(keeper, word, helperId);
  const { current } = await showPath(keeper);
  await changePath(keeper, { version: 0, note: `改${word}`, content: { ...current.content, limits: [`看不到${word}`] } });
}

async function addGroup(keeper: Session, word: string, personId: string): Promise<void> {
  const { groupId, memberIds: [memberId] } = await givenGroup(keeper, [personId], { name: `组${word}`, aim: `目标${word}`, forWhom: `为${word}`, recruiting: `招${word}`, placeWords: `处${word}`, begunOn: keeper.today });
  await givenSession(keeper, groupId, 1, [{ memberId: memberId!, state: "present", takingPart: 3, seen: `看见${word}` }], { plan: { aim: `节${word}`, plan: `步骤${word}`, prepare: `备${word}` }, log: { happened: `发生${word}`, workerPart: `做${word}`, nextWords: `下节${word}` } });
  await rateMember(keeper, groupId, { memberId: memberId!, moment: "before", value: 3, ratingWords: `说${word}` });
  await stepMember(keeper, groupId, memberId!, { kind: "left", reason: "moved", words: `走${word}` });
  await changeTemplate(keeper, { form: "group_plan", basis: 0, text: `${SHIPPED.group_plan}\n小组模板${word}`, note: `小组改版${word}` });
  for (const [form, aboutId] of [["group_plan", null], ["group_member", memberId!]] as const) await makeGroupDocument(keeper, { groupId, form, format: "docx", aboutId });
}

/** The volunteer leads a team; one request is done, one waits, a swap is asked for. */
async function addTeam(keeper: Session, word: string, helperId: string): Promise<void> {
  const { teamId, memberIds: [memberId], members, elderIds: [elderId] } = await givenTeam(keeper, [`队员${word}`], [`老人${word}`], { name: `队${word}`, areaWords: `片${word}` });
  const { id: leadId } = await addTeamMember(keeper, teamId, { personId: helperId, joinedOn: keeper.today });
  await stepTeamMember(keeper, teamId, { memberId: leadId, part: "lead" });
  await printBadges(keeper, { of: { source: "team", id: teamId }, person: [...members], validUntil: keeper.today });
  const asked = { elderId: elderId!, kind: "company" as const, wantedOn: keeper.today, wantedPart: "morning" as const };
  const { id } = await askTeam(keeper, teamId, { ...asked, words: `求${word}` });
  await askTeam(keeper, teamId, { ...asked, words: `再求${word}` });
  await stepRequest(keeper, id, { kind: "taken", memberId: memberId!, words: "" });
  await stepRequest(keeper, id, { kind: "done", memberId: memberId!, minutes: 30, words: `见${word}` });
  await planWeek(keeper, teamId, addDays(keeper.today, 7));
  const { shifts } = await showWeek(keeper, teamId, addDays(keeper.today, 7));
  const given = shifts.find((shift) => shift.memberId === memberId)!;
  const back = shifts.find(({ onDay, memberId: holder }) => onDay === given.onDay && holder === leadId)!;
  await askSwap(keeper, teamId, { shiftId: given.id, toMember: leadId, forShift: back.id });
}

async function addRounds(keeper: Session, { word }: Mark, residents: readonly string[], accountId: string): Promise<void> {
  const startUnitId = await givenUnit(keeper, { kind: "community", name: `起点${word}`, longitude: 102.71, latitude: 25.04 });
  const team = { members: [`staff:${accountId}`], mode: "foot" as const, from: "09:00", until: "17:00" };
  const { id: planId } = await beginPlan(keeper, { onDay: keeper.today, startUnitId, first: "way", lunchMinutes: 60, lunchFrom: "11:30", lunchUntil: "14:00", teams: [team] });
  const near = await givenPersons(keeper, [{ name: `近邻${word}`, communityId: startUnitId, roles: [{ role: "service_user" as const, fromOn: "2026-01-01" }] }]);
  await chooseVisits(keeper, { planId, personIds: [...near, residents[1]!], minutes: 30 });
  await changeVisit(keeper, { planId, personId: near[0]!, minutes: 30, people: 1, weight: 1, bring: `带话${word}` });
  await changeAsks(keeper, { planId, personId: near[0]!, languages: [`方言${word}`.slice(0, 20)], skills: [], sex: null, wanted: `staff:${accountId}`, never: [] });
  await changeOffer(keeper, { accountId, languages: [`方言${word}`.slice(0, 20)], skills: [], sex: "female" });
  await computePlan(keeper, { planId, jobId: crypto.randomUUID() }, async (day, seed) => solveDay(day, seed));
  const { id: teamId } = (await showPlan(keeper, planId)).teams[0]!;
  const change = { teamId, kind: "late" as const, from: "09:30", reason: `晚出发${word}`, stay: "few" as const };
  const { trialId } = await requestChange(keeper, planId, change);
  await workOutTrial(keeper, { planId, trialId }, async (day, stay, seed) => replanDay(day, stay, seed));
  await changeTeam(keeper, { planId, trialId });
  await decideStop(keeper, { planId, personId: residents[1]!, kind: "drop", reason: `不去${word}` });
}

async function addActivities(keeper: Session, { word }: Mark, residents: readonly string[]): Promise<{ pass: string; calendar: string }> {
  const { sessionIds: [sessionId] } = await createSeries(keeper, {
    name: `活动${word}`, summary: `介绍${word}`, kind: "art", startsOn: keeper.today, rule: "", fromMinute: 0, untilMinute: 1440, placeId: null, placeWords: `教室${word}`, participants: 2, volunteers: 1, companions: 1,
    openTo: "public", admission: "direct", closesHours: 0, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: ["never_came"] },
  });
  const { registrationId } = await signUp(keeper, { sessionId: sessionId!, personId: residents[0]!, role: "participant", needs: `接送${word}`, companions: [{ name: `陪同${word}`.slice(0, 40) }] });
  await signUp(keeper, { sessionId: sessionId!, personId: residents[1]!, role: "participant" });
  await takeAttendance(keeper, { sessionId: sessionId!, marks: [{ registrationId, state: "present" }] });
  const { token } = await makeFeed(keeper, { kind: "person", personId: residents[0]! });
  return { pass: passOf(keeper.keys, registrationId), calendar: token };
}

/** One message let go, one only written; somebody wants no more greetings. The code of the first receiver. */
async function addMessages(keeper: Session, { word }: Mark, personId: string): Promise<string> {
  const { rows: [gathering] } = await listSessions(keeper, { from: keeper.today });
  const id = await givenMessage(keeper, `session/${gathering!.id}/booked`, { words: `通知${word}`, easyWords: `短通知${word}` });
  await givenMessage(keeper, `session/${gathering!.id}/booked`, { words: `草稿${word}` });
  // Some minutes ago: it has left, and says the same however long the walk takes.
  await releaseMessage({ ...keeper, now: new Date(keeper.now.getTime() - 600_000) }, id);
  await chooseOptOut(keeper, personId, { kind: "greetings", choice: "out" });
  const { rows } = await keeper.read((tx) => sql<{ id: string }>`select id from messaging.recipients where org_id = ${keeper.actor.orgId} order by rank limit 1`.execute(tx));
  return notePassOf(keeper.keys, rows[0]!.id);
}

async function addFiles(keeper: Session, { word, characters, phone, residentId }: Mark): Promise<void> {
  const register = ["姓名,性别,身份证号,出生日期,联系电话,现居住地址,所属社区,备注", `${characters}庚${word},女,${residentId},1990-03-07,${phone},住址${word},社区${word},备注${word}`,
    `${characters}辛${word},男,,1991-13-45,${phone},住址${word},社区${word},备注${word}`, `,男,,,${phone},住址${word},社区${word},备注${word}`].join("\r\n");
  await uploadRegister(keeper, { name: `名册${word}.csv`, bytes: Buffer.from(register) });
  await uploadUnits(keeper, { name: `社区${word}.csv`, bytes: Buffer.from(`名称,类型,上级\r\n新社区${word},社区,青云街道`) });
}

/** Does all the work that waits, as the worker process would. */
export async function runJobs({ t, installation }: Site, orgId: string, askedBy?: Session): Promise<void> {
  const { rows } = await t.owner.query<{ id: string }>("select id from jobs.jobs where org_id = $1 and finished_at is null order by requested_at", [orgId]);
  const runner = {
    kinds: new Map(jobKinds.map((kind) => [kind.kind, kind])), reportBug: installation.reportBug,
    sessionFor: async (org: string, account: string) => askedBy ?? openJobSession(installation, org, account), systemSession: (org: string) => installation.systemSession(org, { name: "Linli", role: "system" }),
  };
  for (const { id } of rows) await runJob(runner, { orgId, jobId: id });
}

/** A supervisor's digest; its hour is always past. */
async function addDigest({ t, installation }: Site, keeper: Session, orgId: string): Promise<void> {
  await changeDigestRule(keeper, { version: 0, weekday: 1, hour: 0 });
  const { rows } = await t.owner.query<{ id: string }>("select account_id as id from identity.memberships where org_id = $1 and role = 'supervisor'", [orgId]);
  for (const { id } of rows) {
    const supervisor = (await openJobSession(installation, orgId, id))!;
    await sendDigest(supervisor, "Asia/Shanghai");
    // Read once already: the first reading puts its notice away.
    for (const { weekOn } of (await showDigest(supervisor)).past) await openDigest(supervisor, weekOn);
  }
}

async function signInAll(
  ground: Ground, orgId: string, { word }: Mark, { worker, helperId, keeper }: { worker: { accountId: string; name: string }; helperId: string; keeper: Session },
): Promise<Town["cookies"]> {
  const cookies: Record<string, string> = {};
  for (const { key } of ROLE_PACK) {
    const member = key === "worker" ? worker : await givenMember(ground, orgId, key, { name: `${key}${word}` });
    if (key === "volunteer") await tieToPerson(keeper, member.accountId, helperId);
    cookies[key] = (await givenSignedIn(ground, member, orgId)).token;
  }
  return cookies as Town["cookies"];
}

async function tieToPerson(keeper: Session, accountId: string, personId: string): Promise<void> {
  await keeper.write("walls.tie", null, async (tx) => {
    await sql`update identity.memberships set person_id = ${personId}::uuid where org_id = ${keeper.actor.orgId} and account_id = ${accountId}::uuid`.execute(tx);
  });
}

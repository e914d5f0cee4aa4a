import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

const read = needs("volunteers.read");
const manage = needs("volunteers.manage");
const join = open("anyone may offer to volunteer");

/** Pages of volunteering: four for anyone, the others for those who read or manage volunteers. */
export const pages = [
  page("join", "volunteering/pages/public/list-open-programmes.tsx", join),
  page("join/:organization/:programme", "volunteering/pages/public/sign-up.tsx", join),
  page("join/:organization/:programme/thanks", "volunteering/pages/public/thanks.tsx", join),
  page("applications/:organization/:pass", "volunteering/pages/public/own-application.tsx", open("the sealed code is the key, and shows one application without a name")),
  page("my-agreements", "volunteering/pages/own/my-agreements.tsx", needs("hours.own", { strong: false })),
  page("interviews/:interviewId", "volunteering/pages/recruitment/show-interview.tsx", read),
  page("volunteers", "volunteering/pages/volunteers/list-volunteers.tsx", read),
  page("volunteers/import", "volunteering/pages/import/upload-sheet.tsx", manage),
  page("volunteers/import/:importId", "volunteering/pages/import/show-import.tsx", manage),
  page("volunteers/import/:importId/faults", "volunteering/pages/import/download-faults.ts", manage),
  page("volunteers/trainings", "volunteering/pages/trainings/list-trainings.tsx", read),
  page("volunteers/trainings/:trainingId", "volunteering/pages/trainings/take-attendance.tsx", manage),
  page("volunteers/programmes", "volunteering/pages/programmes/list-programmes.tsx", read),
  page("volunteers/programmes/new", "volunteering/pages/programmes/create-programme.tsx", manage),
  page("volunteers/programmes/:programmeId", "volunteering/pages/programmes/show-programme.tsx", read),
  page("volunteers/programmes/:programmeId/policy", "volunteering/pages/programmes/change-policy.tsx", manage),
  page("volunteers/programmes/:programmeId/agreements", "volunteering/pages/programmes/publish-agreement.tsx", manage),
  page("volunteers/programmes/:programmeId/recruitment", "volunteering/pages/recruitment/show-recruitment.tsx", read),
  page("volunteers/:volunteerId", "volunteering/pages/volunteers/show-volunteer.tsx", read),
  page("volunteers/:volunteerId/evidence", "volunteering/pages/volunteers/record-evidence.tsx", manage),
  page("volunteers/:volunteerId/exemption", "volunteering/pages/volunteers/grant-exemption.tsx", manage),
  page("volunteers/:volunteerId/appraisal", "volunteering/pages/volunteers/appraise-volunteer.tsx", manage),
  page("volunteers/:volunteerId/availability", "volunteering/pages/volunteers/set-availability.tsx", manage),
  page("volunteers/:volunteerId/details", "volunteering/pages/volunteers/describe-volunteer.tsx", manage),
  page("volunteers/:volunteerId/agreements/:agreementId", "volunteering/pages/volunteers/show-agreement.tsx", read),
  page("volunteers/:volunteerId/agreements/:agreementId/papers/:hash", "volunteering/pages/volunteers/open-paper.ts", read),
  page("volunteers/:volunteerId/sign", "volunteering/pages/volunteers/sign-agreement.tsx", manage),
  page("volunteers/:volunteerId/correction", "volunteering/pages/volunteers/take-back-fact.tsx", manage),
  page("volunteers/:volunteerId/invitation", "volunteering/pages/volunteers/invite-volunteer.tsx", manage),
  page("volunteers/:volunteerId/leaving", "volunteering/pages/volunteers/leave-programme.tsx", manage),
  page("volunteers/:volunteerId/interview", "volunteering/pages/recruitment/agree-interview.tsx", manage),
  page("volunteers/:volunteerId/refusal", "volunteering/pages/recruitment/decline-applicant.tsx", manage),
  page("volunteers/:volunteerId/reopening", "volunteering/pages/recruitment/reopen-application.tsx", manage),
  page("volunteers/:volunteerId/reinstatement", "volunteering/pages/volunteers/reinstate-volunteer.tsx", manage),
];

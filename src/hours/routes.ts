import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";
import { CONFIRM, ISSUE, MEMBER, OWN, READ } from "./model/policy.ts";

/** A volunteer's own pages want no second factor: they show their own hours and nobody else's. */
const own = needs(OWN, { strong: false });
const check = open("anybody handed a certificate may check it; nobody's name is shown");

/** Pages of hours: for volunteers, for those who confirm and issue, and one for anybody. */
export const pages = [
  page("my-hours", "hours/pages/own/my-hours.tsx", own),
  page("my-hours/record", "hours/pages/own/my-record.tsx", own),
  page("my-hours/record/export", "hours/pages/own/export-own-record.ts", own),
  page("my-hours/certificates/:certificateId/pdf", "hours/pages/own/own-pdf.ts", own),
  page("my-hours/certificates/:certificateId/file", "hours/pages/own/own-file.ts", own),
  page("hours", "hours/pages/list-hours.tsx", needs(READ)),
  page("hours/export", "hours/pages/export-hours.ts", needs(READ)),
  page("hours/confirm", "hours/pages/confirm-hours.tsx", needs(CONFIRM)),
  page("hours/entries/:entryId", "hours/pages/show-entry.tsx", needs(READ)),
  page("hours/people/:personId", "hours/pages/show-record.tsx", needs(READ)),
  page("hours/people/:personId/new", "hours/pages/enter-hours.tsx", needs(CONFIRM)),
  page("hours/people/:personId/export", "hours/pages/export-record.ts", needs(READ)),
  page("certificates", "hours/pages/certificates/list-certificates.tsx", needs(ISSUE)),
  page("certificates/export", "hours/pages/certificates/export-register.ts", needs(ISSUE)),
  page("certificates/on-show", "hours/pages/certificates/on-show.tsx", needs(MEMBER, { strong: false })),
  page("certificates/applications/:applicationId", "hours/pages/certificates/show-application.tsx", needs(ISSUE)),
  page("certificates/:certificateId", "hours/pages/certificates/show-certificate.tsx", needs(ISSUE)),
  page("certificates/:certificateId/pdf", "hours/pages/certificates/certificate-pdf.ts", needs(ISSUE)),
  page("certificates/:certificateId/file", "hours/pages/certificates/certificate-file.ts", needs(ISSUE)),
  page("check/:organization", "hours/pages/check/check-certificate.tsx", check),
  page("check/:organization/public-keys.pem", "hours/pages/check/public-keys.ts", check),
  page("check/:organization/revocations.txt", "hours/pages/check/revocations.ts", check),
];

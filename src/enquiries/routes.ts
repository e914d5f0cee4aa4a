import { needs, open } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

/** Pages of enquiries: three for anyone, three for those who answer. */
export const pages = [
  page("help", "enquiries/pages/choose-organization.tsx", open("anyone may ask for help")),
  page("help/:slug", "enquiries/pages/ask.tsx", open("anyone may ask for help")),
  page("help/:slug/thanks", "enquiries/pages/thanks.tsx", open("shows nothing but the reference just given")),
  page("about/:slug", "enquiries/pages/about.tsx", open("what the organisation offers is public")),
  page("enquiries", "enquiries/pages/list-enquiries.tsx", needs("enquiries.manage")),
  page("enquiries/new", "enquiries/pages/record-call.tsx", needs("enquiries.manage")),
  page("enquiries/:enquiryId", "enquiries/pages/show-enquiry.tsx", needs("enquiries.manage")),
];

import { needs, open } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

const read = needs("activities.read");
const manage = needs("activities.manage");
const own = needs("activities.own", { strong: false });

/** Pages of activities: four for anyone, two for people with an account, the others for workers. */
export const pages = [
  page("gatherings", "activities/pages/public/list-open.tsx", open("anybody may see what is open to all")),
  page("gatherings/:slug/:sessionId", "activities/pages/public/sign-up.tsx", open("anybody may sign up for what is open to all")),
  page("gatherings/:slug/pass/:pass", "activities/pages/public/show-pass.tsx", open("the sealed code is the key, and shows one sign-up without a name")),
  page("calendar/:token", "activities/pages/public/read-feed.ts", open("the secret address is the key, and holds no name")),
  page("my-activities", "activities/pages/own/my-activities.tsx", own),
  page("activities", "activities/pages/calendar/list-activities.tsx", read),
  page("activities/export", "activities/pages/calendar/export-activities.ts", read),
  page("activities/new", "activities/pages/planning/new-series.tsx", manage),
  page("activities/figures", "activities/pages/figures/show-figures.tsx", read),
  page("activities/figures/:month", "activities/pages/figures/open-month.tsx", needs("activities.read")),
  page("activities/participation", "activities/pages/figures/show-participation.tsx", read),
  page("activities/feeds", "activities/pages/calendar/list-feeds.tsx", manage),
  page("activities/series/:seriesId", "activities/pages/planning/show-series.tsx", read),
  page("activities/:sessionId", "activities/pages/session/show-session.tsx", read),
  page("activities/:sessionId/change", "activities/pages/session/change-session.tsx", manage),
  page("activities/:sessionId/following", "activities/pages/planning/change-following.tsx", manage),
  page("activities/:sessionId/sign-up", "activities/pages/session/sign-up.tsx", manage),
  page("activities/:sessionId/attendance", "activities/pages/session/take-attendance.tsx", manage),
  page("activities/:sessionId/faces", "activities/pages/session/pass-faces.tsx", manage),
  page("check-in/:pass", "activities/pages/session/check-in.tsx", manage),
];

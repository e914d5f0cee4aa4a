import { needs } from "#platform/access/policy.ts";
import { page } from "#platform/web/page-route.ts";

/** Pages of referral. Whoever may come here still sees only what they answer for, what nobody took yet, or all if they see to all. */
export const pages = [
  page("referrals", "referral/pages/list-referrals.tsx", needs("referrals.work")),
  page("referrals/export", "referral/pages/download-referrals.ts", needs("referrals.work")),
  page("referrals/new/:personId", "referral/pages/new-referral.tsx", needs("referrals.work")),
  page("referrals/:referralId", "referral/pages/show-referral.tsx", needs("referrals.work")),
  page("referral-letters/:referralId", "referral/pages/download-letter.ts", needs("referrals.work")),
  page("referrals/:referralId/take-in", "referral/pages/take-in.tsx", needs("referrals.work")),
];

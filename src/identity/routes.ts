import { needs, open, signedIn } from "../platform/access/policy.ts";
import { page } from "../platform/web/page-route.ts";

const BEFORE = "comes before anybody is signed in";
const HALF = "asks for the session itself: also between the password and the second factor";

/** Pages of identity. */
export const pages = [
  page("sign-in", "identity/pages/enter/sign-in.tsx", open(BEFORE)),
  page("sign-in/passkey", "identity/pages/enter/passkey-options.ts", open(BEFORE)),
  page("sign-in/oidc", "identity/pages/enter/begin-oidc.ts", open(BEFORE)),
  page("sign-in/oidc/callback", "identity/pages/enter/finish-oidc.ts", open(BEFORE)),
  page("sign-in/second-factor", "identity/pages/enter/second-factor.tsx", open(HALF)),
  page("sign-out", "identity/pages/enter/sign-out.ts", open(HALF)),
  page("set-up", "identity/pages/enter/set-up.tsx", open("guarded by the one-time code, and only while there is no organisation")),
  page("invite/:token", "identity/pages/enter/accept-invitation.tsx", open("guarded by the token of the invitation")),
  page("reset/:token", "identity/pages/enter/reset-password.tsx", open("guarded by the token of the link")),
  page("preferences", "identity/pages/account/keep-preferences.ts", open("anybody may choose how pages look")),
  page("organization", "identity/pages/team/organization.tsx", needs("org.manage")),
  page("organization/switch", "identity/pages/account/switch-organization.ts", open(HALF)),
  page("account", "identity/pages/account/account.tsx", signedIn()),
  page("account/second-factor", "identity/pages/account/second-factor.tsx", open(HALF)),
  page("account/passkey-options", "identity/pages/account/passkey-options.ts", open(HALF)),
  page("account/tokens", "identity/pages/account/tokens.tsx", signedIn()),
  page("team", "identity/pages/team/list-team.tsx", needs("accounts.manage")),
  page("team/invite", "identity/pages/team/invite.tsx", needs("accounts.manage")),
  page("team/roles", "identity/pages/team/list-roles.tsx", needs("accounts.manage")),
  page("team/roles/:role", "identity/pages/team/edit-role.tsx", needs("accounts.manage")),
  page("team/:membershipId", "identity/pages/team/member.tsx", needs("accounts.manage")),
];

/** The door of identity: who may come in, for which organisation, as what. */
export { accountsOfPersons, personsOfAccounts, personsWhoLeft } from "./service/accounts/accounts-of-persons.ts";
export { accountsWithCapability } from "./service/team/accounts-with-capability.ts";
export { mailAddressesOf } from "./service/team/mail-addresses-of.ts";
export { addMember, type NewMember } from "./service/team/add-member.ts";
export { createAccount, type NewAccount } from "./service/accounts/create-account.ts";
export { createOrganization, type NewOrganization } from "./service/installation/create-organization.ts";
export { openJobSession } from "./service/sessions/open-job-session.ts";
export { resolveSession, type ResolvedSession } from "./service/sessions/resolve-session.ts";
export { resolveToken } from "./service/tokens/resolve-token.ts";
export { findPublicOrganization as findOrganizationBySlug } from "./service/installation/find-public-organization.ts";
export { listPublicOrganizations } from "./service/installation/list-public-organizations.ts";
export { hasOrganization } from "./service/installation/has-organization.ts";
export type { Capability } from "./model/role-pack.ts";
export { findOrganization, type Organization } from "./store/organizations.ts";
export { listColleagues, memberNames, viewersByRight, type Colleague } from "./service/team/list-colleagues.ts";
export { inviteMember, type Invitation } from "./service/team/invite-member.ts";
export { resetSecondFactorCommand } from "./cli/accounts.ts";

import { z } from "@hono/zod-openapi";
import { needs, signedIn } from "../../platform/access/policy.ts";
import { apiSession, createApi, guarded, json, problem } from "../../platform/http/api.ts";
import { listAccessTokens } from "../service/tokens/list-access-tokens.ts";
import { revokeAccessToken } from "../service/tokens/revoke-access-token.ts";
import { listRoles } from "../service/team/list-roles.ts";
import { listTeam } from "../service/team/list-team.ts";

const Me = z.object({
  accountId: z.uuid(), name: z.string(), organizationId: z.uuid(), role: z.string(), capabilities: z.array(z.string()), strong: z.boolean(),
}).openapi("Me");
const AccessToken = z.object({
  id: z.uuid(), name: z.string(), scopes: z.array(z.string()), createdAt: z.string(), expiresAt: z.string(), lastUsedAt: z.string().nullable(),
}).openapi("AccessToken");
const Role = z.object({ key: z.string(), nameZh: z.string(), nameEn: z.string(), capabilities: z.array(z.string()), version: z.number().int() }).openapi("Role");
const Member = z.object({
  membershipId: z.uuid(), accountId: z.uuid(), name: z.string(), role: z.string(), fromAt: z.string(), hasSecondFactor: z.boolean(),
}).openapi("Member");

const me = guarded(signedIn(), {
  method: "get", path: "/me", tags: ["identity"], summary: "Who this session or token stands for, and what it may do now",
  responses: { 200: json(Me, "Oneself") },
});
const tokens = guarded(signedIn(), {
  method: "get", path: "/me/access-tokens", tags: ["identity"], summary: "One's own access tokens in this organisation",
  responses: { 200: json(z.object({ rows: z.array(AccessToken) }), "Tokens that still work; never the secrets themselves") },
});
const revoke = guarded(signedIn(), {
  method: "delete", path: "/me/access-tokens/{tokenId}", tags: ["identity"], summary: "Make one of one's own access tokens void",
  request: { params: z.object({ tokenId: z.uuid() }) },
  responses: { 204: { description: "It no longer works" }, 404: problem("No such token of one's own") },
});
const roles = guarded(needs("accounts.manage"), {
  method: "get", path: "/roles", tags: ["identity"], summary: "The organisation's roles and what each allows",
  responses: { 200: json(z.object({ rows: z.array(Role) }), "Roles") },
});
const members = guarded(needs("accounts.manage"), {
  method: "get", path: "/members", tags: ["identity"], summary: "Current members, by the pinyin of their names",
  request: { query: z.object({ q: z.string().max(80).optional(), role: z.string().max(40).optional(), after: z.string().max(1000).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(Member), next: z.string().nullable() }), "One page of members") },
});

export const api = createApi()
  .openapi(me, (c) => {
    const { actor } = apiSession(c);
    const { accountId, name, orgId, role, capabilities, strong } = actor;
    return c.json({ accountId, name, organizationId: orgId, role, capabilities: [...capabilities], strong }, 200);
  })
  .openapi(tokens, async (c) => c.json({ rows: (await listAccessTokens(apiSession(c))).map((row) => AccessToken.parse(row)) }, 200))
  .openapi(revoke, async (c) => {
    await revokeAccessToken(apiSession(c), c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(roles, async (c) => c.json({ rows: (await listRoles(apiSession(c))).map((row) => Role.parse(row)) }, 200))
  .openapi(members, async (c) => {
    const { q, role, after } = c.req.valid("query");
    const { members: page } = await listTeam(apiSession(c), { text: q, role, after: after ?? null });
    return c.json({ rows: page.rows.map((row) => Member.parse(row)), next: page.next }, 200);
  });

import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { accountsWithCapability, memberNames } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { closeName, endTeamMember, insertName, insertTeamMember, openNames, openTeamMembers } from "../../store/cases/case-rules.ts";

/** What can be done with teams and programmes: one begun, one closed, somebody joining or leaving a team. */
export const NameChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add_team"), name: z.string().trim().min(1).max(40) }),
  z.object({ intent: z.literal("add_programme"), name: z.string().trim().min(1).max(80) }),
  z.object({ intent: z.literal("close_team"), id: z.uuid() }),
  z.object({ intent: z.literal("close_programme"), id: z.uuid() }),
  z.object({ intent: z.literal("join"), teamId: z.uuid(), accountId: z.uuid() }),
  z.object({ intent: z.literal("leave"), teamId: z.uuid(), accountId: z.uuid() }),
]);
export type NameChange = z.output<typeof NameChange>;

/** Changes teams and programmes; nothing is removed, so who could open a case on a past day stays known. */
export async function changeNames(session: Session, input: NameChange): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "cases.supervise");
  await session.write("casework.change-names", input, async (tx) => {
    const { orgId } = actor;
    const table = input.intent.endsWith("programme") ? "programmes" as const : "teams" as const;
    if (input.intent === "add_team" || input.intent === "add_programme") {
      if (!await insertName(tx, orgId, table, input.name)) throw fault("name", "case.name_taken");
    } else if (input.intent === "close_team" || input.intent === "close_programme") await closeName(tx, orgId, table, input.id, today);
    else if (input.intent === "leave") await endTeamMember(tx, orgId, input.teamId, input.accountId, today);
    else {
      if (!(await accountsWithCapability(tx, orgId, "cases.work")).includes(input.accountId)) throw fault("accountId", "case.worker_unknown");
      if (!(await openNames(tx, orgId, "teams")).some(({ id }) => id === input.teamId)) throw fault("teamId", "case.teams_unknown");
      await insertTeamMember(tx, orgId, input.teamId, input.accountId, today);
    }
    await recordAudit(tx, actor, { action: table === "teams" ? "case_team.changed" : "case_programme.changed", subjectKind: "case_rules", subjectId: "id" in input ? input.id : "teamId" in input ? input.teamId : table, details: { ...input } });
    return null;
  });
}

/** Teams with who belongs to them today, and programmes. */
export async function listNames(session: Session): Promise<{ teams: { id: string; name: string; members: { accountId: string; name: string }[] }[]; programmes: { id: string; name: string }[] }> {
  const { orgId } = session.actor;
  requireCapability(session.actor, "cases.supervise");
  return session.read(async (tx) => {
    const members = await openTeamMembers(tx, orgId);
    const names = await memberNames(tx, orgId, members.map(({ accountId }) => accountId));
    const teams = (await openNames(tx, orgId, "teams")).map((team) => ({ ...team, members: members.filter(({ teamId }) => teamId === team.id).map(({ accountId }) => ({ accountId, name: names.get(accountId) ?? "" })) }));
    return { teams, programmes: await openNames(tx, orgId, "programmes") };
  });
}

const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });

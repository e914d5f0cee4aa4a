import { findOrganization } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { badgesOfPrint } from "../store/badges.ts";
import { namedBadges, requireManage, type Badge } from "./ground.ts";

export interface Print {
  readonly organization: string;
  readonly slug: string;
  readonly badges: readonly Badge[];
}

/** What was printed in one go. */
export async function showPrint(session: Session, printId: string): Promise<Print> {
  requireManage(session);
  const { actor: { orgId }, today } = session;
  return session.read(async (tx) => {
    const rows = await badgesOfPrint(tx, orgId, printId);
    if (rows.length === 0) throw new Refusal("not_found", "badges.not_found");
    const organization = await findOrganization(tx, orgId);
    return { organization: organization?.name ?? "", slug: organization?.slug ?? "", badges: await namedBadges(tx, orgId, rows, today) };
  });
}

/** The sheets, with what still is good; that they were made is kept. */
export async function takeSheets(session: Session, printId: string): Promise<Print> {
  const print = await showPrint(session, printId);
  const badges = print.badges.filter(({ state }) => state === "valid");
  if (badges.length === 0) throw new Refusal("conflict", "badges.none_valid");
  await session.write("badges.sheets", { printId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action: "badges.sheets_made", subjectKind: badges[0]!.source, subjectId: badges[0]!.sourceId, details: { badges: badges.length } });
    return null;
  });
  return { ...print, badges };
}

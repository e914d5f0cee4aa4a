import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { mayCase, tiesOf, type CaseTie, type CaseWish } from "../../model/cases/case-access.ts";
import { casesById, type CaseRow } from "../../store/cases/cases.ts";
import { teamsOfAccount } from "../../store/cases/case-rules.ts";

/** A case with why the actor may open it. */
export type HeldCase = CaseRow & { readonly ties: readonly CaseTie[] };

/**
 * The case, if the actor stands near enough to it for what they want; refused with the reason otherwise. Another
 * organisation's case does not exist. Reading the file of a case is to be audited by whoever shows it.
 */
export async function requireCase({ actor, today }: Session, tx: Tx, caseId: string, wish: CaseWish = "read"): Promise<HeldCase> {
  const [held] = await casesById(tx, actor.orgId, [caseId]);
  if (!held) throw new Refusal("not_found", "case.not_found");
  const ties = tiesOf(actor, held, await teamsOfAccount(tx, actor.orgId, actor.accountId, today));
  if (!mayCase(ties, "read")) throw new Refusal("forbidden", "case.not_near");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
  if (!mayCase(ties, wish)) throw new Refusal("forbidden", `case.may_not_${wish}`);
  return { ...held, ties };
}

/** Which of these cases the actor may open, with why; for lists that hold something of cases. */
export async function readableCases({ actor, today }: Session, tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, HeldCase>> {
  const teamIds = await teamsOfAccount(tx, actor.orgId, actor.accountId, today);
  const held = (await casesById(tx, actor.orgId, [...new Set(caseIds)])).map((row) => ({ ...row, ties: tiesOf(actor, row, teamIds) }));
  return new Map(held.filter(({ ties }) => mayCase(ties, "read")).map((row) => [row.caseId, row]));
}

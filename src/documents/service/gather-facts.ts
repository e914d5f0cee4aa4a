import { assessmentPaper } from "#assessment/index.ts";
import { casePaper } from "#casework/index.ts";
import { servicesPaper } from "#encounters/index.ts";
import { findOrganization } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { whoAllows } from "#people/index.ts";
import { planPaper } from "#planning/index.ts";
import type { Session } from "#platform/db/session.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import type { FormFacts } from "../model/catalogue.ts";
import type { CaseForm } from "../model/forms.ts";

/** Everything known of a case that forms may say, through the doors of the slices it belongs to: what the reader may not see there is blank here. */
export async function gatherFacts(session: Session, caseId: string, form: CaseForm): Promise<FormFacts & { readonly personId: string }> {
  const { actor, today } = session;
  const held = await casePaper(session, caseId);
  const { personId } = held;
  if (held.withheld) throw new Refusal("forbidden", "document.withheld");
  const [organization, shares] = await session.read(async (tx) => [await findOrganization(tx, actor.orgId), await whoAllows(tx, actor.orgId, [personId], "share", today)] as const);
  if (form === "referral" && !shares.has(personId)) throw new Refusal("forbidden", "document.no_share");
  const papers: PaperFacts[] = [held, await planPaper(session, { caseId, personId }), await assessmentPaper(session, personId), await servicesPaper(session, { caseId, personId })];
  return { personId, ...factsOf(session, organization, papers) };
}

/** What papers give, with what every form may say; nothing stands for what is blank. */
export function factsOf({ actor, today }: Session, organization: Awaited<ReturnType<typeof findOrganization>>, papers: readonly PaperFacts[]): FormFacts {
  const own = { 机构: organization?.name, 机构电话: organization?.phone, 今天: formatDayOnly(today, "zh", ""), 制表人: actor.name };
  return { fields: words(Object.assign({}, own, ...papers.map(({ fields }) => fields))), lists: Object.assign({}, ...papers.map(({ lists }) => Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.map(words)])))) };
}

const words = (facts: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value]] : [])));

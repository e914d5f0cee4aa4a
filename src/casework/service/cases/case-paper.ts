import { ageOn } from "#kernel/calendar.ts";
import { consentsInForce } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { caseworkText } from "../../messages/index.ts";
import { eventTitle } from "../../ui/cases/case-words.ts";
import { needName } from "../../ui/need-name.ts";
import { showCase, type ShownCase } from "./show-case.ts";

const { cases: t, populations, statuses, priorities } = caseworkText.zh;
/** Always with the year: paper outlives it. */
const day = (on: string | null | undefined) => (on ? formatDayOnly(on, "zh", "") : null);

/** A case and its person as standard forms write them, for whoever may open the case; noted as printed. */
export async function casePaper(session: Session, caseId: string): Promise<PaperFacts & { readonly personId: string; readonly withheld: boolean }> {
  const file = await showCase(session, caseId, { printed: true });
  const { card } = file;
  const consents = await session.read((tx) => consentsInForce(tx, session.actor.orgId, [card.id], session.today));
  const said = (purpose: "keep_data" | "share") => t.paper.consents[consents.get(card.id)?.get(purpose) ?? "never"];
  return {
    personId: card.id, withheld: card.blank,
    fields: { ...personFields(file, session.today), ...caseFields(file), 同意保存: said("keep_data"), 同意共享: said("share") },
    lists: {
      家人: file.relatives.filter(({ untilOn }) => untilOn === null).map(({ otherName, relation, otherPhone, isGuardian, isCarer }) => ({ 姓名: otherName, 关系: relation, 电话: otherPhone, 承担: [isGuardian ? t.page.guardian : "", isCarer ? t.page.carer : ""].filter(Boolean).join("、") })),
      需求: file.needs.map(({ code, words, status, priority }) => ({ 需求: needName(code, "zh"), 说法: words, 状态: statuses[status], 急迫: priorities[priority] })),
      经过: file.events.map((event) => ({ 日期: day(event.onDay), 事项: eventTitle(event, { workers: file.names, teams: file.teamNames }, t, (on) => day(on) ?? ""), 说明: event.words, 经办: event.byName })),
    },
  };
}

function personFields({ card, relatives, case: one }: ShownCase, today: string): PaperFacts["fields"] {
  const current = relatives.filter(({ untilOn }) => untilOn === null);
  const named = (rows: typeof current) => rows.map(({ relation, otherName }) => `${relation} ${otherName}`).join("；");
  const known = card.birthPrecision === "year" ? card.birthOn?.slice(0, 4) : card.birthPrecision === "month" ? card.birthOn?.slice(0, 7) : null;
  return {
    姓名: card.name, 称呼: card.preferredName, 性别: card.sex && t.paper.sexes[card.sex], 出生日期: known ?? day(card.birthOn), 年龄: card.birthOn && String(ageOn(card.birthOn, today)), 电话: card.phones[0]?.value,
    住址: [card.communityName, card.laneName, card.address].filter(Boolean).join(" "), 社区: card.communityName, 人群: populations[one.population],
    监护人: named(current.filter(({ isGuardian }) => isGuardian)), 照顾者: named(current.filter(({ isCarer }) => isCarer)), 家庭成员: named(current),
  };
}

function caseFields({ case: one, events }: ShownCase): PaperFacts["fields"] {
  const wordsOf = (...stages: string[]) => events.filter(({ kind, stage }) => kind === "advanced" && stages.includes(stage ?? "")).map(({ words }) => words).filter(Boolean).join("；");
  const closing = one.standing === "closed" ? events.findLast(({ kind, step }) => kind === "closed" || step === "close") : undefined;
  return {
    个案编号: one.reference, 阶段: t.stages[one.stage], 状态: t.standings[one.standing], 责任社工: one.workerName, 小组: one.teamName, 项目: one.programmeName, 来源: t.origins[one.originKind], 来源说明: one.originWords,
    接案日期: day(one.openedOn), 接案说明: events.find(({ kind }) => kind === "opened")?.words, 预估小结: wordsOf("planning"), 评估小结: wordsOf("evaluation", "closing"),
    结案日期: day(one.closedOn), 结案原因: one.closingReason && t.closingReasons[one.closingReason], 结案小结: closing?.words, 复核日期: day(one.reviewOn),
  };
}

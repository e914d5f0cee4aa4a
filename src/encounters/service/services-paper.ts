import type { Session } from "#platform/db/session.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { encountersText } from "../messages/index.ts";
import { listOfPerson } from "./list-of-person.ts";

const t = encountersText.zh;

/** The latest services of a case and those of no case, the earliest first, as standard forms write them; nothing for whoever may not read services. */
export async function servicesPaper(session: Session, { caseId, personId }: { caseId: string; personId: string }): Promise<PaperFacts> {
  if (!session.actor.capabilities.has("encounters.read")) return { fields: {}, lists: {} };
  const { rows } = await listOfPerson(session, personId);
  const own = rows.filter((row) => row.caseId === caseId || row.caseId === null).toReversed();
  return {
    fields: { 服务次数: own.length > 0 ? String(own.length) : null },
    lists: {
      服务: own.map(({ happenedOn, mode, minutes, communityName, placeWords, people, seen, nextWords, nextOn, byName }) => ({
        日期: formatDayOnly(happenedOn, "zh", ""), 方式: t.modes[mode], 分钟: String(minutes), 地点: [communityName, placeWords].filter(Boolean).join(" "), 参加: people.flatMap(({ name }) => name ?? []).join("、"),
        看到: seen, 下次: [nextOn && formatDayOnly(nextOn, "zh", ""), nextWords].filter(Boolean).join(" "), 记录人: byName,
      })),
    },
  };
}

import type { PaperFacts } from "#platform/print/paper.ts";
import { MOMENTS } from "../../model/terms.ts";
import type { LoadedGroup } from "../show-group.ts";
import { belongedOn } from "../near.ts";
import { day, markLine, mayTell, number, signed, words as t } from "./paper-words.ts";

type Session = LoadedGroup["sessions"][number];
type Member = LoadedGroup["members"][number];

/** One session: its plan, who was expected and came, what happened. Without one, whoever belongs today is listed, to be written up by hand. */
export function paperOfSession({ members, marks }: LoadedGroup, session: Session | undefined, today: string): PaperFacts {
  const log = session?.log;
  const expected = members.filter(belongedOn(log?.heldOn ?? session?.onDay ?? today));
  const own = new Map(marks.filter(({ sessionId }) => sessionId === session?.id).map((mark) => [mark.memberId, mark]));
  return {
    fields: {
      节次: number(session?.number), 节目标: session?.aim, 计划日期: day(session?.onDay), 分钟: number(session?.minutes), 怎样进行: session?.plan, 要准备: session?.prepare,
      实际日期: day(log?.heldOn), 到场人数: log && number(session?.came), 发生了什么: log?.happened, 组员之间: log?.dynamics.map((one) => t.dynamics[one]).join("、"), 社工做了什么: log?.workerPart, 下节注意: log?.nextWords, 记录人: log?.byName,
    },
    lists: { 出席: expected.map((member) => ({ 姓名: member.name, ...markLine(own.get(member.id), mayTell(member)) })) },
  };
}

const SAID = { before: ["开始前评分", "开始前的话"], after: ["结束时评分", "结束时的话"], later: ["跟进时评分", "跟进时的话"] } as const;

/** One member: what they said at each moment, and every session they were marked for. */
export function paperOfMember({ sessions, marks, ratings, lines }: LoadedGroup, member: Member): PaperFacts {
  const tell = mayTell(member);
  const own = new Map((tell ? ratings : []).filter(({ memberId }) => memberId === member.id).map((rating) => [rating.moment, rating]));
  const line = lines.find(({ memberId }) => memberId === member.id);
  const [before, after] = [own.get("before")?.value, own.get("after")?.value];
  return {
    fields: {
      姓名: member.name, 角色: t.parts[member.part], 加入日期: day(member.joinedOn), 为什么来: member.why, 同意: t.consent[member.consent], 离开情况: member.leftOn && t.members.left(day(member.leftOn)!, member.reason ? t.leaving[member.reason] : ""),
      来了几节: line && line.marked > 0 ? `${line.came}/${line.marked}` : null, 参与变化: !tell || line?.change == null ? null : signed(line.change, 1), 评分变化: before === undefined || after === undefined ? null : signed(after - before),
      ...Object.fromEntries(MOMENTS.flatMap((moment) => [[SAID[moment][0], number(own.get(moment)?.value)], [SAID[moment][1], own.get(moment)?.words]])),
    },
    lists: {
      参加: sessions.flatMap(({ id, number: at, aim, log }) => {
        const mark = marks.find(({ sessionId, memberId }) => sessionId === id && memberId === member.id);
        return mark ? [{ 节次: number(at), 日期: day(log?.heldOn), 目标: aim, ...markLine(mark, tell) }] : [];
      }),
    },
  };
}

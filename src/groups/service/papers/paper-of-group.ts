import type { PaperFacts } from "#platform/print/paper.ts";
import type { Evaluation } from "../../model/change.ts";
import type { Moment } from "../../model/terms.ts";
import type { LoadedGroup } from "../show-group.ts";
import { day, mayTell, mean, number, signed, words as t, type Facts } from "./paper-words.ts";

/** The whole group as its plan and its closing report write it. */
export function paperOfGroup(loaded: LoadedGroup): PaperFacts {
  const { group, standing, members } = loaded;
  return {
    fields: {
      小组名称: group.name, 小组类型: t.kinds[group.kind], 小组目标: group.aim, 为了谁: group.forWhom, 招募方式: group.recruiting, 地点: group.placeWords, 带组社工: group.workerName,
      阶段: t.stages[standing.closed ? "closed" : standing.stage], 人数上限: number(group.mostMembers), 计划节数: number(group.sessionsPlanned), 开始日期: day(group.begunOn),
      组员人数: number(members.filter(({ leftOn }) => leftOn === null).length), 参加过人数: number(members.length), ...attendance(loaded), ...change(loaded.evaluation, loaded.later), ...ending(loaded),
    },
    lists: { 组员: members.map((member) => memberLine(loaded, member)), 节次: planned(loaded), 记录: held(loaded), 经过: life(loaded) },
  };
}

function attendance({ lines, sessions }: LoadedGroup): Facts {
  const [came, marked] = [lines.reduce((sum, line) => sum + line.came, 0), lines.reduce((sum, line) => sum + line.marked, 0)];
  const logged = sessions.filter(({ log }) => log !== null).length;
  return { 已开节数: number(logged), 出席人次: number(came), 出席率: marked === 0 ? null : `${Math.round((100 * came) / marked)}%`, 平均出席: logged === 0 ? null : (came / logged).toFixed(1) };
}

function change(after: Evaluation, later: Evaluation): Facts {
  if (after.paired === 0) return {};
  return {
    对比人数: number(after.paired), 开始前平均: mean(after.before), 结束时平均: mean(after.after), 更近人数: number(after.better), 一样人数: number(after.same), 更远人数: number(after.worse),
    跟进时平均: mean(later.after),
  };
}

function ending({ events, standing }: LoadedGroup): Facts {
  const closing = standing.closed ? events.findLast(({ kind }) => kind === "closed") : undefined;
  if (!closing) return {};
  return { 结束日期: day(closing.onDay), 结束小结: closing.words, 跟进日期: day(closing.followUpOn), 跟进情况: events.filter(({ kind, number: at }) => kind === "followed_up" && at > closing.number).map(({ onDay, words }) => `${day(onDay)} ${words}`).join("\n") };
}

function memberLine({ lines, ratings }: LoadedGroup, member: LoadedGroup["members"][number]): Facts {
  const said = (moment: Moment) => (mayTell(member) ? ratings.find((one) => one.memberId === member.id && one.moment === moment)?.value : undefined);
  const [before, after] = [said("before"), said("after")];
  const line = lines.find(({ memberId }) => memberId === member.id);
  return {
    姓名: member.name, 角色: t.parts[member.part], 加入日期: day(member.joinedOn), 为什么来: member.blank ? null : member.why, 同意: t.consent[member.consent], 来了几节: line && line.marked > 0 ? `${line.came}/${line.marked}` : null,
    开始前: number(before), 结束时: number(after), 跟进时: number(said("later")), 变化: before === undefined || after === undefined ? null : signed(after - before),
  };
}

/** Every session the plan speaks of: those not planned yet have their number and room to write. */
const planned = ({ group, sessions }: LoadedGroup): Facts[] => Array.from({ length: Math.max(group.sessionsPlanned, sessions.length) }, (_, index) => {
  const one = sessions.find((session) => session.number === index + 1);
  return { 节次: number(index + 1), 日期: day(one?.onDay), 分钟: number(one?.minutes), 目标: one?.aim };
});

const held = ({ sessions }: LoadedGroup): Facts[] => sessions.flatMap(({ number: at, aim, log, came }) => (log === null ? [] : [{
  节次: number(at), 日期: day(log.heldOn), 目标: aim, 到场: number(came), 发生了什么: log.happened, 组员之间: log.dynamics.map((one) => t.dynamics[one]).join("、"), 社工做了什么: log.workerPart, 下节注意: log.nextWords, 记录人: log.byName,
}]));

const life = ({ events }: LoadedGroup): Facts[] => events.map(({ kind, stage, words, onDay, byName }) => ({ 日期: day(onDay), 事项: [t.show.events[kind], stage && t.stages[stage]].filter(Boolean).join(" "), 说明: words, 经办: byName }));

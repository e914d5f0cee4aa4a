import { addDays } from "../../../kernel/calendar.ts";
import { agreeInterview, createProgramme, declineApplicant, listVolunteers, SignUpForm, signUpPublicly, writeNote } from "../../../volunteering/index.ts";
import type { Cast } from "../demo-cast.ts";

const APPLICANTS: readonly (readonly [name: string, birthOn: string, times: readonly string[], motivation: string])[] = [
  ["罗思雨", "2004-03-11", ["6-morning", "6-afternoon"], "外婆一个人住，我知道热饭送到门口有多暖。"],
  ["邓子航", "1998-07-02", ["1-morning", "3-morning"], "会骑电动车，中午有空。"],
  ["冉秀芳", "1957-01-20", ["1-morning", "2-morning", "3-morning"], "退休了，腿脚还好。"],
  ["谭家豪", "2003-10-30", ["7-morning"], "想做点实在的事。"],
  ["卢美玲", "1965-05-08", ["2-morning", "4-morning"], "做了一辈子饭，知道老人爱吃什么。"],
  ["姚书瑶", "2005-12-17", ["6-morning"], "同学推荐我来的。"],
];

/** A programme with four places and six who want to come: two wait, one was met, one was told no kindly. */
export async function seedRecruitment(cast: Cast, friendsId: string): Promise<void> {
  const coordinator = await cast.as("coordinator", 3);
  const { id: programmeId } = await createProgramme(coordinator, {
    slug: "warm-meals", name: "暖心送餐", summary: "中午把社区食堂的热饭送到行动不便的老人家里，坐下来说几句话，看看老人气色好不好。",
    lookedFor: "守时、脚步稳、愿意和老人拉家常的人；会骑电动车的更好。", timeWords: "每周一到两个中午，每次一个半小时左右。", nextSteps: "我们会打电话约一次面谈，再跟着老队员送两次餐。",
    contact: "青云协同社工站 0871-65500000", signUpFrom: addDays(coordinator.today, -14), signUpUntil: addDays(coordinator.today, 30), places: 4, whenFull: "wait", waitingOrder: "arrival",
  });
  for (const [index, [name, birthOn, times, motivation]] of APPLICANTS.entries()) {
    const form = SignUpForm.parse({ name, birthOn, phone: `1390871000${index}`, times: [...times], motivation, keep_data: "yes", contact: "yes" });
    await signUpPublicly(coordinator, "warm-meals", form, { language: "zh", text: "同意保存我填写的资料，用来安排志愿服务" });
  }
  const { page: { rows } } = await listVolunteers(coordinator, { programmeId });
  const idOf = (name: string) => rows.find((row) => row.name === name)!.id;
  const manager = await cast.as("coordinator");
  const met = await agreeInterview(manager, { volunteerId: idOf("罗思雨"), onDay: manager.today, fromTime: "09:30", place: "社工站二楼", interviewers: [cast.accounts.coordinator!, cast.accounts.worker!] });
  await writeNote(manager, { interviewId: met.interviewId, impression: "suits", words: "说话轻声细语，讲到外婆时眼睛发亮。周六上午固定有空，家住得近。" });
  await agreeInterview(manager, { volunteerId: idOf("冉秀芳"), onDay: addDays(manager.today, 2), fromTime: "14:00", place: "金沙社区活动室", interviewers: [cast.accounts.coordinator!] });
  await declineApplicant(manager, { volunteerId: idOf("谭家豪"), reasons: ["hours"], offers: ["other_programme", "activities"], otherProgramme: friendsId, words: "谢谢您愿意做点实在的事。送餐都在工作日中午，您只有周日有空，“社区老友”正好在周末。", note: "" });
}

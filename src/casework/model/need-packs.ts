import type { NeedCode, NeedPack, NeedTopic } from "./need-pack.ts";
import type { Population } from "./population.ts";

const DISABLED: readonly Population[] = ["disabled_youth", "disabled_adult"];
const GROWN: readonly Population[] = [...DISABLED, "elder", "resident"];
const OWN: readonly Population[] = [...GROWN, "child"];
const YOUNG: readonly Population[] = ["disabled_youth", "child"];
const WORKING: readonly Population[] = [...DISABLED, "resident"];
const CARER: readonly Population[] = ["carer"];
const ALL: readonly Population[] = [...OWN, "carer"];

const need = (code: string, zh: string, en: string, populations: readonly Population[]): NeedCode => ({ code, zh, en, populations });
const topic = (name: string, zh: string, en: string, codes: readonly NeedCode[]): NeedTopic => ({ topic: name, zh, en, codes });

/** Version 1: what homebound young disabled people and their carers asked for, and what elders and children commonly do. */
const FIRST: NeedPack = {
  version: 1,
  validFromOn: "2021-01-01",
  source: {
    zh: "本机构拟定，依据青云街道社区老友支持计划公开案例中的需求领域；不是国家标准",
    en: "Drawn up by this organisation from the fields of need in the published account of the Qingyun programme; not a national standard",
  },
  topics: [
    topic("outing", "走出家门", "Getting out of the house", [
      need("outing.company", "出门时有人陪", "Somebody to go out with", OWN),
      need("outing.access", "出行无障碍（坡道、电梯、车辆）", "Getting about without barriers (ramps, lifts, transport)", ALL),
      need("outing.place", "白天有个去处", "Somewhere to be during the day", OWN),
      need("outing.aids", "辅具（轮椅、助听器、盲杖等）", "Aids (wheelchair, hearing aid, cane)", OWN),
    ]),
    topic("company", "朋友和陪伴", "Friends and company", [
      need("company.friend", "有个同龄的朋友", "A friend of the same age", OWN),
      need("company.talk", "有人说说话", "Somebody to talk to", ALL),
      need("company.group", "一起玩的兴趣小组", "A group that shares an interest", OWN),
      need("company.family", "家里人相处得好一些", "Getting on better within the family", ALL),
    ]),
    topic("community", "社区生活", "Life in the community", [
      need("community.activity", "参加社区活动", "Taking part in community activities", ALL),
      need("community.sport", "运动", "Sport and exercise", OWN),
      need("community.say", "社区的事能说上话", "Having a say in the community", ALL),
      need("community.rights", "了解政策和权利", "Knowing policies and rights", ALL),
    ]),
    topic("work", "工作和收入", "Work and income", [
      need("work.job", "在家附近找到工作", "A job near home", WORKING),
      need("work.skill", "学一门手艺", "Learning a skill", WORKING),
      need("work.coach", "上岗后有人辅导", "Coaching on the job", DISABLED),
      need("work.flexible", "能兼顾照顾的工作", "Work that leaves time for caring", CARER),
    ]),
    topic("learning", "学习和成长", "Learning", [
      need("learning.school", "上学、复学", "Going to school, or back to it", YOUNG),
      need("learning.homework", "课业辅导", "Help with school work", ["child"]),
      need("learning.living", "学会照顾自己的生活", "Learning to live independently", YOUNG),
      need("learning.digital", "会用手机办事", "Using a phone for everyday matters", ALL),
    ]),
    topic("health", "健康和康复", "Health and rehabilitation", [
      need("health.rehab", "康复训练", "Rehabilitation training", OWN),
      need("health.medical", "看病、取药", "Seeing a doctor, getting medicine", ALL),
      need("health.mind", "心理支持", "Support for the mind", ALL),
      need("health.care", "日常起居有人照料", "Help with daily living", GROWN),
    ]),
    topic("relief", "照顾者喘口气", "Relief for the carer", [
      need("relief.hours", "有人替几个小时", "Somebody to take over for a few hours", CARER),
      need("relief.leisure", "有自己的休闲", "Leisure of one's own", CARER),
      need("relief.emergency", "有急事时有人接手", "Somebody to step in in an emergency", CARER),
    ]),
    topic("caring", "照顾的本领和同伴", "Skills and peers in caring", [
      need("caring.skills", "照护和家庭康复的知识", "Knowing how to care and train at home", CARER),
      need("caring.peers", "和别的家长互相帮助", "Helping each other with other parents", CARER),
      need("caring.future", "自己老了以后谁来照顾", "Who will care when I no longer can", CARER),
    ]),
    topic("living", "生活保障", "Means of living", [
      need("living.money", "经济困难", "Money is short", ALL),
      need("living.meals", "吃饭（助餐、送餐）", "Meals (canteen, delivery)", GROWN),
      need("living.home", "居家改造和维修", "Adapting or repairing the home", ALL),
      need("living.papers", "办证件、办补贴", "Papers and allowances", ALL),
    ]),
    topic("safety", "安全", "Safety", [
      need("safety.alone", "一个人在家不放心", "Not safe alone at home", OWN),
      need("safety.guardian", "监护没有着落", "Nobody to be guardian", [...YOUNG, "disabled_adult"]),
      need("safety.harm", "担心受到伤害", "Fear of being harmed", ALL),
      need("safety.contact", "有急事找得到人", "Somebody to reach in an emergency", ALL),
    ]),
  ],
};

/** Every version, oldest first; old needs keep the version they were recorded with. */
export const NEED_PACKS: readonly [NeedPack, ...NeedPack[]] = [FIRST];

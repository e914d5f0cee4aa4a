import { publicZh } from "./zh-public.ts";
import { refusals } from "./zh-refusals.ts";

/** Words of activities (活动). */
export const zh = {
  refusals,
  ...publicZh,
  title: "活动",
  lead: "要办的和办过的活动：谁报了名、谁在候补、谁来了。",
  create: "新建活动",
  panelEmpty: "还没有参加过活动",
  nextOn: (day: string | null) => (day === null ? "近期没有场次" : `下一场 ${day}`),
  kinds: { sport: "运动", art: "文艺手工", talk: "聊天分享", outing: "外出", meal: "聚餐", class: "学习", other: "其他" },
  roles: { participant: "参加者", volunteer: "志愿者", companion: "陪同人" },
  statuses: { applied: "等答复", waitlisted: "候补", booked: "有位", cancelled: "已取消", refused: "没有接受", walk_in: "临时来的" },
  marks: { present: "到了", late: "迟到", absent: "没来", excused: "请假", walk_in: "临时来的" },
  openTos: { staff: "由社工报名", account: "有账号的人可以自己报名", public: "对外公开，谁都可以报名" },
  criteria: {
    never_came: "没有参加过的人先", homebound: "长期不出门的人先", waited_before: "以前候补没有轮到的人先", lives_here: "本社区的居民先", kept_appointments: "多次没来又没说一声的人排在后面",
  },
  inOrder: "分不出先后时，先报名的先。名额空出来，自动按这个次序补上；和陪同人一起报名的，一起补。",
  populations: { child: "儿童少年（不满 18 岁）", elder: "老人（60 岁起）", disabled: "残疾人", homebound: "长期不出门的人", carer: "照顾者" },
  time: (from: string, until: string) => `${from}–${until}`,
  list: {
    coming: "将要举行", past: "已经举行", search: "名称或地点", kind: "类别", place: "地点", from: "从哪天", to: "到哪天", all: "全部", when: "时间", what: "活动", where: "地点", people: "报名", came: "来了",
    cancelled: "已取消", empty: "没有找到活动", emptyHint: "换个条件看看，或者新建一个活动。", export: "下载 Excel", print: "打印",
    file: "活动", participation: "参与情况", figures: "场次与人次", feeds: "场地日历",
    filled: (booked: number, places: number) => `${booked} / ${places}`, waiting: (count: number) => `候补 ${count}`, applied: (count: number) => `${count} 人等答复`, full: "已满",
    headers: { day: "日期", from: "开始", until: "结束", name: "活动", kind: "类别", place: "地点", state: "状态", places: "名额", booked: "报名", waiting: "候补", came: "来了", volunteers: "志愿者" }, held: "正常",
  },
  form: {
    title: "新建活动", editTitle: "修改这一场和以后的各场", lead: "先写好活动和时间，看过日期再保存。", editLead: "以后的场次挪到最近的新日期，报了名的人保留位子并收到通知；没有日子可挪的会取消。",
    about: "活动", name: "名称", summary: "介绍", summaryHint: "公开报名的页面会显示。", kind: "类别",
    whenWhere: "时间和地点", startsOn: "第一天", from: "开始", until: "结束", repeats: "重复", repeatsChoices: { once: "只办一次", weekly: "每周", fortnightly: "每两周", monthly: "每月同一个星期几", rule: "按规则" },
    weekdays: "星期几", weekdaysHint: "不选就是第一天那个星期几。", untilOn: "最后一天", rule: "重复规则（RFC 5545）", ruleHint: "只有上面选了“按规则”才用，例如 FREQ=MONTHLY;BYDAY=-1FR;COUNT=6（每月最后一个周五，6 次）。",
    place: "地点", ownPlace: "地点不在名单里，或者要说得更细", ownPlaceHint: "例如：二楼活动室，从东门进。", noPlace: "名单里没有",
    places: "名额", participants: "参加者", volunteers: "志愿者", companions: "陪同人",
    who: "谁可以参加", openTo: "怎样报名", admission: "有空位时", admissions: { direct: "马上有位", review: "社工看过再答复" }, closesHours: "开始前几小时截止自己报名",
    minAge: "最小年龄", maxAge: "最大年龄", communities: "只面向这些社区的居民", populations: "只面向这些人群", limitsHint: "都不填就不限。志愿者总要培训、审核、协议都有效。",
    priority: "候补名单的次序", priorityHint: "按下面的先后比较；报名的人看得到这些话。", nth: (n: number) => `第 ${n} 位看`, noCriterion: "不再看别的",
    preview: "看看日期", save: "保存", dates: (count: number) => `一共 ${count} 场`, reason: "为什么改", moreDates: (count: number) => `还有 ${count} 场`,
  },
  session: {
    edit: "改这一场", following: "改这一场和以后", signUp: "给人报名", attendance: "签到", series: "所有场次", calledOff: (why: string) => `这场活动已经取消：${why}`, restore: "恢复这场活动", restored: "恢复了",
    places: "名额", booked: "有位的人", waiting: "候补", waitingHint: "按补位的次序。", applied: "等答复的申请", gone: "取消的和没有接受的", nobody: "还没有人报名", nobodyHint: "可以给居民报名；公开的活动，居民也能自己报名。",
    name: "姓名", role: "身份", needs: "接送和需要", how: "怎样报名", channels: { staff: "社工报名", account: "自己报名", public: "网上报名", walk_in: "临时来的" }, attended: "签到", with: (name: string) => `陪同${name}`,
    accept: "接受", refuse: "不接受", reason: "原因", cancelOne: "取消报名", cancelQuestion: (name: string) => `取消${name}的报名？`, cancelWhy: "原因（可以不写）", actions: "操作",
    calls: "取消这场活动", callWhy: "为什么取消", callHint: "有位的、候补的人都会收到这个原因。", callOne: "取消这一场", callFollowing: "取消这一场和以后的各场",
    priority: "候补怎样补位", history: "变动", events: { moved: "改了时间、地点或名额", cancelled: "取消", restored: "恢复", regrouped: "活动重新安排" }, was: (day: string, time: string) => `原来是 ${day} ${time}`,
    feedback: "活动以后的评价", faces: { good: "高兴", fair: "平常", poor: "不太好" }, fewAnswers: (count: number) => `收到 ${count} 个回答，满 3 个才显示。`, repeats: "又报了一次", repeatsHint: "同一个人在公开页面又报了名，不占名额。", code: "签到码", print: "打印名单", from: "从哪里", age: (age: number) => `${age} 岁`,
    full: "已满", of: (booked: number, places: number) => `${booked} / ${places} 位`,
  },
  change: { title: "改这一场", lead: "只改这一场；报了名的人保留位子，时间地点变了会收到通知。", day: "日期", reason: "原因（可以不写）", save: "保存" },
  enter: {
    title: (name: string) => `给人报名：${name}`, find: "找居民", findHint: "姓名、拼音或电话后四位", search: "查找", none: "没有找到。可以先在“居民”里建档案。", choose: "选这个人", role: "以什么身份", needs: "接送和需要", needsHint: "例如：要接送、坐轮椅、要手语翻译。",
    companion: "陪同人", companionHint: "照顾者或助理的称呼，例如“女儿”“个人助理小陈”。", companionNeeds: "陪同人的需要", following: "以后的各场也报名", save: "报名", done: (status: string) => `报好了：${status}`,
  },
  attend: {
    title: "签到", lead: (there: number, all: number) => `到了 ${there} 人，名单上 ${all} 人`, there: "到了", undo: "撤回", more: "其他", walkIn: "临时来的人", walkInHint: "没有报名也可以记下来。", newName: "不在名册里：姓名", newPhone: "电话（可以不写）", add: "记下来",
    rest: "没标记的都算没来", restQuestion: "把没有标记的人都记为没来？", search: "查找", notYet: "到了这一天才能签到。", empty: "名单是空的", emptyHint: "临时来的人，在下面查找姓名就能记下来。", scan: "也可以用手机相机扫参加者的签到码。",
    checkIn: "签到", checkedIn: (name: string) => `${name}已经签到`, toList: "看整个名单", who: "签到的人",
  },
  series: { rule: "重复", priority: "候补的次序", eligibility: "谁可以参加", anybody: "不限", ages: (min: number | null, max: number | null) => (min !== null && max !== null ? `${min}–${max} 岁` : min !== null ? `满 ${min} 岁` : `不超过 ${max ?? 0} 岁`), sessions: "各场", once: "只办一次", by: (name: string) => `${name}安排` },
  figures: {
    title: "场次与人次", lead: "每个数字都从签到里数出来，点开能看到是哪些人、哪些场。", year: (year: string) => `${year} 年`, month: (month: string) => `${Number(month.slice(5))} 月`, monthTitle: (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月的场次与人次`,
    sessions: "场次", personTimes: "人次", persons: "人数", volunteers: "志愿者", volunteerTimes: "志愿者人次", total: "全年", hidden: "人数少，不显示", explain: "人次：每人每来一场算一次。人数：不同的人，所以各月相加会大于全年。只按名字记下的陪同人不计。",
    earlier: "上一年", later: "下一年", rows: "明细", day: "日期", activity: "活动", name: "姓名", role: "身份", none: "这个月没有活动", noneHint: "签到以后，数字会自己出来。", chart: "每月人次和人数",
  },
  part: {
    title: "参与情况", lead: "半年来有多少人来，谁约了总不来，谁越来越常来。", chart: "每周人次和人数", week: "这一周", neverCame: "约了总不来的人", neverHint: "近 90 天报名有位至少两次，一次也没有来，也没有请假。也许需要接送，也许该去看看。", rising: "越来越常来的人", risingHint: "近 90 天至少来了三次，比再前 90 天多一倍以上。也许愿意帮忙组织。",
    booked: (count: number) => `约了 ${count} 次`, last: (day: string) => `最近一次 ${day}`, more: (before: number, lately: number) => `以前 ${before} 次，近来 ${lately} 次`, nobody: "没有这样的人", hiddenWeeks: "人数少的周不显示。",
  },
  feeds: {
    title: "场地日历", lead: "把一个场地的活动放进手机或电脑的日历。谁有地址谁就能看；里面只有活动、时间和地点，没有人的名字。", place: "场地", make: "生成地址", made: "新地址（只显示这一次，请马上复制）", none: "还没有日历地址", madeBy: (name: string, at: string) => `${name} ${at} 生成`, revoke: "停用", revokeQuestion: "停用以后，用这个地址的日历不再更新。", mine: "我的活动",
  },
  texts: {
    booked: (when: string, where: string) => `【邻里】您报名的活动有位了：${when}，${where}。来不了请告诉社工站。`,
    refused: (when: string) => `【邻里】您申请的 ${when} 的活动没有接受，详情请问社工站。`,
    moved: (when: string, where: string) => `【邻里】您报名的活动改到 ${when}，${where}。来不了请告诉社工站。`,
    cancelled: (when: string, _where: string, why: string) => `【邻里】${when} 的活动取消了：${why}`,
    restored: (when: string, where: string) => `【邻里】${when} 的活动照常举行，${where}。`,
    reminder: (when: string, where: string) => `【邻里】提醒：您报名的活动 ${when} 开始，${where}。来不了请告诉社工站。`,
  },
};

import type { OptOutKind, State } from "../model/terms.ts";

/** Words of messages to a segment (群发通知). */
export const zh = {
  refusals: {
    "messaging.not_found": "没有这条通知",
    "messaging.audience_unknown": "请选择发给谁",
    "messaging.too_many_people": "一条通知最多发给 {most} 人，请缩小范围",
    "messaging.identity_number": "不能写身份证号码",
    "messaging.names_somebody": "短信里不能出现收信人的姓名，请换个说法",
    "messaging.released_already": "这条通知已经发出",
    "messaging.nobody": "没有一个人能收到，请看“不会收到的人”",
    "messaging.too_many_today": "一个人 24 小时内最多群发 {most} 条，明天再发吧",
    "messaging.not_released": "这条通知还没有发出",
    "messaging.stopped_already": "这条通知已经停发",
    "messaging.person_not_found": "没有这个人的档案",
    "messaging.pass_unknown": "这个链接不对，或者已经失效",
  } as Record<string, string>,
  title: "群发通知",
  sms: (words: string, link: string) => `【邻里】${words} 详情或不再接收：${link}`,
  kinds: { activities: "活动通知", services: "服务通知", greetings: "问候" },
  optOutKinds: { all: "所有群发通知", activities: "活动通知", services: "服务通知", greetings: "问候" } as Record<OptOutKind, string>,
  audience: {
    segment: "人群", programme: "志愿者项目", team: "邻里互助队", session: "活动",
    standings: { all: "全部志愿者", ready: "今天就能服务的", service_team: "服务队", reserve: "储备", approved: "已录用", applicant: "报了名的" },
    sides: { booked: "有名额的", waitlisted: "候补的", volunteer: "志愿者" },
    within: (group: string, label: string) => `${group}：${label}`,
    of: (name: string, which: string) => `${name} · ${which}`,
    onDay: (day: string, name: string) => `${day} ${name}`,
  },
  reasons: {
    withheld: "不同意保存资料", deceased: "已去世", no_contact: "不愿意被联系", asked_for_rest: "请我们先不要打扰", opted_out: "不再接收这类通知", no_guardian: "未成年，没有能联系的监护人", must_not_contact: "登记了不能联系的人", no_address: "没有账号，也没有手机",
    no_channel: "没有接短信网关", gateway: "短信网关没有收下，会再试",
  } as Record<string, string>,
  states: { planned: "将会收到", queued: "等待发送", sent: "已发出", joined: "同一号码已收到", failed: "没发成，会再试", not_sent: "没有发", stopped: "停发了", left_out: "不发" } as Record<State | "planned", string>,
  channels: { app: "站内", sms: "短信", wecom: "企业微信", text: "短信" } as Record<string, string>,
  list: {
    lead: (days: number) => `写一段短话，先看看谁会收到，再发出。写好 ${days} 天还没有发的，会自动删去。`, write: "写通知", q: "内容里有", kind: "类别", any: "全部", words: "内容", to: "发给", when: "时间", by: "谁发的", reached: "收到", leftOut: "不发", state: "状态",
    draft: "还没发", waiting: "马上发出", sent: "已发出", stopped: "停发了", empty: "还没有发过通知", emptyHint: "写好以后，先看看谁会收到、谁不会，再发出。", none: "没有符合条件的通知", noneHint: "换一个词试试。",
  },
  write: {
    title: "写通知", lead: "下一步先看看谁会收到，这一步还不会发出。", to: "发给谁", kind: "这是哪一类", kindHint: "居民可以只不收其中一类。", words: "内容", wordsHint: "不超过 300 字。短信里不写姓名和病情。", easy: "易读版", easyHint: "同样的意思，短句子。打开链接的人两种都看得到。", save: "看看谁会收到", nobody: "您还没有能发通知的人群、项目、互助队或活动。",
  },
  show: {
    title: "通知", to: "发给", kind: "类别", by: "谁写的", leaves: "发出时间", figures: "谁会收到", results: "结果", people: "将会收到", app: "站内通知", texts: "短信", joined: "同一手机只发一次", joinedHint: "几个人用一个号码", guardians: "由监护人收", leftOut: "不会收到的人", noneLeftOut: "每个人都能收到。", why: "原因", count: "人数", see: "看是谁", asRead: "收信人看到的", smsText: "短信", easy: "易读版", noEasy: "没有写易读版。",
    send: (people: number) => `发给 ${people} 人`, sendHint: "按下以后等 5 分钟才发出，这期间可以撤回。", again: "照着再写一条", nobody: "没有人能收到，不能发出。", noGateway: "还没有接短信网关，短信这一份发不出去；有账号的人能在站内看到。",
    waiting: (time: string) => `${time} 发出，在这之前可以撤回。`, stop: "撤回，不发了", stopRest: "停发还没发的", stoppedAt: (time: string) => `${time} 停发`, export: "下载结果", draftUntil: (day: string) => `还没有发出。到 ${day} 还不发，就自动删去。`, group: (name: string) => `名单：${name}`, name: "姓名", how: "怎么收", state: "状态", at: "时间", guardian: "由监护人收", all: "全部",
  },
  person: {
    title: (name: string) => `${name}：群发通知`, lead: "本人说不想再收，就在这里记下，马上生效。", stops: "不再接收", stop: "不再接收", again: "恢复接收", off: "已经不收", on: "在接收", said: "说过的话", saidEmpty: "还没有说过。", received: "收到的通知", receivedEmpty: "还没有给他（她）群发过通知。", kind: "类别", choice: "决定", when: "时间", via: "怎么说的", by: "谁记的",
    choices: { out: "不再接收", in: "恢复接收" }, saidTo: { desk: "告诉了工作人员", link: "自己在链接里选的" }, words: "内容", state: "状态",
  },
  panel: { title: "群发通知", empty: "在接收。", open: "通知和不再接收", out: (kind: string) => kind, optedOut: "不再接收" },
  note: {
    title: "给您的通知", from: (name: string) => `来自${name}`, easy: "简单地说", stops: "不想再收？", stopsHint: "按一下就行，马上生效。以后还可以再打开。", stop: (kind: string) => `不再接收${kind}`, stopAll: "所有群发通知都不收", off: (kind: string) => `您已经不再接收${kind}。`, again: (kind: string) => `重新接收${kind}`, done: "记下了，已经生效。", call: (phone: string) => `有事请打 ${phone}`, seen: "知道了",
  },
  file: { name: "群发通知结果", headers: ["姓名", "怎么收", "由监护人收", "状态", "原因", "时间"], yes: "是" },
  fields: { audience: "发给谁", kind: "类别", words: "内容", easyWords: "易读版" } as Record<string, string>,
};

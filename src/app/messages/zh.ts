/** Words of the frame around all pages. */
export const zh = {
  name: "邻里",
  nav: {
    today: "今天", people: "居民", register: "导入名册", segments: "人群", messages: "群发通知", outreach: "走访联系", needs: "需求", carers: "照顾者", results: "成效", digest: "每周摘要", cases: "个案", assessments: "评估", plans: "支持计划", volunteers: "志愿者", matching: "结对", visits: "见面记录", hours: "服务时长", certificates: "服务证明", badges: "志愿者证", duties: "撤回待办", myAgreements: "我的协议", myFile: "谁看过我", myHours: "我的时长", rounds: "走访路线", activities: "活动", myActivities: "我的活动", encounters: "服务记录", safeguarding: "保护", pathways: "助人之路", groupWork: "小组", referrals: "转介", employment: "支持性就业",
    enquiries: "求助", returns: "月报表", places: "地点", neighbourTeams: "邻里互助队", team: "同事与角色", jobs: "后台任务", audit: "操作记录", myPairs: "我的老友",
    groups: { residents: "居民与个案", reaching: "联系与转接", helpers: "志愿者与活动", office: "办公" },
  },
  publicLinks: { help: "我要求助", join: "做志愿者", gatherings: "社区活动", about: "关于我们" },
  faults: {
    notFoundTitle: "找不到这一页",
    notFound: "地址可能写错了，或者这项内容已经移走。",
    refusedTitle: "这一步没有完成",
    bugTitle: "出了意外的问题",
    bug: "我们已经记录下来。请返回上一页再试；如果还不行，请把下面的编号告诉管理员。",
    number: "编号",
    home: "回到今天",
    difference: "两边的内容",
    stored: "现在保存的",
    sent: "您填写的",
  },
};

/** Words of recruitment: the applicant's own page in plain words, and the board of those who decide. */
export const zhRecruitment = {
  title: "招募", board: "招募进展", lookedFor: "我们想找这样的人", lookedForHint: "例如：有耐心、愿意听人说话；会手语的特别欢迎", time: "要多少时间", timeHint: "例如：每周一次，每次一到两个小时，至少半年",
  places: "名额", placesHint: "同时在办手续和在服务的人数；不填表示不限", whenFull: "报满以后", whenFulls: { wait: "继续接受候补", close: "停止报名" }, order: "候补次序",
  orders: { arrival: "先报名的先递补", most_time: "每周可服务时间多的先递补，一样多的按报名先后" },
  placesLeft: (left: number, all: number) => `还有${left}个名额，一共${all}个`, waitingNow: (all: number, waiting: number) => `${all}个名额已经报满，候补${waiting}人。您可以先报候补，有人退出就按次序递补，并马上告诉您。`,
  placesTaken: (all: number) => `${all}个名额已经报满，暂停报名。`, joinWaiting: "报名候补",
  own: {
    title: "我的报名", keep: "这是您自己的页面，地址请收好，不要发给别人。有进展会在这里写明。", open: "查看我的报名进展", states: {
      received: "报名已收到，名额给您留着", waiting: "您在候补名单上", declined: "这一次没有能请您加入", withdrawn: "您已撤回报名", left: "您已退出这个项目", approved: "培训和手续都完成了，等待编队", service_team: "您已编入服务队", reserve: "您在储备队里，需要时我们会请您",
    },
    turn: (number: number, of: number) => `第${number}位，一共${of}位候补`, orderIs: (order: string) => `次序：${order}`, tell: "有名额时自动递补给下一位，我们会发短信告诉您。",
    steps: "接下来的步骤", done: "已完成", notYet: "还没有", interview: "约好的面谈", thanks: "谢谢您愿意帮助邻居。您花时间填了报名表，我们都看了。", why: "原因", reasons: {
      full: "这个项目的名额已经满了。", hours: "您有空的时间，这个项目现在用不上。", age: "这个项目对年龄有要求。", requirement: "有一项必须的手续没有办成。", skills: "这个项目需要一些专门的本领。", distance: "住得离服务的社区比较远。",
    },
    offers: "还可以怎样参与", offered: {
      reserve: "我们把您留在后备名单上；情况有变化，会先来问您。", other_programme: (name: string) => `“${name}”正需要人，您可能会喜欢。`, activities: "欢迎来参加社区活动，活动也常常需要搭把手的人。", later: "过几个月情况会变，欢迎到时候再报名。",
    },
    toOther: "看看这个项目", toActivities: "看看近期活动", withdraw: "撤回报名", withdrawQuestion: "来不了也没有关系，告诉我们一声，名额就给下一位。", withdrawn: "收到了。您的报名撤回了，谢谢您告诉我们。", more: "看看其他项目", contact: "想问问",
  },
  text: (address: string) => `【邻里】您的志愿报名有新进展，请看：${address}`,
  held: "占用名额", ofPlaces: (all: number) => `一共${all}个`, noLimit: "不限名额", left: "剩余名额", waiting: "候补名单", nobodyWaits: "没有人候补", nobodyWaitsHint: "报满以后，新报名的人会按写明的次序排在这里。", turnNumber: "次序", since: "何时候补", perWeek: "每周可服务", hours: (count: number) => `${count}小时`,
  interviews: "约好的面谈", noInterviews: "没有约好的面谈", noInterviewsHint: "打开一位申请人，点“约面谈”。", when: "时间", place: "地点", with: "面谈人", toMeet: "还没有约面谈", open: "打开",
  agree: { action: "约面谈", title: "约面谈", day: "哪一天", time: "几点", placeHint: "例如：社工站二楼", who: "由谁面谈", whoHint: "一位或两位；每位先写自己的记录，才看得到另一位的", submit: "约定并通知" },
  interview: {
    title: "面谈", notes: "面谈记录", write: "写我的记录", words: "记录", wordsHint: "听到什么、看到什么；与是否合适无关的私事不写", impression: "印象", impressions: { suits: "合适", unsure: "拿不准", not_yet: "现在还不合适" }, submit: "保存记录",
    again: "再写一次会以新的为准，原来的保留。", hidden: "另一位已经写好。写完自己的记录，就能看到。", none: "还没有记录", earlier: "先前的记录", only: "记录只有面谈人和负责录用的人看得到，每次打开都会留下记录。", off: "取消面谈", offs: { applicant: "本人来不了", us: "我们改期", did_not_come: "本人没有来" }, isOff: (why: string) => `这次面谈没有进行：${why}`, offReason: "原因",
  },
  decline: {
    action: "婉拒", title: "婉拒报名", lead: "本人会在自己的页面上看到感谢、您选的原因和别的办法。不方便说的原因，写在最后一栏，只有同事看得到。", reasons: "可以告诉本人的原因", offers: "还可以怎样", offerNames: { reserve: "留在后备名单", other_programme: "推荐另一个项目", activities: "请来参加活动", later: "请过一阵再报名" },
    other: "哪个项目", words: "想对本人说的话", wordsHint: "例如：谢谢您那天特地过来，您说的外婆的故事我们都记得。", note: "只给同事看的说明", submit: "婉拒并通知本人", preview: "本人会看到",
  },
  reopen: { action: "重新打开报名", title: "重新打开报名", lead: "有名额就直接给名额，没有就排到候补名单最后。婉拒的记录会保留。", reason: "为什么", submit: "重新打开并通知" },
  link: "本人的报名页", linkHint: "本人没有收到短信时，可以把这个地址发给他（她）。",
};

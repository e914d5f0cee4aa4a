/** Words of cases (个案). */
export const casesZh = {
  title: "个案",
  lead: "从接案到结案。状态由记下的经过算出，经过不会改写。",
  stages: { intake: "接案", assessment: "预估", planning: "计划", intervention: "介入", evaluation: "评估", closing: "结案" },
  stageWhat: { intake: "弄清谁、为什么来、愿不愿意，把怎么联系和保存资料的同意记下", assessment: "了解需要、优势和处境", planning: "和本人一起订目标和步骤", intervention: "按计划做，记下每次服务", evaluation: "看目标达到多少，需要满足了没有", closing: "处理离别，说好以后怎么办，写结案小结" },
  standings: { open: "进行中", paused: "暂停", closed: "已结案" },
  origins: { person: "本人、家人来或同事发现", enquiry: "公开求助", register: "名册", organization: "其他机构转来", snowball: "邻里介绍", visit: "走访发现" },
  closingReasons: { goals_met: "目标达到", partly_met: "目标部分达到", goals_not_met: "目标没有达到", not_suitable: "不属于我们的服务范围", referred: "转到其他机构", client_ended: "本人要求结束", moved_away: "搬走", lost_contact: "失去联系", died: "去世", opened_by_mistake: "误开" },
  approvalSteps: { accept: "接案（进入预估）", plan: "计划（进入介入）", close: "结案", transfer: "移交", reopen: "重新开案" },
  ties: { worker: "责任社工", team: "同组同事", supervisor: "督导", asked: "被请求接手" },
  list: {
    tabs: "谁的个案", mine: "我的", team: "我的小组", all: "全部", counts: "概况", open: "进行中", overdue: "该复核了", waiting: "等答复", paused: "暂停", closed: "已结案", show: "看哪些",
    open_case: "接案", rules: "规则与小组", export: "导出 Excel", csv: "导出 CSV", search: "姓名、拼音、首字母或个案编号", sheet: "个案", any: "不限",
    name: "姓名", reference: "编号", stage: "阶段", worker: "责任社工", teamColumn: "小组", programme: "项目", community: "社区", review: "复核日期", opened: "接案日期", state: "状态", population: "人群", origin: "来源", closedOn: "结案日期", reason: "结案原因",
    empty: "这里没有个案", emptyHint: "在居民档案或求助里按“接案”，就会出现在这里。", overdueChip: (day: string) => `${day}到期`, waitsApproval: (step: string) => `等督导审批：${step}`, waitsHandover: (who: string) => `等${who}答复接手`, someTeam: "小组",
  },
  open: {
    title: "接案", titleFor: (name: string) => `为${name}接案`, lead: "一个人可以同时有几个个案，照顾者也可以有自己的个案。", who: "为谁接案", choose: "找人", chooseHint: "先找到这个人的档案；还没有档案就先添加居民。", add: "添加居民", already: "这个人已有个案", alreadyLine: (reference: string, stage: string, worker: string) => `${reference} · ${stage} · 由${worker}负责`,
    words: "为什么来，最先看到什么", wordsHint: "用来的人自己的话。这里写的只有能打开这个个案的人看得到。", population: "作为哪类人群", populationAuto: "按年龄和残疾情况判断", programme: "在哪个项目下", team: "哪个小组", worker: "责任社工", me: "我自己", origin: "从哪里来", originWords: "来源说明", originWordsHint: "如：东里社区王主任打电话来；××小学老师介绍", openedOn: "哪天接案", submit: "接案", opened: "已接案。",
  },
  page: {
    stepper: "到哪一步", who: "是谁", person: "打开居民档案", years: (age: number) => `${age} 岁`, phone: "电话", lives: "住在", relations: "家人和支持", picture: "家庭图", guardian: "监护人", carer: "照顾者", mustNot: "不得联系", noRelations: "还没有记下家人。", needs: "需求", needsNone: "还没有记下需求。", needsAll: "全部需求",
    others: "这个人的其他个案", origin: "来源", openedBy: (day: string, name: string) => `${day}由${name}接案`, episode: (nth: number) => `第 ${nth} 次开案`, timeline: "经过", access: "谁能看、谁看过", print: "打印", crumbs: "个案",
    next: "下一步", nextIs: (stage: string) => `下一步：${stage}`, missing: "这一阶段", nothingMissing: "这一阶段要留下的都有了。", done: "已有", notDone: "还没有", goThere: "去做",
    review: "复核日期", reviewLate: (day: string) => `${day}就该复核了`, reviewBy: (day: string) => `请在${day}以前复核一次`, needsApproval: "这一步要督导审批，提交后等督导答复。", pausedUntil: (day: string) => `暂停到${day}`, more: "其他",
    needWords: { reach: "怎么联系（电话或住址）", consent: "本人同意保存资料", guardian: "监护人", needs: "至少一条需求", answers: "每条需求都有了回应" } as Record<string, string>,
  },
  steps: {
    words: "说明", wordsWhy: "原因", onDay: "哪天",
    advance: (stage: string) => `进入${stage}`, advanceHint: "这一阶段做了什么，可以不填", go_back: "退回前面的阶段", backTo: "退回到", pause: "暂停", until: "暂停到", resume: "恢复", close: "结案", closeReason: "结案原因", closeWords: "结案小结", closeHint: "做了什么、变化、以后怎么办、本人怎么说",
    reopen: "重新开案", reopenWhy: "为什么重新开案", review: "记下复核", reviewWords: "复核看到什么、怎么定", hand_over: "移交", toWorker: "交给谁", toTeam: "交给哪个小组", toTeamHint: "只选小组时，小组里谁先接手谁负责", handover: "交接说明", handoverHint: "情况、答应过的事、要注意的、下次约在什么时候", save: "保存", ask: "提交审批", askHandOver: "请对方接手",
    approve: "批准", send_back: "退回修改", sendBackWords: "要改什么", take_over: "我来接手", refuse_handover: "不接手", refuseWords: "为什么", withdraw: "撤回", approveWords: "批注",
  },
  waiting: {
    approval: (name: string, step: string) => `${name}请督导审批：${step}`, handover: (from: string, to: string) => `${from}请${to}接手`, ownApproval: "已提交，等督导答复。", closeAs: (reason: string) => `结案原因：${reason}`,
  },
  events: {
    opened: "接案", advanced: (stage: string) => `进入${stage}`, went_back: (stage: string) => `退回${stage}`, paused: (day: string) => `暂停到${day}`, resumed: "恢复", closed: (reason: string) => `结案：${reason}`, reopened: "重新开案", reviewed: "复核",
    approval_asked: (step: string) => `请督导审批：${step}`, approval_withdrawn: "撤回审批请求", approved: "督导批准", sent_back: "督导退回", transfer_asked: (to: string) => `请${to}接手`, transfer_withdrawn: "撤回移交", transfer_accepted: "接手", transfer_refused: "没有接手",
  },
  rules: {
    title: "个案规则与小组", lead: "改动从今天起生效，以前的版本留着。", rulesCard: "规则", approvals: "哪些步骤要督导审批", days: "每个阶段最多多少天要复核一次", note: "为什么改", save: "保存规则", saved: "已保存。", version: (nth: number) => (nth === 0 ? "还没有定过：现在用的是邻里的起步建议（未核实，不出自任何规定）。" : `第 ${nth} 版`),
    versions: "以往的版本", line: (nth: number, day: string, name: string) => `第 ${nth} 版，${day}起，${name}`, teams: "小组", teamsHint: "同组同事可以打开本组的个案、在里面记录，但不能替责任社工走步骤。", addTeam: "添加小组", programmes: "项目", addProgramme: "添加项目", name: "名称", join: "加入", joinWho: "谁加入", leave: (name: string) => `请${name}退出`, left: "退出", closeTeam: "撤销小组", closeProgramme: "停用", closeAsk: "撤销以后不能再选，已有的个案不变。", noTeams: "还没有小组。", noProgrammes: "还没有项目。", nobody: "还没有人",
  },
  paper: { sexes: { female: "女", male: "男" }, consents: { given: "同意", refused: "不同意", withdrawn: "已撤回", expired: "已到期", never: "没有问过" } },
  print: { between: "；", relative: (relation: string, name: string, marks: readonly string[]) => `${relation}${name}${marks.length > 0 ? `（${marks.join("、")}）` : ""}`, need: (need: string, status: string) => `${need}（${status}）`, title: (reference: string) => `个案 ${reference}`, summary: "结案小结", timeline: "经过", printed: (day: string, name: string) => `${day}由${name}打印。内含个人信息，请妥善保管，用完收回。`, stage: "阶段", worker: "责任社工", person: "服务对象", needs: "需求", relations: "家人和支持" },
  panel: { support: (worker: string) => `社工${worker}`, title: "个案", line: (stage: string, standing: string) => `${stage} · ${standing}`, by: (worker: string) => `由${worker}负责`, none: "没有个案。", open: "接案", hidden: (reference: string) => `个案 ${reference}` },
};

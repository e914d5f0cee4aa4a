import { zhRefusals } from "./zh-refusals.ts";

/** Minutes as people say them: 2 小时 30 分. */
const time = (minutes: number) => {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 || rest === 0 ? `${whole} 小时` : "", rest > 0 ? `${rest} 分` : ""].filter(Boolean).join(" ");
};

/** Words of hours (服务时长) and certificates (志愿服务记录证明). 您 for volunteers and the public. */
export const zh = {
  time,
  period: (from: string, until: string) => `${from} 至 ${until}`,
  by: (name: string, at: string) => `${name} · ${at}`,
  unverified: "未核实",
  states: { open: "还没有签退", pending: "待确认", confirmed: "已确认", refused: "未通过", withdrawn: "已撤回" },
  sources: { visit: "结对见面", activity: "活动签到", hand: "手工补录" },
  fields: {
    name: "志愿者", happenedOn: "日期", minutes: "时长（分钟）", travelMinutes: "路上用时（分钟）", travelHint: "只作记录，不计入时长", title: "活动名称", place: "地点", recipient: "服务对象", recipientHint: "写概括的说法，不写居民的名字",
    content: "服务内容", manager: "负责人", recorder: "记录人", state: "状态", time: "时长", source: "来源", reason: "为什么更正", words: "说明",
  },
  list: {
    title: "服务时长", lead: "见面和活动的时长先在这里确认，确认以后才计入志愿服务记录。路上用时不计。", search: "按志愿者姓名或拼音查找", show: "看哪些", from: "从", until: "到",
    shows: { pending: "待确认", asked: "有人申请更正", open: "还没有签退", confirmed: "已确认", refused: "未通过", withdrawn: "已撤回", all: "全部" },
    empty: { pending: "没有等待确认的时长", asked: "没有等待答复的更正申请", open: "大家都签退了", confirmed: "还没有确认过时长", refused: "没有未通过的时长", withdrawn: "没有撤回的时长", all: "还没有服务时长" },
    emptyHint: "志愿者记下见面、参加活动签到签退以后，时长会自动出现在这里。", look: "看一看再确认", lookHint: "勾选要确认的，先看一遍，再一起确认。", export: "下载 Excel",
  },
  confirm: {
    title: "确认时长", lead: (count: number, minutes: number) => `共 ${count} 条，合计 ${time(minutes)}`, yes: "确认这些时长", back: "返回", none: "没有可以确认的时长。", cannot: "这些不能确认", can: "将要确认",
    done: (count: number) => `已确认 ${count} 条。`, refusedNow: (count: number) => `${count} 条未通过，原因已经写给志愿者。`, undo: "撤回这次确认", undoWords: "误确认，撤回", undone: (count: number) => `已撤回 ${count} 条，它们重新等待确认。`,
    refuse: "不通过", refuseQuestion: "志愿者会看到您写的原因。", words: "为什么不通过",
  },
  entry: {
    title: "一条服务时长", history: "经过", recorded: "记录", corrected: (reason: string) => `更正：${reason}`, asked: (words: string) => `志愿者申请更正：${words}`,
    confirm: "确认", refuse: "不通过", withdraw: "撤回", withdrawQuestion: "撤回以后不再计入，记录还在。", reopen: "重新审看", reopenQuestion: "这条时长回到待确认。", correct: "更正", correctHint: "原来的记录不改，另存一条新的；新的要重新确认。",
    save: "保存更正", decline: "答复：不更正", declineQuestion: "志愿者会看到您的答复。", certified: "这条时长已经写进证明。如果要改，先看看那份证明是否要撤销。", record: "看志愿服务记录",
    decisions: { confirmed: "已确认", refused: "未通过", withdrawn: "已撤回", reopened: "重新审看" },
  },
  record: {
    title: "志愿服务记录", of: (name: string) => `${name}的志愿服务记录`, number: "志愿者编号", total: "累计时长", lead: "按民政部令第67号分五组：个人基本信息、志愿服务情况、培训、表彰奖励、评价。",
    groups: { basic: "个人基本信息", service: "志愿服务情况", training: "培训情况", awards: "表彰奖励", evaluation: "评价" },
    sex: "性别", sexes: { male: "男", female: "女" }, birth: "出生日期", place: "居住区域", phone: "联系方式", skills: "专业技能", programmes: "服务类别", affiliation: "学校或单位", identity: "证件号码", identityNote: "以志愿者编号代替，不在这里显示",
    noService: "还没有确认过的服务。", noTraining: "还没有培训记录。", noAwards: "还没有表彰和感谢。", noEvaluation: "还没有评价。", organiser: "组织者", trainings: (count: number) => `${count} 次`, times: (count: number) => `${count} 次`,
    thanks: "感谢", award: "表彰", evaluationKind: "评价", placements: { service_team: "考核合格，进入服务队", reserve: "考核合格，进入储备" }, givenBy: "授予或评价单位", givenOn: "日期", honourTitle: "名称或内容", kind: "种类", addHonour: "添加表彰、感谢或评价", save: "保存", takeBack: "撤回", takeBackQuestion: "写错的可以撤回，留下原因。",
    excel: "下载 Excel", csv: "下载 CSV", enter: "手工补录时长", enterLead: "只用于纸质签到表等来不及当场登记的情况；补录的也要确认。", apply: "代为申请证明", fieldsNote: "字段的确切写法未核实。",
  },
  mine: {
    title: "我的服务时长", confirmed: "已确认", thisYear: "今年", waiting: "等待确认", empty: "还没有服务时长", emptyHint: "记一次见面，或者参加活动签到签退，时长就会出现在这里。", entries: "每一次服务",
    ask: "申请更正", askWords: "哪里不对，应该是多少", askSend: "提交申请", askWaiting: "您的更正申请等待答复", answered: { corrected: "已更正", declined: "答复" }, record: "我的志愿服务记录",
    certificates: "证明", none: "还没有证明。", apply: "申请志愿服务证明", applyLead: "免费。写上要证明的起止日期，工作人员受理后开具。", from: "从哪一天", until: "到哪一天", purpose: "用在哪里", purposeHint: "可以不写，例如：学校实践学分", send: "提交申请", applied: "申请已提交，等待受理。", takeBack: "收回申请",
    pdf: "下载证明（PDF）", file: "下载可离线核验的文件", onShow: "正在公示的证明",
  },
  applications: { applied: "已申请", accepted: "已受理", declined: "未受理", taken_back: "已收回", issued: "已开具" },
  certificates: {
    title: "志愿服务证明", lead: "登记簿：每份证明一个编号，开具后公示七天。", search: "按证明编号或姓名查找", waiting: "等待办理的申请", number: "编号", name: "志愿者", period: "起止日期", hours: "时长", issuedOn: "开具日期", state: "状态", all: "全部",
    states: { on_show: "公示中", valid: "有效", revoked: "已撤销" }, empty: "还没有开具过证明", emptyHint: "志愿者在“我的服务时长”里申请，或者您在志愿服务记录里代为申请。", export: "下载登记簿", onShow: "公示", purpose: "用途",
  },
  application: {
    title: "证明申请", states: "将要证明的内容", waiting: (count: number) => `这段时间还有 ${count} 条时长没有确认或没有签退，不会写进证明。`, nothing: "这段时间没有确认过的时长，现在不能开具。", accept: "受理", decline: "不受理", declineQuestion: "志愿者会看到您写的原因。", words: "原因",
    issue: "开具证明", head: "机构负责人", headHint: "写在证明上", contact: "联系方式", notes: "备注", issueLead: "开具后内容不能修改，只能撤销；证明会公示七天。", open: "看证明", steps: "经过", service: "服务", times: "次数",
  },
  certificate: {
    title: "志愿服务记录证明", pdf: "下载 PDF", file: "下载签名文件", wording: "出具方式", volunteer: "志愿者", head: "机构负责人", handler: "经办人", contact: "联系方式", notes: "备注", issuer: "出具机构", shownUntil: (day: string) => `公示至 ${day}`, rows: "依据的时长",
    changed: (count: number) => `开具以后，依据的时长有 ${count} 条被更正或撤回。请看看是否要撤销这份证明。`, objections: "收到的异议", revoke: "撤销证明", revokeQuestion: "撤销以后不能恢复，公开查询页会显示已撤销。", reason: "原因", words: "说明（只给机构内部看）", revoked: (day: string, by: string) => `${day} 由 ${by} 撤销`,
    reasons: { hours_wrong: "时长有误", person_wrong: "人员有误", replaced: "已另开新证明", wish: "本人要求", other: "其他原因" },
  },
  onShow: { title: "证明公示", lead: "新开具的证明公示七天。如果您知道有不对的地方，可以提出异议。", empty: "现在没有公示中的证明", object: "提出异议", words: "哪里不对", send: "提交", sent: "异议已提交，工作人员会核实。" },
  check: {
    title: "查验志愿服务证明", lead: "输入证明上的编号，查看它是否有效。这里只显示编号、起止日期、时长和状态，不显示任何人的信息。", number: "证明编号", numberHint: "例如 2026-0007-K3F9XW", look: "查验", unknown: "没有查到这个编号", unknownHint: "请核对编号。如果编号无误，这份证明不是本机构出具的。",
    revoked: (day: string, reason: string) => `已于 ${day} 撤销：${reason}`, offline: "不上网也能核验", offlineLead: "持有人可以另给您一个签名文件。用下面的公钥核验，改动一个字都会被发现。", keys: "下载公钥", revocations: "下载撤销清单（已签名）", by: "出具机构", wording: "证明由本机构出具，内容由本机构负责。",
  },
  document: {
    title: "志愿服务记录证明", text: (name: string, number: string, from: string, until: string, time: string) => `兹证明 ${name}（志愿者编号 ${number}）于 ${from} 至 ${until} 期间参加志愿服务，记录时长 ${time}。`,
    service: "服务内容", times: "次数", time: "时长", total: "合计", number: "证明编号", issuedOn: "开具日期", head: "机构负责人（签字）", handler: "经办人（签字）", contact: "联系方式", seal: "（机构盖章）", notes: "备注", identity: "证件号码不在证明上显示；需要核对身份的，可凭志愿者编号向本机构查询。", check: "扫码查验", count: (count: number) => `${count} 次`, wording: "本证明由本机构出具，时长不含路上用时。",
  },
  sheet: { hours: "服务时长", register: "志愿服务证明登记簿", record: "志愿服务记录" },
  refusals: zhRefusals,
};

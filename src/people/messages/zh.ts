import { dutiesZh } from "./duties-zh.ts";
import { familyZh } from "./family-zh.ts";
import { refusals } from "./refusals.ts";

/** Words of people. Chinese is the source. */
export const zh = {
  fields: {
    name: "姓名", preferredName: "喜欢的称呼", sex: "性别", birthOn: "出生日期", birthPrecision: "出生日期知道到", ethnicity: "民族", communityId: "社区", laneId: "巷、小区", address: "现住址", registeredAddress: "户籍地址",
    remarks: "备注", deceasedOn: "去世日期", residentId: "身份证号", certificate: "残疾人证号", phone: "电话", value: "号码", longAtHome: "是否长期居家", role: "身份", type: "残疾类别", grade: "残疾等级", fromOn: "从哪天起", untilOn: "到哪天止",
    kind: "种类", whose: "是谁的", holderName: "号码主人的名字", relation: "与本人的关系", otherName: "名字", otherPhone: "电话", otherId: "已有档案的人", contactRule: "能否联系", purpose: "用途", state: "结果", capacity: "以什么身份", byName: "由谁表示", byPersonId: "已有档案的人", channel: "怎样表示",
    note: "说明", reason: "理由", since: "从什么时候起", interests: "兴趣", languages: "会说的话", inverse: "反过来叫什么",
  },
  hints: {
    preferredName: "本人愿意别人怎么叫，如“三哥”", birthPrecision: "只知道年份时，日期填 1 月 1 日", residentId: "填了就不用再填出生日期和性别", certificate: "20 位，补发的后面带 B1", phone: "手机或座机；没有电话可以空着", relation: "如：母亲、女儿、邻居", interests: "用“、”隔开，如：下棋、听戏", languages: "如：普通话、昆明话、手语",
    untilOn: "没有期限就空着", inverse: "如：对母亲来说，本人是“儿子”。空着会自动填。", note: "谁在场、怎么说的", reason: "为什么认为是同一个人", exportNote: "交给谁、用来做什么",
  },
  sexes: { female: "女", male: "男" }, precisions: { day: "哪一天", month: "哪个月", year: "哪一年" },
  roles: { service_user: "服务对象", carer: "照顾者", volunteer: "志愿者", staff: "工作人员", organiser: "骨干" },
  contactKinds: { mobile: "手机", landline: "座机", email: "邮箱", wechat: "微信" }, whose: { self: "本人", other: "家人或别人" },
  situations: { long_at_home: "长期居家", employment: "就业", living: "居住", schooling: "就学", mobility: "行动" },
  atHome: { yes: "长期居家", no: "常出门", unknown: "不清楚" },
  disabilityTypes: { 1: "视力", 2: "听力", 3: "言语", 4: "肢体", 5: "智力", 6: "精神", 7: "多重" } as Record<number, string>, disabilityGrades: { 1: "一级", 2: "二级", 3: "三级", 4: "四级" } as Record<number, string>,
  identifiers: { resident_id: "身份证", disability_certificate: "残疾人证", passport: "护照", residence_permit: "居住证", volunteer_number: "志愿者编号" },
  sources: { register: "名册导入", sign_up: "报名", enquiry: "求助", hand: "手工添加", relative: "由亲属建立", api: "接口", demo: "演示", merge: "合并" } as Record<string, string>,
  list: {
    title: "居民", lead: (count: string) => `共 ${count}`, search: "姓名、拼音、首字母或电话后四位", add: "添加居民", export: "导出", map: "看分布", list: "看名单", age: "年龄", place: "社区、巷", reach: "怎么联系", atHome: "出门", none: "没有符合条件的人", noneWhat: "换个条件试试，或者去掉几个条件。",
    empty: "还没有居民", emptyWhat: "可以一个一个添加，也可以从名册导入。", years: (age: number) => `${age} 岁`, about: (age: number) => `约 ${age} 岁`, deceased: "已去世", withheld: "已撤回保存资料的同意", noPhone: "没有电话", nextPage: "下一页", noPlace: "没有填社区",
  },
  filter: {
    community: "社区", lane: "巷", sex: "性别", ageFrom: "年龄从", ageTo: "到", type: "残疾类别", grade: "残疾等级", longAtHome: "出门", phone: "电话", role: "身份", living: "在世", any: "不限", hasPhone: "有电话", noPhone: "没有电话", alive: "在世", dead: "已去世", q: "搜索", noCommunity: "没有填社区",
    employment: "就业", interest: "兴趣", withheld: "撤回保存同意的",
  },
  map: { title: "居民分布", lead: "点一个社区或巷，看里面的人。", label: "各社区和巷的人数", total: "合计", loose: "没有填社区", gone: "社区已撤销" },
  new: {
    title: "添加居民", lead: "先找一找是不是已经有了。", who: "是谁", where: "住在哪里", reach: "怎么联系", papers: "证件", now: "现在的情况", create: "添加", look: "已经有相像的人", lookWhat: "请先看看是不是同一个人。是的话打开那一份补充；不是的话，勾选后再添加。", confirmed: "我看过了，是另一个人", open: "打开",
    reasons: { resident_id: "身份证号相同", certificate: "残疾证号相同", name_birth: "姓名和出生日期相同", pinyin_birth: "姓名同音、出生日期相同", name_phone: "姓名和电话相同" },
  },
  show: {
    edit: "修改", assessments: "评估", plans: "支持计划", facts: "近况与联系", consents: "同意", relations: "亲属", merge: "合并", readings: "谁看过", file: "档案", tabs: "档案的几页", born: "出生", lives: "住址", registered: "户籍", ethnicity: "民族", interests: "兴趣", languages: "会说", remarks: "备注", from: "来源",
    reach: "怎么联系", noPhone: "没有电话。", family: "亲属", noFamily: "还没有记下亲属。", papers: "证件", last4: (last: string) => `尾号 ${last}`, reveal: "显示全部", revealWhy: "为什么要看", revealed: "完整号码", notVerified: "未核实", disability: "残疾", situation: "现在的情况", timeline: "经过", nothing: "还没有记录。",
    purposes: { verify_identity: "核对本人身份", apply_for_benefit: "办理补贴或服务", correct_record: "更正资料", emergency: "紧急情况" },
    alerts: { deceased: (day: string) => `已于${day}去世。`, noContact: "本人没有同意联系，或已撤回。请不要主动联系。", noData: "本人已不同意保存资料。除处理这件事外，请不要使用这份档案。", mustNot: (name: string) => `不得就此人的事联系${name}。`, minor: "未满 18 岁：要有监护人的同意。", minor14: "未满 14 岁：全部资料按敏感信息处理，须监护人同意。" },
    events: {
      role: (role: string) => `成为${role}`, roleEnded: (role: string) => `不再是${role}`, situation: (kind: string, value: string) => `${kind}：${value}`, consent: (purpose: string, state: string) => `${purpose}：${state}`, disability: (what: string) => `残疾人证：${what}`, merged: (name: string) => `与“${name}”合并`, unmerged: (name: string) => `撤销与“${name}”的合并`, created: (source: string) => `建立档案（${source}）`,
    },
    guardian: "监护人", carer: "照顾者", second: "完成第二步验证后才显示证件和残疾情况。",
  },
  edit: { title: "修改资料", save: "保存", cancel: "取消", clash: "您填写时，有人改了同一份资料。请看左右两边，改好后再保存一次。", draft: "草稿" },
  facts: {
    title: "近况与联系", contacts: "联系方式", addContact: "添加号码", remove: "删除", removeAsk: "删除这个号码？", situations: "现在的情况", record: "记下", disability: "残疾人证上的类别和等级", disabilityHint: "照证上的写，这里不评定", identifiers: "证件号码", addIdentifier: "添加证件", words: "兴趣和语言", save: "保存", none: "没有",
    valueFor: { long_at_home: "出门", employment: "就业（如：待业、个体、单位名称）", living: "居住（如：独居、与父母同住）", schooling: "就学", mobility: "行动（如：轮椅、需人陪伴）" },
  },
  consents: {
    title: "同意", lead: "每个用途分开问。拒绝和撤回也要记下，之前的记录不会改动。", record: "记下一次表示", submit: "记下", trail: "以往的表示", none: "还没有问过。", never: "没问过", until: (day: string) => `到${day}止`, shownText: "当时给本人看的话", by: (name: string) => `由${name}表示`,
    purposes: { contact: "联系", keep_data: "保存资料", share: "与其他机构共享", photograph: "拍照", be_matched: "参加结对" }, states: { given: "同意", refused: "拒绝", withdrawn: "撤回", expired: "已到期" },
    capacities: { self: "本人", guardian: "监护人", agent: "受托人" }, channels: { in_person: "当面", phone: "电话", paper: "书面", online: "网上", register: "名册" },
    texts: {
      contact: "我们想在需要时打电话或上门看望您，问问您的情况和需要。您可以随时告诉我们不要再联系。", keep_data: "我们想保存您的姓名、住址、电话和您告诉我们的情况，只用于为您服务。您可以随时查看、更正或要求删除。",
      share: "为了帮您办事，我们可能要把必要的资料告诉街道、社区或其他服务机构。每次只给需要的部分。", photograph: "我们想在活动中为您拍照，可能用于宣传。不同意也不影响为您服务。", be_matched: "我们想为您找一位志愿者结成老友，定期看望您。会告诉对方您的称呼、大致住处和兴趣。您可以随时停止。",
    },
    keepDataNote: "撤回或拒绝保存资料后，这个人立即从名单、搜索、统计和导出中消失。",
  },
  relations: {
    title: "亲属和照顾者", lead: "知道名字就能记；需要单独了解对方的需要或征求同意时，再为对方建档。", add: "添加", submit: "添加", relation: "关系", end: "结束", endAsk: "这段关系从哪天起结束？", open: "为其建档", ended: (day: string) => `${day}结束`, isGuardian: "监护人", isCarer: "主要照顾者", flags: "承担什么", rules: { may: "可以联系", must_not: "不得联系", unknown: "没问过" }, none: "还没有记下亲属。", pickHint: "先在下面找到人，再回来选；或直接写名字", search: "按姓名找人",
  },
  merge: {
    title: "合并重复档案", lead: "同一个人有两份档案时用。合并后两份的内容都在，随时可以撤销。", alike: "可能是同一个人", noAlike: "没有找到相像的档案。", compare: "对照", search: "找另一份档案", field: "项目", keep: "保留这一边", thisOne: "这一份", otherOne: "另一份", survivor: "合并后用哪一份", reason: "理由", submit: "合并", apart: "不是同一个人", history: "合并记录", undo: "撤销这次合并", undoAsk: "撤销后两份档案各自恢复，期间改过的内容不动。", undone: "已撤销", certain: "证件号相同", also: (contacts: number, roles: number) => `另有 ${contacts} 个联系方式、${roles} 段身份，合并后都在。`, mergedOn: (day: string, by: string) => `${day}由${by}合并`,
  },
  readings: { title: "谁看过这份档案", lead: "打开、修改、导出和显示证件号码都会记下。" },
  ...dutiesZh,
  export: {
    title: "导出名单", lead: (count: string) => `将导出 ${count}。证件号码、残疾情况和监护关系不在其中。`, purpose: "用途", purposes: { internal_work: "机构内部工作", report_to_street: "报送街道", share: "交给其他机构" }, purposeHints: { internal_work: "只在本机构内使用", report_to_street: "按规定报送", share: "只包含同意共享资料的人" }, note: "给谁、做什么", submit: "导出 Excel", sheet: "居民", noted: "这次导出会连同用途记入操作记录。",
  },
  family: familyZh,
  refusals: refusals.zh,
};

/** Words of badges; the source of the English. */
export const zh = {
  title: "志愿者证、工作牌",
  sources: { programme: "志愿者项目", team: "邻里互助队", activity: "活动" } as Record<string, string>,
  roles: { volunteer: "志愿者", member: "邻里互助队队员", deputy: "邻里互助队副带头人", lead: "邻里互助队带头人", helper: "活动志愿者" } as Record<string, string>,
  states: { valid: "有效", withdrawn: "已收回", expired: "已过期", not_serving: "现在不在岗" } as Record<string, string>,
  reasons: { lost: "丢失", damaged: "损坏", left: "不再服务", mistake: "印错了" } as Record<string, string>,
  list: {
    lead: "谁印的、给谁、到哪天。扫牌上的二维码，任何人都能看到今天是否有效，看不到姓名。", print: "印新的", number: "编号", name: "姓名", of: "项目、队伍或活动", until: "有效期至", state: "状态", printed: "印制", none: "没有这个编号", noneHint: "编号像 2026-K3F9-XWQ7。", empty: "还没有印过", emptyHint: "选一个项目、互助队或活动，勾出要印的人，预览后打印。", numberHint: "牌上的编号",
    by: (name: string, day: string) => `${name} · ${day}`,
  },
  choose: {
    title: "印证件", lead: "今天可以上岗的志愿者、现在的队员、在以后的活动里有位的志愿者可以印。同一个人可以再印，丢了的记得收回。", of: "项目、互助队或活动", show: "看名单", people: "印给谁", until: "有效期至", untilHint: "最长三年；离开后扫码就会显示失效，不用等到这一天", print: "生成证件", nobody: "现在没有可以印的人", nobodyHint: "志愿者要培训、筛查、考核和签约都在有效期内；互助队要先加入队员；活动要先有志愿者报名。", preview: "印出来的样子", page: (shown: number, all: number) => (all > shown ? `第一页的 ${shown} 张，一共 ${all} 张。` : `一共 ${all} 张。`), sample: "还没有勾人，先用名单里第一位看看样子。", none: "还没有项目、互助队和活动志愿者", noneHint: "先在志愿者里建一个项目。",
  },
  print: { title: (count: number) => `这次印的 ${count} 张`, pdf: "打印（PDF）", lead: "A4 纸，一页十张，按角上的线裁开。只印今天有效的。", withdraw: "收回…", reason: "为什么", submit: "收回这张", withdrawn: (day: string, name: string, reason: string) => `${day}由${name}收回：${reason}` },
  paper: { role: "身份", of: "服务于", until: "有效期至", scan: "扫码查真伪", number: "编号" },
  check: { title: "查证件", valid: "有效", invalid: "已失效", validHint: "持证人今天在这家机构服务。", invalidHint: "持证人现在不代表这家机构。如有疑问，请联系机构。", number: "编号", role: "身份", organization: "机构", unknown: "不是我们的证件", unknownHint: "请再扫一次。如果还是这样，这不是这家机构印的。", unnamed: "这里不显示姓名；请与牌上的姓名核对。" },
  fields: { of: "项目、互助队或活动", person: "印给谁", validUntil: "有效期至", reason: "为什么" },
  refusals: {
    "badges.not_found": "找不到这张证件。",
    "badges.source_not_found": "找不到这个项目、互助队或活动。",
    "badges.until_unreadable": "请写一个日期，例如 2027-12-31。",
    "badges.until_out_of_range": "有效期从今天起，最长三年。",
    "badges.not_serving": "选中的人里有人现在不在岗。请刷新名单再选。",
    "badges.none_valid": "这次印的已经没有一张有效，请印新的。",
    "badges.withdrawn_already": "这张已经收回了。",
    "badges.too_many": "查得太多了，请一小时后再查。",
  } as Record<string, string>,
};

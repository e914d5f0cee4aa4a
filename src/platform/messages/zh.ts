import { auditWords } from "./audit-words.ts";
import { refusalsZh } from "./refusals.ts";

/** Sentences of the machinery itself; each slice has its own beside it. */
export const zh = {
  refusals: refusalsZh,
  keyboard: { title: "快捷键", lead: "不用鼠标也能办的事。在输入框里打字时，字母就是字母，只有带 Ctrl 或 ⌘ 的仍然有效。", everywhere: "到处都能用", inSearch: "查找时", house: { search: "查找人、活动、小组、队伍，前往页面", help: "看快捷键", close: "关闭菜单、查找或对话框" }, palette: { choose: "上下选择", open: "打开选中的一条" } },
  search: { title: "搜索", hint: "人、活动、小组、队伍：名称、拼音（xiangqi）、首字母（xq），人也可用电话后四位", none: (q: string) => `没有找到“${q}”`, noneHint: "换个写法试试：两个字、拼音或首字母。您没有权限看的内容不会出现。", about: "说明", all: "全部", everything: "各类都看", first: (count: number) => `先列出 ${count} 个，请把名称写得更完整些。` },
  access: { title: "谁能看、谁看过", lead: "能打开这份资料的人，都可以看到还有谁能打开、谁打开过。", can: "现在能打开的人", why: "为什么", readings: "打开和改动的记录", what: "做了什么", none: "还没有人打开过。", nobody: "没有人能打开。" },
  audit: {
    title: "操作记录",
    lead: "谁在什么时候做了什么、打开过谁的档案。只能添加，不能改动；每一条都接在前一条后面，改动会被发现。",
    verify: "检查记录是否完整",
    whole: (entries: number) => `${entries} 条，完整无改动`,
    broken: (seq: number) => `第 ${seq} 条被动过`,
    head: "最新一条的校验值（抄在别处，以后可以对照）",
    action: "操作",
    everything: "全部操作",
    who: "谁",
    subject: "对象",
    at: "时间",
    empty: "还没有操作记录",
    ...auditWords.zh,
  },
  api: {
    title: "接口说明",
    lead: "和页面用的是同一套服务、同样的权限。用个人令牌登录：Authorization: Bearer …",
    document: "OpenAPI 3.1 文档",
    policy: "权限",
    open: "不需要登录",
    signedIn: "登录即可",
  },
  jobs: {
    title: "后台任务",
    empty: "还没有后台任务。导入名册、结对、报表等较长的工作会出现在这里。",
    kinds: { "register.check": "检查名册", "register.apply": "导入名册", "register.undo": "撤销导入", "matching.solve": "计算结对", "routing.plan": "安排走访路线", "routing.try_change": "先看走访会怎么变", "insights.return": "生成月报表" } as Record<string, string>,
    status: { waiting: "等待中", running: "进行中", cancelling: "正在取消", cancelled: "已取消", failed: "没有完成", done: "完成" },
    requestedAt: "提出时间",
    progress: "进度",
    of: (done: string, total: string) => `${done} / ${total}`,
    remaining: (minutes: number) => (minutes < 1 ? "大约还要不到 1 分钟" : `大约还要 ${minutes} 分钟`),
    cancel: "取消任务",
    leave: "可以离开这一页，任务会继续。",
    open: "查看结果",
    again: "再运行一次",
    againHint: "这一次没有留下不完整的结果，可以放心再运行。",
    next: "下一页",
  },
};

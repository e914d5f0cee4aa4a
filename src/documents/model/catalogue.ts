/** A placeholder a template may use: its word on the page of templates, and a made-up value for the preview. */
export interface Known { readonly label: string; readonly example: string }

export const known = (label: string, example: string): Known => ({ label, example });

/** What a kind of form may say: single facts, and lists with what a line of each holds. */
export interface Catalogue {
  readonly fields: Readonly<Record<string, Known>>;
  readonly lists: Readonly<Record<string, { readonly label: string; readonly fields: Readonly<Record<string, Known>>; readonly examples: number }>>;
}

/** Facts every form may say. */
export const COMMON: Catalogue["fields"] = {
  空: known("留空，给人手写", ""), 机构: known("机构全称", "青云协同社会工作服务中心"), 机构电话: known("机构电话", "0871-65500000"), 今天: known("制表日期", "2026年11月22日"), 制表人: known("制表人", "林晓禾"),
};

/** Single facts of a case, as the slices give them. */
const FIELDS: Catalogue["fields"] = {
  ...COMMON,
  姓名: known("服务对象姓名", "白浩然"), 称呼: known("喜欢怎么称呼", "小白"), 性别: known("性别", "男"), 出生日期: known("出生日期", "1996年3月4日"), 年龄: known("年龄", "30"), 电话: known("联系电话", "13800001111"),
  住址: known("现住址", "金沙社区东里 12 号 3 单元"), 社区: known("社区", "金沙社区"), 人群: known("人群", "残障青年"), 监护人: known("监护人", "母亲 何桂芳"), 照顾者: known("主要照顾者", "母亲 何桂芳"), 家庭成员: known("家庭成员", "母亲 何桂芳；姐姐 白晓岚"),
  同意保存: known("保存资料的同意", "同意"), 同意共享: known("共享资料的同意", "没有问过"),
  个案编号: known("个案编号", "2026-0001"), 阶段: known("所处阶段", "介入"), 状态: known("个案状态", "进行中"), 责任社工: known("责任社工", "林晓禾"), 小组: known("小组", "青年组"), 项目: known("项目", "社区老友"), 来源: known("个案来源", "走访发现"), 来源说明: known("来源说明", "东里 12 号李阿姨"),
  接案日期: known("接案日期", "2026年9月25日"), 接案说明: known("为什么来", "妈妈说，他五年没有自己下过楼。他自己说想找份活干。"), 预估小结: known("进入计划时的说明", "能自己做饭、骑车；怕人多的地方。"), 评估小结: known("进入评估、结案时的说明", "三个目标到了两个。"),
  结案日期: known("结案日期", "2026年11月20日"), 结案原因: known("结案原因", "目标达到"), 结案小结: known("结案小结", "在社区修车摊固定上班，每周四天。"), 复核日期: known("下次复核日期", "2026年12月6日"),
  看重的事: known("服务对象看重什么", "早上有地方去。"), 风险程度: known("计划的风险程度", "中"), 计划复核日期: known("计划复核日期", "2027年2月1日"), 计划版本: known("计划版本", "2"), 服务次数: known("服务次数", "3"), 目标达成: known("目标达成 T 值", "56.2"),
};

/** Lists of a case. */
const LISTS: Catalogue["lists"] = {
  需求: { label: "需求", examples: 2, fields: { 需求: known("需求", "有人陪着出门"), 说法: known("原话", "想有个伴"), 状态: known("状态", "正在回应"), 急迫: known("多急", "尽快") } },
  家人: { label: "亲属", examples: 2, fields: { 姓名: known("姓名", "何桂芳"), 关系: known("关系", "母亲"), 电话: known("电话", "13800002222"), 承担: known("承担什么", "监护人、照顾者") } },
  目标: { label: "计划的目标", examples: 2, fields: { 目标: known("目标", "每周出门三次"), 起点: known("现在", "不出门"), 达成: known("期望达到（0）", "每周出门三次"), 现况: known("最近一次评定", "+1"), 期限: known("期限", "2026年12月31日"), 权重: known("权重", "2") } },
  步骤: { label: "计划的步骤", examples: 2, fields: { 步骤: known("步骤", "先在楼下坐十分钟"), 由谁: known("由谁做", "本人"), 期限: known("期限", "2026年12月1日"), 状态: known("状态", "在做") } },
  评估: { label: "做过的评估", examples: 1, fields: { 工具: known("工具", "需要小量表（本人）"), 日期: known("日期", "2026年10月2日"), 结果: known("结果", "18 分"), 评估人: known("评估人", "林晓禾"), 说明: known("说明", "本人自评") } },
  服务: { label: "服务记录", examples: 2, fields: { 日期: known("日期", "2026年11月10日"), 方式: known("方式", "入户"), 分钟: known("分钟", "60"), 地点: known("地点", "家里"), 参加: known("参加的人", "白浩然、何桂芳"), 看到: known("看到什么、做了什么", "自己开的门。"), 下次: known("下一步", "周三一起去公园"), 记录人: known("记录人", "林晓禾") } },
  经过: { label: "个案经过", examples: 2, fields: { 日期: known("日期", "2026年9月25日"), 事项: known("事项", "接案"), 说明: known("说明", "上门两次，他愿意谈。"), 经办: known("经办人", "林晓禾") } },
};

/** What forms of a case may say. */
export const OF_CASE: Catalogue = { fields: FIELDS, lists: LISTS };

/** Everything a filled form is made of. */
export interface FormFacts {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Made-up facts for the preview: every placeholder has a value. */
export const exampleOf = ({ fields, lists }: Catalogue): FormFacts => ({
  fields: Object.fromEntries(Object.entries(fields).map(([name, { example }]) => [name, example])),
  lists: Object.fromEntries(Object.entries(lists).map(([name, { fields: own, examples }]) => [name, Array.from({ length: examples }, () => Object.fromEntries(Object.entries(own).map(([key, { example }]) => [key, example])))])),
});

/** Words of 今天, the home. */
export const zh = {
  refusals: {} as Record<string, string>,
  title: "今天",
  greeting: (hour: number, name: string) => `${hour < 6 ? "夜深了" : hour < 11 ? "早上好" : hour < 14 ? "中午好" : hour < 18 ? "下午好" : "晚上好"}，${name}`,
  waiting: (count: number) => (count === 0 ? "今天没有等您处理的事" : `今天有 ${count} 件事等您`),
  due: "需要您处理",
  nothing: "都处理完了",
  nothingHint: "到期的联系、沉默的结对、新的求助和需要关注的情况会出现在这里。",
  figures: { label: "概况", pairs: "在结对", silent: (count: number) => (count === 0 ? "都按时见面" : `${count} 对很久没见`), month: "本月见面", hours: "小时", volunteers: "志愿者", concerns: "待处理情况" },
  chips: { late: "已过期", today: "今天", soon: "快到了", news: "新" },
  years: (age: number) => `${age} 岁`,
  tasks: {
    concern: (by: string, severity: string) => `${by}报告：${severity === "danger" ? "可能有危险" : severity === "worry" ? "有些担心" : "想商量一下"}`,
    silence: (days: number, rhythm: number, helper: string) => `和老友${helper}已 ${days} 天没有见面，约定${rhythm === 7 ? "每周一次" : `每 ${rhythm} 天一次`}`,
    enquiry: (words: string, community: string) => `${words}${community ? ` · ${community}` : ""}`,
    attempt: (round: string) => `${round}：该联系了`,
    answer: (helper: string, days: number) => `和${helper}的结对建议已等待答复 ${days} 天`,
    assessment: (instrument: string) => `该再评估了：${instrument}`,
    visit: "该和他（她）见面了",
  },
  newEnquiry: "一位居民求助",
  actions: { concern: "去处理", silence: "看看这一对", enquiry: "接下求助", attempt: "去联系", answer: "问问结果", assessment: "去评估", visit: "打开" },
};

/** Words of the weekly digest (每周督导摘要). */
export const digestZh = {
  title: "每周督导摘要", lead: "您督导的小组里，现在有哪些等着您。数字点开就是名单。", keptLead: (from: string, made: string) => `${from} 起的一周，${made} 生成。数字是当时的，名单是现在的。`,
  now: "现在", week: (from: string) => `${from} 起的一周`, print: "打印", back: "现在的摘要",
  lines: { incidents: "近 7 天新的保护事件", overdue: "该联系没联系的人", silent: "安静下来的结对", approvals: "等批准的个案", reviews: "过了复核日的个案", plans: "该回顾的计划", strained: "很吃力的照顾者" },
  load: "社工的个案", worker: "社工", open: "进行中", late: "过了复核日", loadEmpty: "还没有进行中的个案", loadHint: "开了个案，就会数在负责的社工名下。",
  scope: "属于小组的督导看本组的个案；只由别的小组负责的人不数在这里。不属于任何小组的督导看全机构。",
  past: "以前的各周", pastEmpty: "还没有以前的摘要", pastHint: "每周到了时间自动生成一份，留在这里，随时可以打开。", all: "合计", made: "生成时间",
  when: "什么时候生成", weekday: "星期", hour: "几点", hourName: (hour: number) => `${hour}:00`, save: "保存", changed: (name: string) => `${name} 设定`, usual: "还没有人改过，按系统拟定的时间。",
  mail: "邮件提醒", mailOn: "每周摘要生成时给您发邮件。邮件里只有一个打开的地址，没有姓名。", mailOff: "不给您发邮件；摘要照样生成，今天页上会有一行。", stopMail: "不要邮件", wantMail: "要邮件", saved: "已保存。",
};

/** Words of family and supports. */
export const familyZh = {
  tab: "家庭图", title: (name: string) => `${name}的家庭和支持`, print: "打印", edit: "修改亲属、同住和支持",
  genogram: "家庭图", genogramSummary: (people: number, generations: number) => `家庭图：${people} 人，${generations} 代。下面有文字版。`, genogramOnly: "还没有记下有亲缘关系的家人。先在“亲属”里添加。",
  ecomap: "生态图", ecomapSummary: (supports: number) => `生态图：周围有 ${supports} 个支持。下面有文字版。`, ecomapOnly: "还没有记下支持。在“亲属”里记下朋友、邻居、学校、单位和关系的远近。", home: "住在一起",
  inWords: "文字版", legend: "图例",
  signs: { male: "男", female: "女", unknown: "性别没有记", centre: "本人", dead: "去世", disabled: "有残疾", carer: "照顾者", guardian: "监护人", together: "住在一起", ended: "婚姻已结束", loose: "亲缘关系，不清楚通过谁" },
  marks: { guardian: "监", carer: "照" },
  age: (years: number) => `${years}`, died: (year: string) => `${year}去世`, generation: (nth: number) => (nth === 0 ? "同辈" : nth === -1 ? "上一辈" : nth === 1 ? "下一辈" : nth < 0 ? `上 ${-nth} 辈` : `下 ${nth} 辈`),
  of: (name: string, parents: string) => `${name}：${parents}的孩子`, couple: (a: string, b: string, ended: boolean) => `${a}和${b}：${ended ? "婚姻已结束" : "夫妻"}`, siblings: (names: string) => `兄弟姐妹：${names}`, and: "和", looseLine: (a: string, b: string, relation: string) => `${b}：${a}的${relation}`, person: (name: string, facts: string) => (facts ? `${name}（${facts}）` : name), between: "，", years: (age: number) => `${age} 岁`, togetherLine: (names: string) => `住在一起：${names}`,
  ties: { strong: "很近", ordinary: "一般", weak: "疏远", strained: "紧张", broken: "中断", unsaid: "没有记远近" },
  kinds: { relative: "亲属", friend: "朋友", neighbour: "邻居", volunteer: "志愿者", service: "服务", organisation: "机构", school: "学校", work: "单位" },
  supportLine: (name: string, kind: string, tie: string) => `${name}（${kind}）：${tie}`,
  household: { title: "住在一起", none: "还没有记下谁和本人住在一起。", self: "本人", since: (day: string) => `${day}起`, left: (day: string) => `${day}搬走`, out: "搬走", outAsk: "从哪天起不住在一起？", who: "谁也住在一起", whoHint: "从上面的亲属里选；先添加亲属", from: "从哪天起", submit: "记下" },
  markForm: { title: "改变承担", what: "什么", relative: "哪位亲属", change: "改变", begin: "开始", end: "结束", on: "从哪天起", submit: "记下", kinds: { guardian: "监护人", carer: "照顾者", may_contact: "可以联系", must_not_contact: "不得联系" }, history: "承担和联系的经过", line: (name: string, kind: string, from: string, until: string) => `${name}：${kind}，${from}${until}`, from: (day: string) => `${day}起`, unknownFrom: "起始不详", until: (day: string) => `，${day}止` },
  support: { title: "支持", lead: "谁、什么在支撑本人，关系远近。改变远近就再记一次，以前的留着。", none: "还没有记下。", relative: "哪位亲属", orName: "或者写名字", orNameHint: "如：张老师、便利店老板、社区卫生站", kind: "是什么", tie: "关系", note: "说明", from: "从哪天起", submit: "记下", over: "结束", overAsk: "从哪天起不再有？", ended: (day: string) => `${day}结束` },
};

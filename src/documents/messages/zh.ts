/** Words of documents (文书). */
export const zh = {
  refusals: {
    "document.withheld": "本人不同意保存资料，不能再制作文书。", "document.no_share": "本人没有同意与其他机构共享资料，不能制作转介表。请先在“同意”里问过本人。",
    "document.template_faults": "模板里有认不出的地方，还没有保存。请照下面的提示改。", "document.changed_meanwhile": "别人刚改过这份模板。请对照最新的一版再保存。", "document.no_change": "和现在用的一样，没有要保存的。",
  } as Record<string, string>,
  title: "文书", make: "制作文书", noneMade: "还没有制作过文书。", lead: "按 MZ/T 094-2017 个案工作的档案记录制作；内容取自档案，空着的地方可以手写。版式由邻里拟定（未核实）。",
  ofCases: "个案的表", ofGroups: "小组的表", templatesLead: "个案的表按 MZ/T 094-2017，小组的表按 MZ/T 095-2017；版式由邻里拟定（未核实），机构可以改。", groupLead: "按 MZ/T 095-2017 小组工作的阶段制作；内容取自小组的页面，空着的地方可以手写。没有同意写记录的人，只写来没来。版式由邻里拟定（未核实）。",
  groupTitle: (name: string) => `${name} 的文书`, groups: "小组", whichSession: "哪一节", whichMember: "哪一位组员", byHand: "空白，手写", session: (number: number, aim: string) => `第 ${number} 节${aim ? ` · ${aim}` : ""}`,
  forms: { intake: "接案登记表", assessment: "预估表", plan: "服务计划（协议）", record: "介入过程记录", visit: "探访记录", evaluation: "评估表", closing: "结案表", referral: "转介表", group_plan: "小组工作计划书", group_session: "单节计划与过程记录", group_member: "小组成员评估表", group_closing: "小组总结（结案）报告" }, formats: { pdf: "PDF", docx: "Word" },
  caseTitle: (reference: string) => `个案 ${reference} 的文书`, made: "制作过的文书", columns: { form: "表", format: "格式", template: "模板", hash: "内容指纹", by: "制作人", at: "时间" }, shippedVersion: "自带", version: (number: number) => `第 ${number} 版`, templates: "文书模板", open: "看模板", cases: "个案",
  edit: {
    lead: "改了以后，之后制作的文书用新的一版；以前的版本留着。", text: "模板", hint: (list: string) => `一行一段：“# ”是标题，“## ”是小标题，“| 甲 | 乙 |”是表格的一行，{{姓名}} 由档案填写，{{说明:3}} 没有内容时留 3 行手写。{{#${list}}} 和 {{/${list}}} 之间按每一项重复。`, note: "为什么改", look: "先看看", save: "保存为新的一版", restore: "恢复自带的模板", restoreAsk: "以后制作的文书用回自带的模板；改过的版本仍然留着。",
    preview: "预览（虚构的人）", previewPdf: "预览 PDF", previewDocx: "预览 Word", versions: "各版", restored: "恢复自带的模板", show: "看这一版", shipped: "自带的模板", fields: "可以用的内容", lists: "可以重复的内容", saved: "已保存。", read: "只有督导可以改模板。",
    faults: "要改的地方", fault: (line: number, placeholder: string, why: string) => `第 ${line} 行 ${placeholder}：${why}`,
    reasons: {
      unknown_field: (instead: string) => `没有这项内容。是不是要写 ${instead}？`, unknown_list: (instead: string) => `没有这组内容。是不是要写 ${instead.replace("{{", "{{#")}？`, unclosed: (instead: string) => `没有结束。请在后面单独加一行 ${instead}`, not_open: (instead: string) => `前面没有开始。请在前面单独加一行 ${instead}`,
      nested: (instead: string) => `上一组还没有结束。请先写 ${instead}`, bad_placeholder: (instead: string) => `大括号没有配对。请写成 ${instead} 这样`, too_wide: (most: string) => `一行最多 ${most} 格，请分成两行`,
    },
  },
};

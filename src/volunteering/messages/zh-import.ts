/** Words of importing a sign-up sheet. */
export const zhImport = {
  title: "导入报名表", lead: "Excel 或 CSV，什么格式都可以。先看预览，您确认之后才写入。", file: "报名表文件", upload: "上传并预览", recent: "以前的导入", empty: "还没有导入过",
  preview: "预览", columns: "每一列是什么", columnsHint: "系统按表头和内容猜的，不对就改。", notRead: "不读取", samples: "例如", sheetOn: "报名表的截止日期", sheetOnHint: "表里没有写日期的培训、证明和考核，从这一天算起。", apply: "按这样读",
  rows: "报名", taken: "将写入", keptOut: "不写入", knownPersons: "其中已在档案里", trained: "完成培训", accept: (count: number) => `确认写入 ${count} 人`, nothing: "没有可以写入的行", download: "下载有问题的行", status: "写入后的状态",
  result: "结果", acceptedResult: (added: number, known: number) => `已写入 ${added} 人，其中 ${known} 人原来就在档案里。`, keptOutResult: (count: number) => `${count} 行没有写入。`, undo: "撤销这次导入",
  undoQuestion: "撤销后，这次写入的志愿者会被删除；之后已经有人处理过的会保留。", undone: "这次导入已撤销", toList: "查看志愿者", state: { waiting: "等待确认", accepted: "已写入", undone: "已撤销" },
  rowNumber: "行", name: "姓名", notes: "说明", faultColumn: "问题", remedyColumn: "怎么办", row: (number: number) => `第${number}行`, column: (number: number) => `第${number}列`,
  fields: {
    submittedAt: "提交时间", name: "姓名", sex: "性别", birth: "出生年月", affiliation: "学校或单位", subject: "专业", phone: "手机号", availability: "可服务时间", area: "居住地", interests: "兴趣爱好", skills: "特长", languages: "方言",
    screening: "无犯罪记录证明", training: "完成培训次数", appraisal: "面试或考核意见", emergencyContact: "紧急联系人", guardian: "监护人",
  },
  faults: {
    name_missing: "没有姓名", phone_unreadable: "电话号码不对", sex_unreadable: "看不出性别", birth_unreadable: "看不出出生年月", training_unreadable: "看不出培训次数", screening_unreadable: "看不出证明办了没有", appraisal_unreadable: "看不出考核意见",
    repeats_row: "和前面的行是同一个人", phone_missing: "没有电话", birth_missing: "没有出生年月", availability_unread: "时间没有完全看懂", submitted_unreadable: "看不出提交时间", contact_unreadable: "联系人看不清", phone_shared: "和别人用同一个电话",
    already_volunteer: "已经是这个项目的志愿者", maybe_same_person: "可能和档案里的人是同一位", must_agree_first: "本人正在接受服务，做志愿者还没有商量好",
  },
  remedies: {
    name_missing: "补上姓名再导入", phone_unreadable: "核对号码；没有电话可以留空", sex_unreadable: "写男或女，或留空", birth_unreadable: "写成 1996.10 或 1996-10-05 这样的文字；数字格式的 1996.1 分不清1月和10月", training_unreadable: "写次数，例如 2", screening_unreadable: "写 已提交 或 办理中，或留空",
    appraisal_unreadable: "写 通过、储备 或 不适合，或留空", repeats_row: "留一行就够了", phone_missing: "联系时补上", birth_missing: "报名要问清楚出生日期", availability_unread: "联系时问清楚", submitted_unreadable: "按导入时间计算", contact_unreadable: "联系时补上", phone_shared: "核对是不是一家人",
    already_volunteer: "不用再导入", maybe_same_person: "导入后在居民档案里核对合并", must_agree_first: "报名会写入，编队意见先不算；在「助人之路」里请本人、责任社工和督导同意后再编队",
  },
};

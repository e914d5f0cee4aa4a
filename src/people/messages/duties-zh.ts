/** Words of duties after a withdrawal, of who can see a file, and of the sheet for the person. */
export const dutiesZh = {
  duties: {
    title: "撤回后要办的事", lead: "有人撤回同意后，系统马上不再显示、发送和安排；剩下的要由人去停、去告诉、去删。", open: "还没办", settled: "办过的", tabs: "要办的事", empty: "没有要办的事", emptyWhat: "有人撤回同意时，要办的事会自动列在这里。",
    of: (purpose: string) => `撤回“${purpose}”`, by: (name: string, day: string) => `由${name}办 · ${day}前`, kinds: { stop: "停", tell: "告诉", delete: "删" },
    what: {
      stop_contact: "看看有没有约好的电话和上门，都取消", tell_contacts: "告诉同事、老友和志愿者：不要再主动联系", stop_copies: "收回纸上、表格里和手机上的名单", delete_file: "决定怎样删除这份资料，并写下依据", tell_person: "把办理结果告诉本人",
      tell_recipients: "请收到过资料的机构停用并删除", stop_sharing: "收回已经交出或准备交出的名单", delete_pictures: "删掉照片，撤下贴出来的", tell_publishers: "请转载过照片的地方撤下", stop_pair: "好好结束正在进行的结对", tell_friend: "告诉老友：不再见面，也不再联系",
    } as Record<string, string>,
    states: { open: "待办", late: "过期", done: "已办", not_needed: "不用办", lapsed: "又同意了" }, answers: { done: "办好了", not_needed: "不用办", handed_over: "交给同事", reopened: "重新打开" },
    answer: "怎么样了", words: "办了什么，或为什么不用办", owner: "交给谁", submit: "记下", source: (text: string) => `期限：${text}`, notVerified: "未核实", said: (answer: string, by: string, words: string) => `${answer} · ${by}：${words}`, file: "要办的事",
  },
  access: { reveal: "岗位允许打开档案，并可显示证件号码", write: "岗位允许填写和修改档案", read: "岗位允许打开档案" },
  sheet: {
    title: "被查阅记录", mine: "我的资料谁看过", button: "给本人的答复单", print: "打印", lead: "您有权知道谁能看您的资料、为什么、谁看过。", name: "姓名", madeOn: "日期", by: "经办", can: "现在能看的人", readings: "谁看过、改过", consents: "您同意过什么", never: "没有问过", duties: "我们正在为您办的事", noDuties: "没有。",
    ask: (name: string, phone: string) => `有疑问，或者要查看、更正、撤回、删除，请找${name}${phone ? `，电话 ${phone}` : ""}。`, sign: "本人收到（签名）：____________________", none: "没有人看过。", law: "《个人信息保护法》第四十四条至第四十七条",
  },
};

/** Words of the public sign-up pages: plain enough for a resident of 70. */
export const zhPublic = {
  title: "做志愿者", lead: "陪伴一位邻居，每周一两个小时就很好。", none: "现在没有正在招募的项目。", open: "我要报名", about: "要做些什么", asks: "成为志愿者的步骤", contact: "想先问问", closed: "这个项目现在不接受报名。", notYet: (day: string) => `${day}开始接受报名。`,
  form: "报名表", about_you: "您是谁", name: "姓名", sex: "性别", female: "女", male: "男", unsaid: "不填", birthOn: "出生日期", birthHint: "未满18岁需要监护人同意", phone: "手机或座机", phoneHint: "我们用这个号码联系您", otherContact: "其他联系方式", otherHint: "没有电话可以留微信号或邮箱",
  area: "住在哪个社区", areaHint: "例如：云波社区", affiliation: "学校或单位", subject: "专业", when: "什么时候有空", times: "每周有空的时间", timesText: "也可以用自己的话写", timesHint: "例如：周六上午、工作日晚上", likes: "您的特点", interests: "兴趣爱好", interestsHint: "用顿号分开，例如：棋类、散步", skills: "特长", skillsHint: "例如：手语、急救、会开车", languages: "会说的语言和方言", motivation: "为什么想来",
  emergency: "紧急联系人", emergencyName: "姓名", emergencyPhone: "电话", guardian: "监护人（未满18岁必须填）", guardianHint: "年满18岁不用填。我们会打电话和监护人确认。", guardianName: "监护人姓名", guardianRelation: "是您的什么人", relations: { father: "父亲", mother: "母亲", grandparent: "祖父母或外祖父母", other: "其他监护人" }, guardianPhone: "监护人电话", guardianAgrees: "监护人知道并同意我报名",
  consent: "您的同意", consentLead: "每一项都可以单独决定，以后随时可以改变主意，打电话告诉我们就行。",
  purposes: {
    keep_data: "同意保存我填写的资料，用来安排志愿服务（必须同意才能报名）", contact: "同意用电话或微信联系我", be_matched: "同意把我的时间、兴趣和住处所在社区用于结对", photograph: "同意活动时给我拍照",
  },
  send: "提交报名", thanks: "谢谢您报名！", thanksLead: "我们已经收到。", next: "接下来", nextDefault: "我们会在一周内联系您，安排培训和其他手续。", another: "再替一个人报名", home: "回到项目介绍", comma: "，", fromAge: (age: number) => `年满${age}岁可以报名`, guardianUnder: (age: number) => `未满${age}岁须监护人同意`, trap: "请不要填写这一栏",
};

/** Words for those who sign up themselves (对外报名、我的活动). */
export const publicZh = {
  open: {
    title: "社区活动", lead: "谁都可以报名的活动。不要钱，不用账号。", none: "现在没有公开报名的活动", noneHint: "过几天再来看看，或者打电话给社工站。", signUp: "看看并报名", left: (count: number) => `还有 ${count} 个名额`, full: "名额满了，可以候补",
    when: "时间", where: "地点", who: "谁可以参加", closed: "报名已经截止。", name: "您的姓名", phone: "电话", phoneHint: "有变动时联系您。", birthOn: "出生日期", needs: "需要接送或其他帮助吗", needsHint: "例如：坐轮椅、要手语翻译、从二巷接。", companion: "陪同您来的人", companionHint: "例如：女儿、个人助理。一起报名，一起有位。",
    send: "报名", privacy: "姓名和电话只用来办这次活动，不会公开，别人看不到谁报了名。", order: "候补怎样补位", website: "请不要填写这一格",
  },
  pass: {
    title: "我的报名", booked: "有您的位子", waitlisted: "您在候补", applied: "收到了，等社工答复", cancelled: "您已经取消报名", refused: "这次没有接受您的报名", waitHint: "有位子空出来，会按次序自动补上，并告诉您。", appliedHint: "社工看过就会告诉您。", keep: "请收藏这一页：可以取消报名，活动时出示这个签到码。",
    code: "签到码，活动时给社工扫一下", cancel: "取消报名", cancelQuestion: "确定不来了吗？位子会让给候补的人。", companions: (count: number) => `一起来的：${count} 位`, calledOff: (why: string) => `这场活动取消了：${why}`,
    feedback: "这次活动怎么样？", words: "想说的话", giveFeedback: "送出", thanks: "谢谢您告诉我们。", came: "您来过了", more: "看看别的活动",
  },
  my: {
    title: "我的活动", lead: "您报名的活动，和还可以报名的活动。", mine: "我报名的", open: "还可以报名", none: "您还没有报名", noneHint: "在下面选一场，点“我要来”。", nothingOpen: "现在没有可以报名的活动", come: "我要来", help: "我来帮忙", pass: "签到码和取消", news: "新消息", noPerson: "您的账号还没有对上名册里的人，请告诉社工。",
    told: { booked: "有位了", refused: "没有接受", moved: "改了时间或地点", cancelled: "取消了", restored: "照常举行", reminder: "快到了" }, at: (when: string) => `${when} 的活动`,
    calendar: "放进我的日历", calendarHint: "生成一个秘密地址，加到手机日历里，有变动会自己更新。", make: "生成地址", made: "您的日历地址（只显示这一次）", revoke: "停用我的日历地址", has: "您有一个日历地址在用。", needs: "接送和需要",
  },
};

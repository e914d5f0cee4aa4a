/** What consent is asked for, in the order it is asked (联系、保存资料、转给别的机构、拍照、结对). */
export const CONSENT_PURPOSES = ["contact", "keep_data", "share", "photograph", "be_matched"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/**
 * What is read out before somebody answers, kept with the answer. One sentence a purpose: what, why, and that no does no harm.
 * An organisation's lawyer should read them before they are used; a changed sentence is kept as a text of its own.
 */
export const CONSENT_TEXTS: Readonly<Record<"zh" | "en", Readonly<Record<ConsentPurpose, string>>>> = {
  zh: {
    contact: "我们可以打电话或上门和您联系，聊聊您的近况和需要。不同意也不影响您享受其他服务，随时可以改主意。",
    keep_data: "我们会保存您的姓名、联系方式、残疾情况和今天谈到的需要，只给负责您的工作人员看，用来安排服务。您可以随时查看、更正或要求删除。",
    share: "在需要别的机构帮忙时，我们把必要的信息转给对方。每次转出前会再告诉您转给谁、转什么。",
    photograph: "活动中可能会拍照。照片只用于活动记录；对外使用前会再问您。",
    be_matched: "我们可以把您的年龄段、兴趣和方便的时间用来为您找一位同龄的社区老友。见面前会先问您愿不愿意。",
  },
  en: {
    contact: "We may ring or visit you to hear how you are and what you need. Saying no does not affect any other service, and you may change your mind at any time.",
    keep_data: "We keep your name, how to reach you, your disability and the needs you spoke of today, only for the staff who look after you, to arrange services. You may see, correct or delete it at any time.",
    share: "When another organisation's help is needed, we pass on what is necessary. Each time, we tell you first to whom and what.",
    photograph: "Photographs may be taken at activities. They serve as a record only; before any other use we ask you again.",
    be_matched: "We may use your age group, interests and free time to find you a community friend of your age. Before you meet, we ask whether you want to.",
  },
};

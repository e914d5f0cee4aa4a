/** Kinds of groups: 支持、成长、教育、治疗 as in MZ/T 095-2017 and its teaching; 互助 and 兴趣 as neighbourhoods have them. */
export const KINDS = ["support", "growth", "education", "treatment", "mutual", "interest"] as const;

/** The stages of a group, in order: 筹备期 形成期 转折期 成熟期 结束期. Source: MZ/T 095-2017《社会工作方法 小组工作》. */
export const STAGES = ["preparing", "forming", "turning", "mature", "ending"] as const;
export type Stage = (typeof STAGES)[number];

export const PARTS = ["member", "helper", "lead"] as const;
export type Part = (typeof PARTS)[number];

export const LEAVING = ["finished", "own_wish", "time", "health", "moved", "unsuited", "died", "mistake"] as const;
export type Leaving = (typeof LEAVING)[number];

/** What moved between members (小组动力). */
export const DYNAMICS = ["polite", "silent", "warm", "testing", "conflict", "trust", "helping", "alliance", "excluding", "parting"] as const;
export type Dynamic = (typeof DYNAMICS)[number];

export const MARKS = ["present", "late", "absent", "excused"] as const;
export type Mark = (typeof MARKS)[number];

/** When members say how near they are to what they came for (前测、后测、跟进). */
export const MOMENTS = ["before", "after", "later"] as const;
export type Moment = (typeof MOMENTS)[number];

export const CAPACITIES = ["self", "guardian"] as const;

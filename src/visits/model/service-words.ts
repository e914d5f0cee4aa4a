import type { VisitMode } from "./visit.ts";

/** What a meeting is called in the volunteer's record, which is kept in Chinese: in general words, no resident and no address. */
export const SERVICE_WORDS = {
  title: "结对陪伴",
  recipient: "结对老友",
  modes: {
    home: { place: "居民家中", content: "上门陪伴" },
    outside: { place: "社区及周边", content: "陪同外出" },
    activity: { place: "活动现场", content: "一起参加活动" },
    phone: { place: "电话", content: "电话陪伴" },
    online: { place: "网上", content: "网上陪伴" },
  } satisfies Record<VisitMode, { place: string; content: string }>,
} as const;

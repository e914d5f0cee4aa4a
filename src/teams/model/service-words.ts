import type { Kind } from "./terms.ts";

interface ServiceWords {
  readonly content: string;
  readonly place: string;
  /** How the service record says it was given. */
  readonly mode: "home" | "phone" | "outing";
  readonly topics: readonly string[];
}

/** What a meeting is called in a member's record of hours, which is kept in Chinese: in general words, no resident and no address. */
export const SERVICE_WORDS = {
  recipient: "高龄邻居",
  kinds: {
    company: { content: "陪伴聊天", place: "居民家中", mode: "home", topics: ["company"] },
    call: { content: "电话问候", place: "电话", mode: "phone", topics: ["company"] },
    errand: { content: "代买代办", place: "社区及周边", mode: "home", topics: [] },
    laundry: { content: "帮忙洗衣收拾", place: "居民家中", mode: "home", topics: [] },
    escort: { content: "陪同外出", place: "社区及周边", mode: "outing", topics: ["outing"] },
    repair: { content: "帮忙小修小补", place: "居民家中", mode: "home", topics: [] },
    other: { content: "邻里互助", place: "社区及周边", mode: "home", topics: [] },
  } satisfies Record<Kind, ServiceWords>,
} as const;

import type { MODES } from "./terms.ts";

/** What support is as a service record, and why that one is taken back where nobody said. Records are kept in Chinese. */
export const SERVICE_MODES = {
  modes: { on_site: "outing", phone: "phone", meeting: "office" } satisfies Record<(typeof MODES)[number], "outing" | "phone" | "office">,
  topics: ["work"],
  takenBack: "在支持性就业里收回",
} as const;

import { NEED_PACKS, packOn } from "#casework/index.ts";

/** What services are for: the topics of the pack of needs in force, so that needs and services can be laid side by side. */
export const topicsOn = (day: string) => packOn(NEED_PACKS, day).topics.map(({ topic, zh, en }) => ({ topic, zh, en }));

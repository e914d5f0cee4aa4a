import type { Language } from "#platform/i18n/language.ts";
import { findCode } from "../model/need-pack.ts";
import { NEED_PACKS } from "../model/need-packs.ts";
import type { NeedPriority, NeedStatus } from "../model/need.ts";
import type { Tone } from "#platform/ui/show/tone.ts";

/** The name of a need; of one that newer lists no longer hold, too. The code itself when no list ever held it. */
export function needName(code: string, language: Language): string {
  for (const pack of NEED_PACKS.toReversed()) {
    const found = findCode(pack, code);
    if (found) return found[language];
  }
  return code;
}

/** The name of a topic. */
export function topicName(topic: string, language: Language): string {
  return NEED_PACKS.toReversed().flatMap(({ topics }) => topics).find((one) => one.topic === topic)?.[language] ?? topic;
}

export const STATUS_TONES: Readonly<Record<NeedStatus, Tone>> = { noted: "due", answering: "calm", met: "ok", unmet: "late", withdrawn: "plain" };
export const PRIORITY_TONES: Readonly<Record<NeedPriority, Tone>> = { urgent: "late", soon: "due", later: "plain" };

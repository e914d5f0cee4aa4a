import { findCode, NEED_PACKS, packOn, populationOf, topicsFor } from "#casework/index.ts";
import type { Language } from "#platform/i18n/language.ts";
import { all, first, type InterviewDraft } from "../../model/interview/steps.ts";

/** Needs that are offered, in the reader's language; worked out on the server, so that a phone need not load the whole list's machinery. */
export interface OfferedNeeds {
  readonly client: readonly OfferedTopic[];
  readonly carer: readonly OfferedTopic[];
  /** Names of the needs chosen so far. */
  readonly names: Readonly<Record<string, string>>;
}

export interface OfferedTopic {
  readonly topic: string;
  readonly label: string;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
}

/** Only needs that fit the person's situation of life are offered; the carer is asked as a carer. */
export function offeredNeeds(draft: InterviewDraft, about: { ageYears: number | null; disabled: boolean; today: string }, language: Language): OfferedNeeds {
  const pack = packOn(NEED_PACKS, first(draft.talk?.["heldOn"]) ?? about.today);
  const offer = (population: Parameters<typeof topicsFor>[1]) => topicsFor(pack, population).map((topic) => (
    { topic: topic.topic, label: topic[language], codes: topic.codes.map((code) => ({ code: code.code, label: code[language] })) }));
  const chosen = [...all(draft.needs?.["code"]), ...all(draft["carer-needs"]?.["code"])];
  return { client: offer(populationOf(about)), carer: offer("carer"), names: Object.fromEntries(chosen.map((code) => [code, findCode(pack, code)?.[language] ?? code])) };
}

import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { outreachText } from "../../messages/index.ts";
import { CONSENT_PURPOSES } from "../../model/interview/consent-texts.ts";
import { all, first, stepsOf, type InterviewDraft, type Step, type TypedPage } from "../../model/interview/steps.ts";
import type { MemberFile } from "../../service/members/show-member.ts";

/** One page of the record in a few words, with where it is changed. */
export interface Answer {
  readonly step: Exclude<Step, "check">;
  /** One line a fact; none when nothing was entered. */
  readonly lines: readonly string[];
}

/** What is looked over: the draft, the family, and the names of the needs chosen. */
export interface ToCheck {
  readonly draft: InterviewDraft;
  readonly relatives: MemberFile["relatives"];
  readonly names: Readonly<Record<string, string>>;
  readonly today: string;
}

/** All pages that can hold something, in words, for looking over before the record is kept. Needs stand once, with what was said of them. */
export function useAnswers(toCheck: ToCheck): Answer[] {
  const words = useWords(toCheck);
  const steps = stepsOf(toCheck.draft);
  const told = (step: Step) => (step === "needs" && steps.includes("needs-words")) || (step === "carer-needs" && steps.includes("carer-words"));
  return steps.flatMap((step): Answer[] => (step === "check" || told(step) ? [] : [{ step, lines: words[step]().filter((line) => line !== "") }]));
}

function useWords({ draft, relatives, names, today }: ToCheck): Record<Exclude<Step, "check">, () => string[]> {
  const { interview: t, modes, talkedTo } = useText(outreachText);
  const language = useLanguage();
  const day = (on: string | undefined) => (on ? formatDayOnly(on, language, today) : "");
  const needs = (chosen: TypedPage | undefined, said: TypedPage | undefined) => all(chosen?.["code"]).map((code) => {
    const quoted = first(said?.[`words.${code}`]);
    const priority = t.priorities[(first(said?.[`priority.${code}`]) ?? "soon") as "soon"];
    return `${names[code] ?? code} (${priority})${quoted ? ` “${quoted}”` : ""}`;
  });
  const answered = (page: TypedPage | undefined) => CONSENT_PURPOSES.flatMap((purpose) => {
    const answer = first(page?.[`answer.${purpose}`]);
    return answer === "given" || answer === "refused" ? [`${t.purposes[purpose]}: ${t.answers[answer]}`] : [];
  });
  const talk = draft.talk;
  return {
    talk: () => [[day(first(talk?.["heldOn"])), modes[first(talk?.["mode"]) as "phone"]].filter(Boolean).join(" · "), all(talk?.["present"]).map((one) => talkedTo[one as "client"]).join(" · "), t.understandings[first(talk?.["understanding"]) as "alone"] ?? ""],
    carer: () => [carerName(draft.carer, relatives, t.noCarer), ...answered(draft.carer)],
    consent: () => (answered(draft.consent).length === 0 ? [] : [t.capacities[(first(draft.consent?.["capacity"]) ?? "self") as "self"], ...answered(draft.consent)]),
    needs: () => [],
    "carer-needs": () => [],
    "needs-words": () => needs(draft.needs, draft["needs-words"]),
    "carer-words": () => needs(draft["carer-needs"], draft["carer-words"]),
    others: () => Object.keys(draft.others ?? {}).filter((name) => name.startsWith("name.")).map((name) => first(draft.others?.[name]) ?? ""),
    close: () => [first(draft.close?.["summary"]) ?? "", day(first(draft.close?.["nextDueOn"]))],
  };
}

function carerName(page: TypedPage | undefined, relatives: MemberFile["relatives"], none: string): string {
  const who = first(page?.["carer"]);
  if (who === undefined || who === "none") return none;
  if (who === "new") return [first(page?.["name"]), first(page?.["relation"])].filter(Boolean).join(" · ");
  return relatives.find(({ otherId }) => otherId === who)?.otherName ?? "";
}

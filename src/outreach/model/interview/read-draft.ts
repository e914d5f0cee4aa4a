import { z } from "zod";
import { CONSENT_PURPOSES } from "./consent-texts.ts";
import type { InterviewNeed } from "./interview.ts";
import { all, first, REFERRAL_LINES, STEPS, type InterviewDraft, type Step, type TypedPage } from "./steps.ts";

const text = (page: TypedPage | undefined, name: string) => first(page?.[name]);
const optional = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== "")) as T;

/** Puts the pages together to one record, not yet checked. */
export function gather(ids: { roundId: string; personId: string; language?: string }, draft: InterviewDraft): unknown {
  const { talk, close } = draft;
  return optional({
    ...ids,
    heldOn: text(talk, "heldOn"), mode: text(talk, "mode"), minutes: number(text(talk, "minutes")),
    present: all(talk?.["present"]), understanding: text(talk, "understanding"), longAtHome: text(talk, "longAtHome"),
    consent: consentOf(draft.consent),
    needs: needsOf(draft.needs, draft["needs-words"]),
    carer: carerOf(draft),
    referrals: referralsOf(draft.others),
    summary: text(close, "summary"), nextDueOn: text(close, "nextDueOn"),
  });
}

/** Which page a fault of the whole record belongs to, and the field's name there. `path`: as the schema of the record names it. */
export function pageOfFault(path: readonly PropertyKey[], draft: InterviewDraft): { step: Step; field: string } {
  const [head, second, third] = path.map(String);
  if (head === "consent") return { step: "consent", field: second === "answers" ? `answer.${third}` : (second ?? "capacity") };
  if (head === "needs") return { step: "needs-words", field: third ?? "code" };
  if (head === "carer") return second === "needs" ? { step: "carer-words", field: "code" } : { step: "carer", field: second ?? "carer" };
  if (head === "referrals") return { step: "others", field: `${third ?? "name"}.${referralLines(draft.others)[Number(second)] ?? 0}` };
  return { step: head === "summary" || head === "nextDueOn" ? "close" : "talk", field: head ?? "heldOn" };
}

/** A draft as it was kept; pages it does not know are left out. */
export function readKept(json: string): InterviewDraft {
  const kept: unknown = JSON.parse(json);
  const Page = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
  return z.partialRecord(z.enum(STEPS), Page).parse(kept);
}

function consentOf(page: TypedPage | undefined) {
  const answers = Object.fromEntries(CONSENT_PURPOSES.flatMap((purpose) => {
    const answer = text(page, `answer.${purpose}`);
    return answer === "given" || answer === "refused" ? [[purpose, answer]] : [];
  }));
  if (Object.keys(answers).length === 0) return undefined;
  const by = text(page, "by");
  return optional({ capacity: text(page, "capacity") ?? "self", byPersonId: by === "carer" || by === "named" ? undefined : by, byCarer: by === "carer" ? true : undefined, byName: text(page, "byName"), answers });
}

function needsOf(chosen: TypedPage | undefined, words: TypedPage | undefined): z.input<typeof InterviewNeed>[] {
  return all(chosen?.["code"]).map((code) => optional({
    code,
    priority: (text(words, `priority.${code}`) ?? "soon") as "soon",
    source: (text(words, `source.${code}`) ?? "client") as "client",
    words: text(words, `words.${code}`),
  }));
}

function carerOf(draft: InterviewDraft) {
  const page = draft.carer;
  const who = text(page, "carer");
  if (who === undefined || who === "none") return undefined;
  const needs = needsOf(draft["carer-needs"], draft["carer-words"]);
  const known = who === "new" ? { name: text(page, "name"), relation: text(page, "relation"), phone: text(page, "phone"), sex: text(page, "sex"), birthOn: text(page, "birthOn") } : { personId: who };
  return optional({ ...known, isGuardian: text(page, "isGuardian") === "yes", consent: consentOf(page), needs: needs.map((need) => ({ ...need, source: need.source === "client" ? "carer" : need.source })) });
}

function referralsOf(page: TypedPage | undefined) {
  return referralLines(page).map((index) => (
    optional({ name: text(page, `name.${index}`), phone: text(page, `phone.${index}`), howKnown: text(page, `howKnown.${index}`), mayBeNamed: text(page, `mayBeNamed.${index}`) === "yes" })));
}

/** The lines on which somebody was named; empty ones are passed over. */
function referralLines(page: TypedPage | undefined): number[] {
  return Array.from({ length: REFERRAL_LINES }, (_, index) => index).filter((index) => text(page, `name.${index}`) !== undefined);
}

const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));

import { Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Timeline, type TimelineItem } from "#platform/ui/show/timeline.tsx";
import type { Tone } from "#platform/ui/show/tone.ts";
import { volunteeringText } from "../messages/index.ts";
import type { VolunteerStatus } from "../model/pathway/volunteer-status.ts";
import type { VolunteerPage } from "../service/volunteers/show-volunteer.ts";
import { requirementName, STATUS_TONES } from "./words.ts";

export interface VolunteerHistoryProps extends Pick<VolunteerPage, "facts" | "agreements" | "requirements"> {
  volunteerId: string;
  timeline: readonly VolunteerStatus[];
  today: string;
  mayChange: boolean;
}

type Fact = VolunteerPage["facts"][number];
type Item = TimelineItem & { readonly on: string };

/** What happened, the latest first: every change of status and every fact, corrected ones crossed out. */
export function VolunteerHistory({ volunteerId, facts, timeline, agreements, requirements, today, mayChange }: VolunteerHistoryProps) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  const corrected = new Set(facts.flatMap(({ supersedes }) => supersedes ?? []));
  const when = (on: string) => ({ on, at: on, when: formatDay(on, language, today) });
  const nameOf = (key: string) => requirementName(requirements.find((one) => one.key === key), t.kind, key);
  const title = (fact: Fact) => {
    if (fact.kind === "evidence") return t.labelled(nameOf(fact.requirement), `${fact.placement ? t.placement[fact.placement] : t.result[fact.result]}${fact.quantity > 1 ? ` ×${fact.quantity}` : ""}`);
    if (fact.kind === "exemption") return t.labelled(t.page.facts.exemption, t.joined(nameOf(fact.requirement), t.validUntil(formatDay(fact.untilOn, language, today))));
    return t.page.facts[fact.kind];
  };
  const items: Item[] = [
    ...timeline.flatMap(({ status, since }) => (since === null ? [] : [{ key: `s${since}${status}`, ...when(since), title: <strong>{t.status[status]}</strong>, note: t.statusNote[status], ...toneOf(STATUS_TONES[status]) }])),
    ...facts.map((fact): Item => ({
      key: fact.id, ...when(fact.on), tone: "past" as const,
      title: corrected.has(fact.id) ? <><s>{title(fact)}</s> <span className="small">{t.page.corrected}</span></> : title(fact),
      note: <>{fact.reason ? <>{fact.reason} · </> : null}{t.page.by(fact.recordedByName)}{mayChange && fact.kind !== "void" && !corrected.has(fact.id) ? <> · <Link to={`/volunteers/${volunteerId}/correction?fact=${fact.id}`}>{t.page.takeBack}<span className="sr-only"> {title(fact)}</span></Link></> : null}</>,
    })),
    ...agreements.map((one): Item => ({
      key: one.id, ...when(one.signedOn), tone: "past" as const,
      title: t.labelled(t.noted(one.title, t.page.textVersion(one.templateVersion)), `${one.signerName} ${one.answer === "signed" ? t.page.signed : t.page.refusedToSign}`),
      note: <>{t.sign.capacities[one.signerCapacity]} · {t.sign.manners[one.manner]} · {one.countersignedByName ? t.sign.organisation(one.countersignedByName) : one.answer === "signed" ? t.own.states.waiting : null} · <Link to={`/volunteers/${volunteerId}/agreements/${one.id}`}>{t.signed.look}<span className="sr-only"> {one.title}</span></Link></>,
    })),
  ];
  return <Timeline label={t.page.history} items={items.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))} />;
}

function toneOf(tone: Tone): { tone: Tone } {
  return { tone };
}

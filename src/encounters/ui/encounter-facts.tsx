import { Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Facts } from "#platform/ui/show/facts.tsx";
import { encountersText } from "../messages/index.ts";
import type { NamedEncounter } from "../service/name-encounters.ts";
import type { TopicWords } from "./encounter-lines.tsx";

/** What one revision of a service says. */
export function EncounterFacts({ of: row, topics, today }: { of: NamedEncounter; topics: TopicWords; today: string }) {
  const { fields, roles, modes, minutesOf, list, show } = useText(encountersText);
  const language = useLanguage();
  const who = (
    <>
      {row.people.map(({ personId, name, role }, index) => (
        <span key={personId}>{index > 0 ? "、" : ""}{name === null ? list.hidden : <Link to={`/encounters/of/${personId}`}>{name}</Link>}<span className="soft"> {roles[role]}</span></span>
      ))}
      {row.colleagues.map(({ accountId, name }) => <span key={accountId}>、{name}</span>)}
    </>
  );
  const facts = [
    [fields.people, who],
    [fields.mode, `${modes[row.mode]} · ${minutesOf(row.minutes)}`],
    [fields.placeWords, [row.communityName, row.placeWords].filter(Boolean).join(" · ")],
    [fields.topics, row.topics.map((code) => topics.find(({ topic }) => topic === code)?.[language] ?? code).join("、")],
    [fields.seen, row.seen],
    [fields.nextWords, [row.nextOn ? formatDay(row.nextOn, language, today) : "", row.nextWords].filter(Boolean).join(" · ")],
  ] as const;
  return <Facts facts={facts.filter(([, value]) => value !== "").map(([label, value]) => ({ label: label ?? "", value: value || show.none }))} />;
}

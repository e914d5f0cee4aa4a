import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { teamsText } from "../messages/index.ts";
import type { ShownTeam } from "../service/show-team.ts";

/** Whom a team looks after, the most pressing first. */
export function EldersCard({ elders }: { elders: ShownTeam["elders"] }) {
  const { show: t, levels, kinds } = useText(teamsText);
  return (
    <Card title={t.elders}>
      {elders.length === 0 ? <p className="soft">{t.eldersEmpty}</p> : (
        <ul className="stack plain">
          {elders.map((one) => (
            <li key={one.id}>
              <div className="cluster">{one.personId ? <Link to={`/people/${one.personId}`}>{one.elderName}</Link> : <b>{one.elderName}</b>}<Chip tone={one.level === "often" ? "due" : "plain"}>{levels[one.level]}</Chip>{one.agrees ? null : <Chip tone="late">{t.noConsent}</Chip>}</div>
              <div className="small soft">{[one.laneName, ...one.kinds.map((kind) => kinds[kind]), one.note].filter(Boolean).join(" · ")}</div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The volunteering slice's own words, read where the page is loaded. */
export type PolicyWords = Readonly<Record<"status" | "kind" | "state", Readonly<Record<string, string>>>>;

/** Everybody of a team, its lead first. */
export function MembersCard({ members, words }: { members: ShownTeam["members"]; words: PolicyWords }) {
  const { show: t, parts, fitness } = useText(teamsText);
  const doubtful = members.filter((one) => one.standings.length > 0 && (one.fitness === "begun" || one.fitness === "barred"));
  return (
    <Card title={t.members(members.length)}>
      <Stack>
        {members.length === 0 ? <p className="soft">{t.membersEmpty}</p> : (
          <ul className="team-names">{members.map((one) => <li key={one.id}>{one.personId ? <Link to={`/people/${one.personId}`}>{one.memberName}</Link> : one.memberName} {one.part === "member" ? null : <Chip tone="ok">{parts[one.part]!}</Chip>}{one.fitness === "barred" ? <> <Chip tone="late">{fitness.barred}</Chip></> : null}</li>)}</ul>
        )}
        {doubtful.length === 0 ? null : (
          <section aria-label={t.toMend} className="stack tight">
            <h3>{t.toMend}</h3>
            <ul className="stack plain">
              {doubtful.map((one) => <li key={one.id}><b>{one.memberName}</b> <Chip tone={one.fitness === "barred" ? "late" : "due"}>{fitness[one.fitness]}</Chip><Standings standings={one.standings} words={words} /></li>)}
            </ul>
            <p className="small soft">{t.toMendHint}</p>
          </section>
        )}
      </Stack>
    </Card>
  );
}

/** What each programme finds missing, and the page on which it is put right. */
function Standings({ standings, words: { status, kind, state } }: Pick<ShownTeam["members"][number], "standings"> & { words: PolicyWords }) {
  return (
    <ul className="plain small soft">
      {standings.map((one) => <li key={one.volunteerId}><Link to={`/volunteers/${one.volunteerId}`}>{one.programmeName}</Link>: {[status[one.status], ...one.lacking.map((lack) => `${kind[lack.kind]} ${state[lack.state]}`)].join(" · ")}</li>)}
    </ul>
  );
}

import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, FormActions, SubmitButton } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { routingText } from "../../messages/index.ts";
import { timeOf } from "../../model/plan.ts";
import type { ShownTrial } from "../../service/changes/show-trial.ts";
import { sayLeft, whoGoes } from "../words.ts";

type Words = (typeof routingText.zh)["change"];

/** Exactly what would change, person by person; only the button below does it. */
export function ChangePreview({ trial }: { trial: ShownTrial }) {
  const { change: t, plan: p } = useText(routingText);
  const { plan, changes, left, kept } = trial;
  const names = new Map(plan.visits.map(({ personId, name }) => [personId, name]));
  const letters = new Map([...plan.teams.map(({ id, letter }) => [id, letter] as const), ...(trial.letter === null ? [] : [[trial.newTeamId, trial.letter] as const])]);
  const why = new Map(left.map((one) => [one.personId, one]));
  const where = (teams: readonly string[], minute: number | null) => (teams.length === 0 || minute === null ? t.nobody : t.at(teams.map((id) => letters.get(id)).join("、"), timeOf(minute)));
  return (
    <Card>
      <div className="stack">
        <p><strong>{sayTrial(trial, t)}</strong></p>
        <p>{t.keptLine(kept)}</p>
        <DataList caption={t.wouldTitle} rows={changes} rowKey={({ personId }) => personId} empty={<EmptyState title={t.nothing} level={3} />}
          columns={[
            { key: "name", label: t.name, render: ({ personId }) => names.get(personId) ?? "" },
            { key: "what", label: t.what, render: ({ kind, personId }) => <><Chip tone={kind === "left_out" ? "late" : kind === "shifted" ? "plain" : "due"}>{t.kindsOf[kind]}</Chip>{kind === "left_out" && why.has(personId) ? <> <span className="small">{sayLeft(why.get(personId)!, p.reasons)}</span></> : null}</> },
            { key: "was", label: t.was, render: ({ fromTeams, fromMinute }) => where(fromTeams, fromMinute) },
            { key: "becomes", label: t.becomes, render: ({ toTeams, toMinute }) => where(toTeams, toMinute) },
          ]} />
        <p className="soft">{t.sheetsAgain}</p>
        <Form method="post">
          <IdempotencyField />
          <FormActions><SubmitButton tone="primary">{t.confirm}</SubmitButton><ButtonLink tone="quiet" to={`/rounds/${plan.id}/change`}>{t.again}</ButtonLink></FormActions>
        </Form>
      </div>
    </Card>
  );
}

/** The change that is tried, in one line. */
function sayTrial({ change: { kind, teamId, from, reason }, coming, letter, plan: { teams } }: ShownTrial, t: Words): string {
  const team = teams.find(({ id }) => id === teamId);
  const whose = team ? t.ofTeam(team.letter, whoGoes(team)) : "";
  const comes = coming.length === 0 ? "" : letter !== null ? t.comes(letter, coming.join("、"), from) : t.standsIn(team?.letter ?? "", coming.join("、"), from);
  return t.tried([kind === "join" ? "" : whose, comes === "" ? t.since(t.kinds[kind], from) : comes].filter((words) => words !== ""), reason);
}

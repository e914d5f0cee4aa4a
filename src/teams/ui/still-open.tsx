import { Form, Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import type { ShownClosing } from "../service/closing/show-closing.ts";

/** How many turns are named; the rest are counted. */
const TURNS_NAMED = 6;

/** What stands between a team and its end: whom it looks after, what was asked for, the rota; each with what to do. */
export function StillOpenCards({ shown, today }: { shown: ShownClosing; today: string }) {
  const { closing: t, kinds, states, dayParts } = useText(teamsText);
  const language = useLanguage();
  const { requests, elders, turns } = shown;
  return (
    <>
      {elders.length > 0 ? (
        <Card title={t.elders(elders.length)}>
          <Stack>
            <p className="soft">{t.eldersHint} <Link to={`/teams/${shown.team.id}/people`}>{t.endCare}</Link></p>
            <ul className="stack plain">{elders.map((elder) => <li key={elder.id}><ElderLine elder={elder} shown={shown} /></li>)}</ul>
          </Stack>
        </Card>
      ) : null}
      {requests.length > 0 ? (
        <Card title={t.requests(requests.length)}>
          <Stack>
            <p className="soft">{t.requestsHint}</p>
            <ul className="stack plain">{requests.map((one) => <li key={one.id} className="cluster"><Link to={`/team-requests/${one.id}`}>{[one.elderName, kinds[one.kind]].filter(Boolean).join(" · ")}</Link><span className="soft">{formatDay(one.wantedOn, language, today)}{dayParts[one.wantedPart]}</span><Chip tone={one.state === "open" ? "due" : "plain"}>{states[one.state]}</Chip></li>)}</ul>
          </Stack>
        </Card>
      ) : null}
      {turns.length > 0 ? (
        <Card title={t.turns(turns.length)}>
          <Stack>
            <p className="soft">{[...turns.slice(0, TURNS_NAMED).map(({ onDay, part, memberName }) => `${formatDay(onDay, language, today)} ${dayParts[part]} ${memberName}`), ...(turns.length > TURNS_NAMED ? ["…"] : [])].join(" · ")}</p>
            <Form method="post" className="form"><IdempotencyField /><input type="hidden" name="step" value="end_rota" /><p className="small soft">{t.turnsHint}</p><FormActions><SubmitButton>{t.endRota}</SubmitButton></FormActions></Form>
          </Stack>
        </Card>
      ) : null}
    </>
  );
}

function ElderLine({ elder, shown }: { elder: ShownClosing["elders"][number]; shown: ShownClosing }) {
  const { closing: t, levels, show } = useText(teamsText);
  return (
    <div className="stack tight">
      <div className="cluster"><Link to={`/people/${elder.personId}`}>{elder.elderName}</Link><Chip tone="plain">{levels[elder.level]!}</Chip>{elder.agrees ? null : <Chip tone="late">{show.noConsent}</Chip>}</div>
      {shown.others.length === 0 || !elder.agrees ? null : (
        <details>
          <summary className="small">{t.handOver}<span className="sr-only">{elder.elderName}</span></summary>
          <Form method="post" className="form">
            <IdempotencyField />
            <input type="hidden" name="step" value="hand_over" />
            <input type="hidden" name="elderId" value={elder.id} />
            <Select name="toTeam" label={t.toTeam} options={shown.others.map(({ id, name }) => ({ value: id, label: name }))} />
            <p className="small soft">{t.handOverHint}</p>
            <FormActions><SubmitButton>{t.handOverNow}</SubmitButton></FormActions>
          </Form>
        </details>
      )}
    </div>
  );
}

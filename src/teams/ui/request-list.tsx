import { Form, Link } from "react-router";
import { formatNearDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import type { RequestLine } from "../service/show-team.ts";

interface RequestListProps {
  requests: readonly RequestLine[];
  today: string;
  empty?: string;
  /** The reader is a member and can take them with one tap. */
  takes?: boolean;
  /** The reader took them. */
  mine?: boolean;
}

/** Requests, each with the one thing to do about it. */
export function RequestList({ requests, today, empty, takes = false, mine = false }: RequestListProps) {
  if (requests.length === 0) return <p className="soft">{empty}</p>;
  return <ul className="team-requests">{requests.map((one) => <RequestItem key={one.id} one={one} today={today} takes={takes} mine={mine} />)}</ul>;
}

function RequestItem({ one, today, takes, mine }: { one: RequestLine; today: string; takes: boolean; mine: boolean }) {
  const { show: t, kinds, dayParts, states, overdue } = useText(teamsText);
  const language = useLanguage();
  const label = `${one.elderName} · ${kinds[one.kind]}`;
  return (
    <li>
      <div className="stack tight">
        <Link className="strong" to={`/team-requests/${one.id}`}>{label}</Link>
        <div className="soft">{[t.when(formatNearDay(one.wantedOn, language, today), dayParts[one.wantedPart]), one.laneName, one.words].filter(Boolean).join(" · ")}</div>
        <div className="cluster">
          {one.state === "done" ? <Chip tone="ok">{states.done}</Chip> : null}
          {one.takerName && !mine ? <span className="small">{t.by(one.takerName)}</span> : null}
          {one.overdue ? <Chip tone="late">{overdue[one.overdue]}</Chip> : null}
        </div>
      </div>
      {takes ? <Form method="post" className="no-print"><IdempotencyField /><input type="hidden" name="requestId" value={one.id} /><SubmitButton big>{t.take}<span className="sr-only">{label}</span></SubmitButton></Form> : null}
      {mine ? <ButtonLink to={`/team-requests/${one.id}`} tone="primary" big>{t.done}<span className="sr-only">{label}</span></ButtonLink> : null}
    </li>
  );
}

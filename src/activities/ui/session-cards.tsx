import { Form } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, ConfirmForm, DataList, EmptyState, FormScope, Notice, StatRow, SubmitButton, TextField, Timeline, type Column } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { activitiesText } from "../messages/index.ts";
import { timeOf } from "../model/times.ts";
import type { SessionPage, Somebody } from "../service/calendar/show-session.ts";
import { MarkChip, PersonName, StatusChip } from "./words.tsx";

type Kind = "applied" | "booked" | "waitlisted" | "gone";

/** A group of people of a session, with what can be done about each. Nothing when nobody is in it. */
export function PeopleCard({ title, hint, kind, rows, all, manages, opens }: { title: string; hint?: string; kind: Kind; rows: readonly Somebody[]; all: readonly Somebody[]; manages: boolean; opens: boolean }) {
  const { session: t, roles } = useText(activitiesText);
  if (rows.length === 0) return null;
  const nameOf = (id: string) => all.find((row) => row.id === id)?.name ?? "";
  const columns: [Column<Somebody>, ...Column<Somebody>[]] = [
    { key: "name", label: t.name, render: (row) => <><PersonName name={row.name} personId={row.personId} opens={opens} /> {row.companionOf ? <span className="soft small">{t.with(nameOf(row.companionOf))}</span> : <Who row={row} />}</> },
    { key: "role", label: t.role, render: (row) => roles[row.role] },
    { key: "needs", label: t.needs, render: (row) => row.needs || "—" },
    kind === "gone" ? { key: "reason", label: t.reason, render: (row) => <><StatusChip status={row.status} /> {row.reason}</> } : { key: "how", label: t.how, render: (row) => t.channels[row.channel] },
    ...(kind === "booked" ? [{ key: "attended", label: t.attended, render: (row: Somebody) => <MarkChip mark={row.attended} /> }] : []),
    ...(manages && kind !== "gone" ? [{ key: "actions", label: t.actions, render: (row: Somebody) => <Steps row={row} kind={kind} /> }] : []),
  ];
  return (
    <Card title={`${title} · ${rows.length}`} flush>
      {hint ? <p className="soft card-hint">{hint}</p> : null}
      <DataList caption={title} rows={rows} rowKey={({ id }) => id} columns={columns} empty={<EmptyState title={t.nobody} level={3} />} />
    </Card>
  );
}

function Who({ row: { age, communityName } }: { row: Somebody }) {
  const { session: t } = useText(activitiesText);
  const parts = [age === null ? "" : t.age(age), communityName ?? ""].filter(Boolean);
  return parts.length > 0 ? <span className="soft small">{parts.join(" · ")}</span> : null;
}

function Steps({ row, kind }: { row: Somebody; kind: Kind }) {
  const { session: t } = useText(activitiesText);
  if (row.channel === "walk_in" || (row.companionOf !== null && kind === "applied")) return null;
  return (
    <FormScope result={undefined} texts={{}} form={row.id}>
      <div className="cluster no-print">
        {kind === "applied" ? (
          <>
            <Form method="post"><IdempotencyField /><input type="hidden" name="registrationId" value={row.id} /><SubmitButton name="step" value="accept" aria-label={`${t.accept} ${row.name}`}>{t.accept}</SubmitButton></Form>
            <ConfirmForm trigger={t.refuse} question={row.name} confirm={t.refuse} values={{ step: "refuse", registrationId: row.id }}><IdempotencyField /><TextField name="reason" label={t.reason} maxLength={300} /></ConfirmForm>
          </>
        ) : (
          <ConfirmForm tone="primary" trigger={t.cancelOne} question={t.cancelQuestion(row.name)} confirm={t.cancelOne} values={{ step: "cancel", registrationId: row.id }}><IdempotencyField /><TextField name="reason" label={t.cancelWhy} maxLength={300} /></ConfirmForm>
        )}
      </div>
    </FormScope>
  );
}

/** What people said afterwards, as numbers and words without names. */
export function FeedbackCard({ feedback, answers, shared }: Pick<SessionPage, "feedback" | "answers" | "shared">) {
  const { session: t, faces } = useText(activitiesText);
  if (answers === 0) return null;
  return (
    <Card title={t.feedback}>
      {feedback === null ? <Notice>{t.fewAnswers(answers)}</Notice> : (
        <>
          <StatRow plain label={t.feedback} stats={(["good", "fair", "poor"] as const).map((face) => ({ label: t.faces[face], value: String(feedback.faces[face]) }))} />
          {feedback.words.length > 0 ? <ul className="prose">{feedback.words.map((words) => <li key={words}>{words}</li>)}</ul> : null}
        </>
      )}
      {shared > 0 ? <p className="small soft measure">{faces.shared(shared)}</p> : null}
    </Card>
  );
}

/** What was changed about a session, latest first. */
export function Changes({ history, today }: { history: SessionPage["history"]; today: string }) {
  const { session: t } = useText(activitiesText);
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <Card title={t.history}>
      <Timeline label={t.history} items={history.map(({ kind, reason, was, byName, at }) => ({
        key: `${kind}${at}`, when: formatInstant(at, language, today), at, title: <>{t.events[kind]} <Chip>{byName}</Chip></>,
        note: [typeof was.onDay === "string" ? t.was(was.onDay, timeOf(Number(was.fromMinute))) : "", reason].filter(Boolean).join(" · "),
      }))} />
    </Card>
  );
}

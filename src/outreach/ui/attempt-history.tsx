import { Link } from "react-router";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Timeline, type TimelineItem } from "#platform/ui/show/timeline.tsx";
import { outreachText } from "../messages/index.ts";
import type { MemberFile } from "../service/members/show-member.ts";

export interface AttemptHistoryProps extends Pick<MemberFile, "attempts" | "assignments"> {
  mayCorrect: boolean;
  today: string;
}

/** What was tried, newest first. A corrected entry stays to be read. */
export function AttemptHistory({ attempts, assignments, mayCorrect, today }: AttemptHistoryProps) {
  const { member: t } = useText(outreachText);
  const language = useLanguage();
  const correctionOf = new Map(attempts.map((attempt) => [attempt.corrects, attempt]));
  /** Only made whole, not changed: the same outcome on the same day. */
  const shown = attempts.filter(({ number, outcome, onDay }) => correctionOf.get(number)?.outcome !== outcome || correctionOf.get(number)?.onDay !== onDay);
  if (attempts.length === 0 && assignments.length === 0) return <p className="soft">{t.noHistory}</p>;
  const given: TimelineItem[] = assignments.map(({ workerName, assignedByName, assignedAt }) => (
    { key: assignedAt + workerName, when: formatInstant(assignedAt, language, today), at: assignedAt, title: t.given(workerName, assignedByName), tone: "past" }));
  return (
    <div className="stack">
      {attempts.length === 0 ? <p className="soft">{t.noHistory}</p> : (
        <ol className="timeline" aria-label={t.history}>
          {shown.toReversed().map((attempt) => <Entry key={attempt.id} attempt={attempt} corrected={correctionOf.has(attempt.number)} mayCorrect={mayCorrect} today={today} />)}
        </ol>
      )}
      {given.length > 0 ? <details><summary>{t.assignments}</summary><Timeline label={t.assignments} items={given} /></details> : null}
    </div>
  );
}

function Entry({ attempt, corrected, mayCorrect, today }: { attempt: MemberFile["attempts"][number]; corrected: boolean; mayCorrect: boolean; today: string }) {
  const { member: t, outcomes, modes, talkedTo } = useText(outreachText);
  const language = useLanguage();
  const facts = [modes[attempt.mode], attempt.talkedTo && talkedTo[attempt.talkedTo], attempt.note, attempt.nextDueOn && t.nextOn(formatDayOnly(attempt.nextDueOn, language, today)), t.by(attempt.byName)].filter(Boolean);
  return (
    <li className={corrected ? "past" : attempt.outcome === "reached" ? "ok" : undefined}>
      <b>{t.number(attempt.number)} · <time dateTime={attempt.onDay}>{formatDayOnly(attempt.onDay, language, today)}{attempt.atTime ? ` ${attempt.atTime}` : ""}</time></b>
      <div>{corrected ? <><s>{outcomes[attempt.outcome]}</s> · {t.corrected}</> : outcomes[attempt.outcome]}</div>
      <div className="small soft">{facts.join(" · ")} {mayCorrect && !corrected ? <Link to={`?mode=${attempt.mode}&corrects=${attempt.number}#log`} aria-label={`${t.correct} ${t.number(attempt.number)}`}>{t.correct}</Link> : null}</div>
    </li>
  );
}

import type { ReactNode } from "react";
import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, Checkbox, DayField, FormScope, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { addDays } from "#kernel/calendar.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import { END_REASONS } from "../model/pair.ts";
import type { ShownPair } from "../service/pairs/show-pair.ts";

interface Props {
  pair: ShownPair;
  today: string;
  /** What the page's action refused last; what was typed comes back to the form it came from. */
  refused: Refused | undefined;
}

/** Which of the forms an action's answer belongs to. */
export function formOf(refused: Refused | undefined): string | undefined {
  const { kind, side } = refused?.values ?? {};
  return kind === "answered" ? `answered-${side}` : kind === undefined ? undefined : String(kind);
}

/** What can be noted about a pair now; each step is a form of its own. */
export function PairSteps(props: Props) {
  const { pair, today, refused } = props;
  const { pair: t } = useText(matchingPagesText);
  const form = formOf(refused);
  const { state } = pair;
  if (state === "ended" || state === "declined") return <Replace {...props} />;
  return (
    <div className="stack">
      {state === "asked" || state === "accepted" ? (["resident", "helper"] as const).map((side) => <Answer key={side} {...props} side={side} />) : null}
      {state === "accepted" ? <Step kind="introduced" {...props}><SubmitButton name="kind" value="introduced">{t.introduce}</SubmitButton></Step> : null}
      {state === "introduced" || state === "trial" ? <Step kind="activated" {...props}><SubmitButton name="kind" value="activated">{t.activate}</SubmitButton></Step> : null}
      {state === "introduced" ? (
        <Fold title={t.trial} open={form === "trial_started"}><Step kind="trial_started" {...props}><DayField name="untilOn" label={t.trialUntil} defaultValue={addDays(today, 28)} /><Button type="submit" name="kind" value="trial_started">{t.trial}</Button></Step></Fold>
      ) : null}
      {state === "paused" ? <Step kind="resumed" {...props}><SubmitButton name="kind" value="resumed">{t.resume}</SubmitButton></Step> : null}
      {state === "trial" || state === "active" ? (
        <Fold title={t.pause} open={form === "paused"}><Step kind="paused" {...props}><DayField name="untilOn" label={t.pauseUntil} optional /><Button type="submit" name="kind" value="paused">{t.pause}</Button></Step></Fold>
      ) : null}
      <Fold title={t.end} open={form === "ended"}><End {...props} /></Fold>
    </div>
  );
}

function Answer({ pair, side, today, refused }: Props & { side: "resident" | "helper" }) {
  const { pair: t } = useText(matchingPagesText);
  const { sides } = useText(matchingText);
  if (pair.status.answers[side] !== null) return null;
  return (
    <Part name={`answered-${side}`} refused={refused}>
      <Form method="post" className="stack tight">
        <Hidden pair={pair} />
        <input type="hidden" name="kind" value="answered" /><input type="hidden" name="side" value={side} /><input type="hidden" name="on" value={today} />
        <h3>{t.answerOf(sides[side])}</h3>
        <TextField name="words" label={t.words} optional maxLength={2000} />
        <div className="cluster">
          <SubmitButton name="answer" value="accepted">{t.accepted}</SubmitButton>
          <Button type="submit" name="answer" value="declined">{t.declined}</Button>
        </div>
      </Form>
    </Part>
  );
}

function End(props: Props) {
  const { pair: t } = useText(matchingPagesText);
  const { endReasons } = useText(matchingText);
  return (
    <Step kind="ended" {...props}>
      <Select name="reason" label={t.endReason} options={END_REASONS.map((value) => ({ value, label: endReasons[value] }))} />
      <TextField name="words" label={t.words} optional maxLength={2000} />
      <Button type="submit" tone="danger" name="kind" value="ended">{t.end}</Button>
    </Step>
  );
}

function Replace({ pair, refused }: Props) {
  const { pair: t, review } = useText(matchingPagesText);
  if (pair.followerId) return <p>{t.follower}</p>;
  if (pair.successors.length === 0) return <p className="soft">{t.noSuccessor}</p>;
  const options = pair.successors.map(({ id, name, reserve }) => ({ value: id, label: reserve ? `${name} · ${review.placement.reserve}` : name }));
  return (
    <Part name="replaced" refused={refused}>
      <Form method="post" className="form">
        <Hidden pair={pair} />
        <h3>{t.replace}</h3>
        <p className="soft">{t.replaceLead}</p>
        <Select name="helperId" label={review.choose} options={options} />
        {pair.status.endReason === "safeguarding" ? <Checkbox name="reviewed" label={t.reviewed} /> : null}
        <SubmitButton name="kind" value="replaced">{t.replaceDo}</SubmitButton>
      </Form>
    </Part>
  );
}

function Step({ kind, pair, today, refused, children }: Props & { kind: string; children: ReactNode }) {
  const { pair: t } = useText(matchingPagesText);
  return <Part name={kind} refused={refused}><Form method="post" className="form"><Hidden pair={pair} /><DayField name="on" label={t.on} defaultValue={today} max={today} />{children}</Form></Part>;
}

/** The fields of one form, apart from those of the others. */
function Part({ name, refused, children }: Pick<Props, "refused"> & { name: string; children: ReactNode }) {
  return <FormScope form={name} result={formOf(refused) === name ? refused : undefined} texts={useRefusals(matchingText)}>{children}</FormScope>;
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return <details open={open ? true : undefined}><summary>{title}</summary>{children}</details>;
}

function Hidden({ pair }: { pair: ShownPair }) {
  return <><IdempotencyField /><input type="hidden" name="version" value={pair.version} /></>;
}

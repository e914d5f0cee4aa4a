import { useEffect, useRef } from "react";
import { Form, useFetcher } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { BarLine } from "#platform/ui/picture/bar-line.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import type { SegmentCount } from "../../service/segments/count-segment.ts";
import { refusedOf } from "../refused.ts";
import { SegmentFields, type SegmentStartValues } from "./segment-fields.tsx";

export interface SegmentFormPageProps {
  start: SegmentStartValues & { readonly name?: string };
  /** Of a saved segment, sent back so that nothing is written over. */
  version?: number;
  communities: readonly { readonly id: string; readonly name: string }[];
  count: SegmentCount | null;
  answer: unknown;
  today: string;
}

const PAUSE_MS = 500;

/** The conditions of a segment beside how many fit. The number follows the typing; without script a button asks for it. */
export function SegmentForm({ start, version, communities, count, answer, today }: SegmentFormPageProps) {
  const { segments: words, segmentForm: t } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const refused = refusedOf(answer);
  const { form, live, ask } = useLiveCount();
  const asked = countedOf(answer);
  const shown = live ?? asked?.count ?? count;
  return (
    <FormScope result={refused ?? asked} texts={texts}>
      <Form method="post" ref={form} onChange={ask} className="segment-form">
        <Columns>
          <Card>
            <div className="form">
              <RefusalNote of={refused?.refusal} texts={texts} labels={t.labels} />
              <IdempotencyField />
              {version === undefined ? null : <input type="hidden" name="version" value={version} />}
              <TextField name="name" label={words.name} maxLength={80} defaultValue={start.name} />
              <SegmentFields start={start} communities={communities} />
              <FormActions><SubmitButton name="intent" value="save">{t.save}</SubmitButton></FormActions>
            </div>
          </Card>
          <div className="segment-count">
            <Card title={words.count} aside={<Button type="submit" name="intent" value="count">{t.look}</Button>}>
              {shown ? <LiveCount count={shown} today={today} /> : null}
            </Card>
          </div>
        </Columns>
      </Form>
    </FormScope>
  );
}

/** An answer to "how many?", with what had been typed. */
export interface Counted {
  readonly count: SegmentCount;
  readonly values: Readonly<Record<string, string | string[]>>;
}

function countedOf(answer: unknown): Counted | undefined {
  return typeof answer === "object" && answer !== null && "count" in answer ? (answer as Counted) : undefined;
}

/** Asks again for the number a moment after the last change. */
function useLiveCount() {
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<Partial<Counted>>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function ask() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const values = new FormData(form.current);
      values.set("intent", "count");
      values.delete("_key");
      void fetcher.submit(values, { method: "post" });
    }, PAUSE_MS);
  }
  return { form, live: fetcher.data?.count, ask };
}

function LiveCount({ count: { persons, agesOn, places }, today }: { count: SegmentCount; today: string }) {
  const { segments: t, segmentForm } = useText(outreachText);
  const language = useLanguage();
  const most = Math.max(1, ...places.map((place) => place.count));
  return (
    <div className="stack">
      <p role="status"><span className="stat-value" aria-hidden="true">{formatNumber(persons, language)}</span><span className="sr-only">{segmentForm.liveCount(formatNumber(persons, language))}</span></p>
      <p className="soft small">{t.agesOn(formatDayOnly(agesOn, language, today))}</p>
      <div className="stack tight">
        {places.map(({ id, name, count }) => <BarLine key={id} label={name ?? t.noCommunity} share={count / most} text={formatNumber(count, language)} />)}
      </div>
    </div>
  );
}

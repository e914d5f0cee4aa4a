import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "../messages/index.ts";
import type { EpisodeRow } from "../store/episodes.ts";

/** Roles somebody wrote down, each with its end or what was wrong with it. */
export function Episodes({ episodes, today, result }: { episodes: readonly EpisodeRow[]; today: string; result: FormResult | undefined }) {
  const { person: t, steps } = useText(pathwaysText);
  const texts = useRefusals(pathwaysText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <ul className="stack plain">
      {episodes.map(({ id, step, what, fromOn, ended, endedOn, endWords, byName }) => (
        <li key={id} className="stack tight">
          <div><strong>{`${steps[step]} · ${what}`}</strong><div className="small soft">{[t.since(day(fromOn)), ended === "ended" && endedOn && t.until(day(endedOn)), ended === "withdrawn" && t.withdrawn, endWords, byName].filter(Boolean).join(" · ")}</div></div>
          {ended === null ? (
            <ConfirmForm trigger={t.end} question={what} confirm={t.endNow} values={{ episodeId: id }}>
              <FormScope form={id} texts={texts} result={result?.values?.episodeId === id ? result : undefined}>
                <Select name="ending" label={t.howEnd} empty={null} options={(["ended", "withdrawn"] as const).map((value) => ({ value, label: t[value] }))} defaultValue="ended" />
                <DayField name="onDay" label={t.onDay} max={today} min={fromOn} defaultValue={today} />
                <TextField name="words" label={t.why} maxLength={500} />
              </FormScope>
            </ConfirmForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/index.ts";
import type { Tone } from "#platform/ui/show/tone.ts";
import { employmentText } from "../messages/index.ts";
import { KEPT_MONTHS, type KeptResult } from "../model/kept.ts";
import type { Kept } from "../service/kept.ts";

const KEPT_TONES: Readonly<Record<KeptResult, Tone>> = { kept: "ok", paused: "due", not_kept: "late", not_yet: "plain" };

/** What was kept so far, the months that have come; all four with `whole`. */
export function KeptChips({ kept, whole = false }: { kept: Kept; whole?: boolean }) {
  const { monthOf, results } = useText(employmentText);
  const shown = KEPT_MONTHS.filter((month) => whole || kept[month] !== "not_yet");
  return shown.length === 0 ? <>{results.not_yet}</> : <span className="cluster">{shown.map((month) => <Chip key={month} tone={KEPT_TONES[kept[month]]}>{`${monthOf(month)} ${results[kept[month]]}`}</Chip>)}</span>;
}

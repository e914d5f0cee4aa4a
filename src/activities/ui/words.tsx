import { Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { activitiesText } from "../messages/index.ts";
import type { Attended, Status } from "../model/terms.ts";
import { timeOf } from "../model/times.ts";
import type { Criterion } from "../model/waiting/waiting-list.ts";
import type { NamedOccasion } from "../service/calendar/name-occasions.ts";
import { MARK_TONES, STATUS_TONES } from "./tones.ts";

type When = Pick<NamedOccasion, "onDay" | "fromMinute" | "untilMinute">;

/** `11月25日 周三 14:30–16:00`. */
export const whenOf = ({ onDay, fromMinute, untilMinute }: When, language: Language, today: string): string => `${formatDay(onDay, language, today)} ${timeOf(fromMinute)}–${timeOf(untilMinute)}`;

/** A session among others of the same name. */
export const titleOf = (occasion: Pick<NamedOccasion, "name" | "onDay">, language: Language, today: string): string => `${occasion.name} · ${formatDay(occasion.onDay, language, today)}`;

export function StatusChip({ status }: { status: Status }) {
  const t = useText(activitiesText);
  return <Chip tone={STATUS_TONES[status]}>{t.statuses[status]}</Chip>;
}

export function MarkChip({ mark }: { mark: Attended | null }) {
  const t = useText(activitiesText);
  return mark === null ? null : <Chip tone={MARK_TONES[mark]}>{t.marks[mark]}</Chip>;
}

/** The waiting list's policy in words, as those who wait may read it. */
export function PriorityWords({ priority }: { priority: readonly Criterion[] }) {
  const t = useText(activitiesText);
  return (
    <div className="stack tight">
      {priority.length > 0 ? <ol className="prose">{priority.map((criterion) => <li key={criterion}>{t.criteria[criterion]}</li>)}</ol> : null}
      <p className="soft measure">{t.inOrder}</p>
    </div>
  );
}

/** Who may come, in words. */
export function EligibilityWords({ eligibility, communityNames }: { eligibility: { minAge: number | null; maxAge: number | null; populations: readonly (keyof typeof activitiesText.zh.populations)[] }; communityNames: readonly string[] }) {
  const t = useText(activitiesText);
  const { minAge, maxAge, populations } = eligibility;
  const parts = [...(minAge !== null || maxAge !== null ? [t.series.ages(minAge, maxAge)] : []), ...(populations.length > 0 ? [populations.map((one) => t.populations[one]).join(" / ")] : []), ...(communityNames.length > 0 ? [communityNames.join(" / ")] : [])];
  return <>{parts.length > 0 ? parts.join(" · ") : t.series.anybody}</>;
}

/** How full a session is, in a few words. */
export function FilledWords({ occasion: { filled } }: { occasion: NamedOccasion }) {
  const { list: t } = useText(activitiesText);
  const { booked, places, waiting, applied } = filled.participant;
  const all = { waiting: waiting + filled.volunteer.waiting, applied: applied + filled.volunteer.applied };
  return (
    <span className="cluster">
      {t.filled(booked, places)}
      {places > 0 && booked >= places ? <Chip tone="calm">{t.full}</Chip> : null}
      {all.waiting > 0 ? <Chip tone="plain">{t.waiting(all.waiting)}</Chip> : null}
      {all.applied > 0 ? <Chip tone="due">{t.applied(all.applied)}</Chip> : null}
    </span>
  );
}

/** A name that leads to the file where there is one and it may be opened. */
export function PersonName({ name, personId, opens = true }: { name: string; personId: string | null; opens?: boolean }) {
  return personId !== null && opens ? <Link to={`/people/${personId}`}>{name}</Link> : <>{name}</>;
}

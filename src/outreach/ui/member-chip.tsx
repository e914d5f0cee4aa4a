import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { outreachText } from "../messages/index.ts";
import type { Member } from "../service/rounds/list-round-members.ts";

/** Where a member stands, in one word. */
export function MemberChip({ member, today }: { member: Pick<Member, "endedAs" | "reachedOn" | "nextDueOn" | "workerId">; today: string }) {
  const { ends, round: t } = useText(outreachText);
  if (member.endedAs === "refused" || member.endedAs === "deceased" || member.endedAs === "moved") return <Chip>{ends[member.endedAs]}</Chip>;
  if (member.reachedOn) return <Chip tone="ok">{ends.reached}</Chip>;
  if (member.endedAs) return <Chip>{ends[member.endedAs]}</Chip>;
  if (member.workerId === null) return <Chip tone="due">{t.filters.unassigned}</Chip>;
  return member.nextDueOn !== null && member.nextDueOn < today ? <Chip tone="late">{t.filters.overdue}</Chip> : <Chip tone="calm">{t.filters.open}</Chip>;
}

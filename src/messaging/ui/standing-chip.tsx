import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { messagingText } from "../messages/index.ts";

/** Where a message stands, in a word. */
export function StandingChip({ message: { leavesAt, stoppedAt }, now }: { message: { leavesAt: string | null; stoppedAt: string | null }; now: string }) {
  const { list: t } = useText(messagingText);
  if (stoppedAt !== null) return <Chip tone="late">{t.stopped}</Chip>;
  if (leavesAt === null) return <Chip>{t.draft}</Chip>;
  return new Date(leavesAt) > new Date(now) ? <Chip tone="due">{t.waiting}</Chip> : <Chip tone="ok">{t.sent}</Chip>;
}

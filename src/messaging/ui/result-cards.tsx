import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { messagingText } from "../messages/index.ts";
import { STATES, type State } from "../model/terms.ts";
import type { StateCount } from "../store/recipients.ts";
import { ReasonList } from "./reason-list.tsx";

/** What became of a message: every figure opens to the people behind it. */
export function ResultCards({ messageId, counts }: { messageId: string; counts: readonly StateCount[] }) {
  const { show: t, states, channels } = useText(messagingText);
  const sum = (state: State) => counts.filter((one) => one.state === state).reduce((all, { count }) => all + count, 0);
  const reasons = Map.groupBy(counts.filter(({ reason, state }) => reason !== null && (state === "left_out" || state === "not_sent" || state === "failed")), ({ reason }) => reason!);
  const via = counts.filter(({ state, channel }) => state === "sent" && channel !== null).map(({ channel, count }) => `${channels[channel!]} ${count}`).join(" · ");
  return (
    <>
      <StatRow label={t.results} stats={STATES.filter((state) => sum(state) > 0).map((state) => ({ label: states[state], value: <Figure value={sum(state)} unit="persons" to={`?show=${state}#people`} />, ...(state === "sent" && via && { note: via }) }))} />
      <Card title={t.leftOut} flush aside={<span className="cluster"><a href={`/messages/${messageId}/export`} download>{t.export}</a><a href={`/messages/${messageId}/export?as=csv`} download>CSV</a></span>}>
        <ReasonList rows={[...reasons].map(([reason, rows]) => ({ reason, count: rows.reduce((all, { count }) => all + count, 0) }))} none={t.noneLeftOut} />
      </Card>
    </>
  );
}

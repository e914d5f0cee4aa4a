import { Form } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import type { Shift } from "../model/rota.ts";
import type { ShownWeek, SwapLine } from "../service/rota/show-week.ts";

/** Swaps that were asked for: what waits can be answered by whom it is for, and taken back by who asked. */
export function SwapList({ shown, today }: { shown: ShownWeek; today: string }) {
  const { week: t, dayParts, show } = useText(teamsText);
  const language = useLanguage();
  const nameOf = (id: string) => shown.members.find((one) => one.id === id)?.memberName ?? "";
  const when = (shift: Shift) => show.when(formatDay(shift.onDay, language, today), dayParts[shift.part]);
  return (
    <ul className="team-requests">
      {shown.swaps.map((swap) => (
        <li key={swap.id}>
          <div className="stack tight">
            <span>{t.gives(nameOf(swap.fromMember), nameOf(swap.toMember), swap.shift ? when(swap.shift) : formatDay(swap.onDay, language, today))}{swap.back ? ` · ${t.inReturn(when(swap.back))}` : ""}</span>
            <div className="cluster"><Chip tone={swap.answer === "agreed" ? "ok" : swap.answer === null && swap.fits ? "due" : "plain"}>{swap.answer ? t.answers[swap.answer] : swap.fits ? t.waiting : t.stale}</Chip>{swap.answer && swap.answeredBy && swap.answeredBy !== nameOf(swap.toMember) ? <span className="small soft">{swap.answeredBy}</span> : null}</div>
          </div>
          {swap.answer === null ? <Answers swap={swap} by={shown.by} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Answers({ swap, by }: { swap: SwapLine; by: ShownWeek["by"] }) {
  const { week: t } = useText(teamsText);
  const answers = swap.toMember === by.memberId || by.runs;
  const asked = swap.fromMember === by.memberId || by.runs;
  return (
    <Form method="post" className="cluster no-print">
      <IdempotencyField />
      <input type="hidden" name="swapId" value={swap.id} />
      {answers && swap.fits ? <SubmitButton name="answer" value="agreed">{t.agree}</SubmitButton> : null}
      {answers ? <SubmitButton name="answer" value="refused" tone="plain">{t.refuse}</SubmitButton> : null}
      {asked ? <SubmitButton name="answer" value="withdrawn" tone="quiet">{t.withdraw}</SubmitButton> : null}
    </Form>
  );
}

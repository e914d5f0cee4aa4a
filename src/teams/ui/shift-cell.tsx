import { Form } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { classes } from "#platform/ui/show/tone.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { teamsText } from "../messages/index.ts";
import type { Shift } from "../model/rota.ts";
import type { ShownWeek } from "../service/rota/show-week.ts";

interface ShiftProps { shift: Shift; shown: ShownWeek; today: string }

/** One part of a day: who is on call; my own I can ask to swap, a free one I can take, and whoever runs the team can give it to anybody. */
export function ShiftCell({ shift, shown, today }: ShiftProps) {
  const { week: t, dayParts, fitness } = useText(teamsText);
  const { by, members } = shown;
  const doubt = shown.doubtful.find(({ shiftId }) => shiftId === shift.id)?.fitness;
  const mine = shift.memberId !== null && shift.memberId === by.memberId;
  const ahead = shift.onDay >= today;
  const holder = members.find(({ id }) => id === shift.memberId)?.memberName;
  return (
    <div className={classes("team-shift", mine && "mine")}>
      <div><span className="soft">{dayParts[shift.part]}</span> <b>{holder ?? t.free}</b>{doubt ? <> <Chip tone={doubt === "barred" ? "late" : "due"}>{fitness[doubt]}</Chip></> : null}</div>
      {ahead && shift.memberId === null && by.memberId !== null ? <Form method="post" className="no-print"><IdempotencyField /><input type="hidden" name="shiftId" value={shift.id} /><input type="hidden" name="memberId" value={by.memberId} /><SubmitButton>{t.takeFree}</SubmitButton></Form> : null}
      {ahead && (mine || (by.runs && shift.memberId !== null)) ? <SwapForm shift={shift} shown={shown} today={today} /> : null}
      {ahead && by.runs ? <GiveForm shift={shift} shown={shown} today={today} /> : null}
    </div>
  );
}

function SwapForm({ shift, shown: { shifts, members, days }, today }: ShiftProps) {
  const { week: t, dayParts, show } = useText(teamsText);
  const language = useLanguage();
  const others = members.filter(({ id }) => id !== shift.memberId);
  const busy = (id: string, day: string) => shifts.some(({ memberId, onDay }) => memberId === id && onDay === day);
  const changes = shifts.filter(({ onDay, memberId }) => days.includes(onDay) && onDay >= today && memberId !== null && memberId !== shift.memberId && (onDay === shift.onDay || (!busy(shift.memberId!, onDay) && !busy(memberId, shift.onDay))));
  const nameOf = (id: string | null) => members.find((one) => one.id === id)?.memberName ?? "";
  return (
    <FormScope form={`swap-${shift.id}`} result={undefined} texts={{}}>
      <details className="no-print">
        <summary className="small">{t.swap}</summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="shiftId" value={shift.id} />
          <Select name="other" label={t.swapWith} options={[
            ...changes.map(({ id, onDay, part, memberId }) => ({ value: `${memberId}/${id}`, label: t.change(nameOf(memberId), show.when(formatDay(onDay, language, today), dayParts[part])) })),
            ...others.filter(({ id }) => !busy(id, shift.onDay)).map(({ id, memberName }) => ({ value: id, label: t.takeOver(memberName) })),
          ]} />
          <SubmitButton>{t.ask}</SubmitButton>
        </Form>
      </details>
    </FormScope>
  );
}

function GiveForm({ shift, shown: { members, shifts } }: ShiftProps) {
  const { week: t } = useText(teamsText);
  const free = members.filter(({ id }) => id !== shift.memberId && !shifts.some(({ memberId, onDay }) => memberId === id && onDay === shift.onDay));
  return (
    <FormScope form={`give-${shift.id}`} result={undefined} texts={{}}>
      <details className="no-print">
        <summary className="small">{t.give}</summary>
        <Form method="post" className="form">
          <IdempotencyField />
          <input type="hidden" name="shiftId" value={shift.id} />
          <Select name="memberId" label={t.giveTo} empty={t.nobody} optional options={free.map(({ id, memberName }) => ({ value: id, label: memberName }))} />
          <SubmitButton tone="plain">{t.save}</SubmitButton>
        </Form>
      </details>
    </FormScope>
  );
}

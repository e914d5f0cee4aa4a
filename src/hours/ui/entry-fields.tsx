import { useText } from "#platform/i18n/use-text.ts";
import { DayField, TextArea, TextField } from "#platform/ui/index.ts";
import { hoursText } from "../messages/index.ts";
import type { Corrected } from "../model/entry.ts";

/** The fields of an entry, for entering one by hand and for correcting one. */
export function EntryFields({ entry, reason = false, today }: { entry?: Corrected; reason?: boolean; today?: string }) {
  const { fields: f } = useText(hoursText);
  return (
    <>
      <DayField name="happenedOn" label={f.happenedOn} defaultValue={entry?.happenedOn ?? today} />
      <TextField name="minutes" label={f.minutes} inputMode="numeric" width={4} defaultValue={entry?.minutes ?? undefined} />
      <TextField name="travelMinutes" label={f.travelMinutes} hint={f.travelHint} inputMode="numeric" width={4} optional defaultValue={entry?.travelMinutes || undefined} />
      <TextField name="title" label={f.title} maxLength={120} defaultValue={entry?.title} />
      <TextField name="content" label={f.content} maxLength={500} optional defaultValue={entry?.content} />
      <TextField name="place" label={f.place} maxLength={200} optional defaultValue={entry?.place} />
      <TextField name="recipient" label={f.recipient} hint={f.recipientHint} maxLength={120} optional defaultValue={entry?.recipient} />
      {reason ? <TextArea name="reason" label={f.reason} rows={3} maxLength={500} /> : null}
    </>
  );
}

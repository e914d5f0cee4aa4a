import { useState } from "react";
import { addDays } from "#kernel/calendar.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { encountersText } from "../../messages/index.ts";
import type { Entry } from "../../model/encounter.ts";
import { MODES, type Mode } from "../../model/modes.ts";
import type { TakenAlong, TakenPerson } from "../../service/take-along.ts";
import type { DrawnPhoto } from "./device/decide-item.ts";
import type { PhotoDraft } from "./device/photo-drafts.ts";
import { usePhotoDrafts, VisitPhotos } from "./visit-photos.tsx";

/** Lengths that can be tapped, in minutes. */
const LENGTHS = [15, 30, 45, 60, 90, 120] as const;

export interface VisitFormProps {
  person: TakenPerson;
  topics: TakenAlong["topics"];
  /** Names the draft; another one for every entry, so that nothing typed fills another. */
  formKey: string;
  /** What is typed over; a new one when left out. */
  entry: Entry | undefined;
  today: string;
  /** Photographs chosen before the page was closed, and how they are kept. */
  begun: readonly PhotoDraft[];
  keep: (photos: readonly PhotoDraft[]) => Promise<void>;
  save: (entry: Entry, photos: readonly DrawnPhoto[]) => Promise<void>;
  cancel: () => void;
}

/** One visit under the thumb: how, how long, what for, a few words. The rest is folded away. */
export function VisitForm({ person, topics, formKey, entry, today, begun, keep, save, cancel }: VisitFormProps) {
  const { field: t, form, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  const { ref, ...draft } = useDraft(formKey);
  const [busy, setBusy] = useState(false);
  const photos = usePhotoDrafts(begun, keep);
  const carers = entry ? entry.people.filter(({ role }) => role === "carer").map(({ personId }) => personId) : [];
  return (
    <>
      <PageHeader title={t.formTitle(person.name)} lead={person.address} />
      <form ref={ref} className="form" onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const drawn = photos.drawn(data);
        if (busy || !drawn) return;
        setBusy(true);
        void save(entryOf(data, person.personId, entry), drawn).then(draft.discard, () => setBusy(false));
      }}>
        <div className="stack short-choices field-choices">
          <RadioCards name="mode" label={form.mode} defaultValue={entry?.mode ?? "home"} choices={MODES.map((value) => ({ value, label: modes[value] }))} />
          <RadioCards name="minutes" label={form.minutes} defaultValue={String(entry?.minutes ?? 30)} choices={[...new Set([...LENGTHS, ...(entry ? [entry.minutes] : [])])].map((minutes) => ({ value: String(minutes), label: minutesOf(minutes) }))} />
        </div>
        <CheckboxGroup name="topics" label={form.topics} short optional defaultValues={entry?.topics ?? []} choices={topics.map((topic) => ({ value: topic.topic, label: topic[language] }))} />
        {person.carers.length > 0 ? <CheckboxGroup name="carers" label={t.carers} short optional defaultValues={carers} choices={person.carers.map(({ personId, name, relation }) => ({ value: personId, label: `${name} ${relation}` }))} /> : null}
        <TextArea name="seen" label={form.seen} hint={form.seenHint} rows={3} optional maxLength={4000} defaultValue={entry?.seen} />
        <NextAndDay entry={entry} today={today} />
        <VisitPhotos photos={photos} people={[person, ...person.carers]} />
        <DraftNote draft={draft} />
        <Button type="submit" tone="primary" big aria-busy={busy}>{t.save}</Button>
        <Button tone="quiet" onClick={cancel}>{t.cancel}</Button>
      </form>
    </>
  );
}

/** Folded away: what comes next, and another day than today. */
function NextAndDay({ entry, today }: Pick<VisitFormProps, "entry" | "today">) {
  const { form } = useText(encountersText);
  const days = [...new Set([today, addDays(today, -1), ...(entry ? [entry.happenedOn] : [])])];
  return (
    <details open={entry !== undefined && (entry.nextWords !== "" || entry.happenedOn !== today)}>
      <summary>{form.next}</summary>
      <div className="stack">
        <TextField name="nextWords" label={form.nextWords} optional maxLength={500} defaultValue={entry?.nextWords} />
        <DayField name="nextOn" label={form.nextOn} optional min={today} defaultValue={entry?.nextOn ?? undefined} />
        <RadioCards name="happenedOn" label={form.when} defaultValue={entry?.happenedOn ?? today} choices={days.map((value) => ({ value, label: value === today ? form.today : value === addDays(today, -1) ? form.yesterday : value }))} />
      </div>
    </details>
  );
}

function entryOf(data: FormData, personId: string, before: Entry | undefined): Entry {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const carers = data.getAll("carers").map((id) => ({ personId: String(id), role: "carer" as const }));
  const others = before?.people.filter((one) => one.personId !== personId && one.role !== "carer") ?? [];
  const blank = { communityId: null, placeWords: "", needIds: [], colleagues: [] };
  return {
    ...blank, ...before, happenedOn: text("happenedOn"), minutes: Number(text("minutes")), mode: text("mode") as Mode, topics: data.getAll("topics").map(String), seen: text("seen"), nextWords: text("nextWords"), nextOn: text("nextWords") === "" ? null : text("nextOn") || null,
    people: [{ personId, role: "client" }, ...carers, ...others],
  };
}

import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, DayField, Select, TextArea, TextField } from "#platform/ui/index.ts";
import { employmentText } from "../messages/index.ts";
import { ACCESS, CONDITIONS, PLACE_KINDS, TASKS } from "../model/terms.ts";
import type { PlaceRow } from "../store/places.ts";

const choices = (keys: readonly string[], words: Readonly<Record<string, string>>) => keys.map((value) => ({ value, label: words[value]! }));

/** What is known of a shop or organisation. */
export function PlaceFields({ place, communities }: { place?: PlaceRow; communities: readonly { readonly id: string; readonly name: string }[] }) {
  const { place: t, kinds, access } = useText(employmentText);
  return (
    <>
      <TextField name="name" label={t.name} maxLength={120} defaultValue={place?.name} />
      <Select name="kind" label={t.kind} empty={null} options={PLACE_KINDS.map((value) => ({ value, label: kinds[value] }))} defaultValue={place?.kind} />
      {communities.length > 0 ? <Select name="communityId" label={t.community} optional options={communities.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={place?.communityId ?? undefined} /> : null}
      <TextField name="address" label={t.address} optional maxLength={300} defaultValue={place?.address} />
      <TextField name="contactName" label={t.contact} optional maxLength={80} defaultValue={place?.contactName} />
      <TextField name="contactPhone" label={t.phone} type="tel" optional maxLength={40} defaultValue={place?.contactPhone} />
      <CheckboxGroup name="access" label={t.access} short optional choices={choices(ACCESS, access)} defaultValues={place?.access ?? []} />
      <TextArea name="placeWords" label={t.words} optional rows={2} maxLength={1000} defaultValue={place?.words} />
    </>
  );
}

/** What is offered there. */
export function OpeningFields({ today }: { today: string }) {
  const { place: t, tasks, conditions } = useText(employmentText);
  return (
    <>
      <TextField name="title" label={t.opening} maxLength={80} />
      <CheckboxGroup name="tasks" label={t.tasks} short optional choices={choices(TASKS, tasks)} />
      <CheckboxGroup name="conditions" label={t.conditions} short optional choices={choices(CONDITIONS, conditions)} />
      <TextField name="hours" label={t.hours} inputMode="numeric" width={4} optional />
      <TextField name="schedule" label={t.schedule} optional maxLength={200} />
      <TextField name="seats" label={t.seats} inputMode="numeric" width={4} defaultValue={1} />
      <DayField name="fromOn" label={t.fromOn} defaultValue={today} />
    </>
  );
}

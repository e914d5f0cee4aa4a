import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { peopleText } from "../messages/index.ts";
import { type PersonFields as Fields } from "../model/person.ts";
import { BIRTH_PRECISIONS, SEXES } from "../model/terms.ts";
import type { PlaceChoices } from "../service/lists/place-choices.ts";
import { PlaceFields } from "./place-fields.tsx";

interface Props {
  person?: { readonly [K in keyof Fields]?: Fields[K] | null };
  today: string;
}

/** Who somebody is. */
export function WhoFields({ person, today }: Props) {
  const t = useText(peopleText);
  return (
    <>
      <TextField name="name" label={t.fields.name} defaultValue={person?.name ?? undefined} maxLength={80} width={16} autoComplete="off" />
      <TextField name="preferredName" label={t.fields.preferredName} hint={t.hints.preferredName} defaultValue={person?.preferredName ?? undefined} maxLength={80} width={16} optional autoComplete="off" />
      <RadioCards name="sex" label={t.fields.sex} optional defaultValue={person?.sex ?? undefined} choices={SEXES.map((value) => ({ value, label: t.sexes[value] }))} />
      <DayField name="birthOn" label={t.fields.birthOn} optional max={today} defaultValue={person?.birthOn ?? undefined} />
      <Select name="birthPrecision" label={t.fields.birthPrecision} hint={t.hints.birthPrecision} optional empty={null} defaultValue={person?.birthPrecision ?? "day"} options={BIRTH_PRECISIONS.map((value) => ({ value, label: t.precisions[value] }))} />
      <TextField name="ethnicity" label={t.fields.ethnicity} defaultValue={person?.ethnicity ?? undefined} maxLength={20} width={8} optional />
    </>
  );
}

/** Where somebody lives. */
export function WhereFields({ person, places }: Pick<Props, "person"> & { places: PlaceChoices }) {
  const { fields } = useText(peopleText);
  return (
    <>
      <PlaceFields places={places} communityId={person?.communityId ?? null} laneId={person?.laneId ?? null} />
      <TextField name="address" label={fields.address} defaultValue={person?.address ?? undefined} maxLength={300} optional autoComplete="off" />
      <TextField name="registeredAddress" label={fields.registeredAddress} defaultValue={person?.registeredAddress ?? undefined} maxLength={300} optional autoComplete="off" />
    </>
  );
}

/** What else is known. */
export function RestFields({ person, today }: Props) {
  const { fields } = useText(peopleText);
  return (
    <>
      <TextArea name="remarks" label={fields.remarks} defaultValue={person?.remarks ?? undefined} maxLength={4000} optional />
      {person ? <DayField name="deceasedOn" label={fields.deceasedOn} optional max={today} defaultValue={person.deceasedOn ?? undefined} /> : null}
    </>
  );
}

import { useText } from "#platform/i18n/use-text.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { placesText } from "../messages/index.ts";
import type { Unit } from "../model/unit.ts";

/** The fields of a unit that may change. `parents`: what it may lie in. */
export function UnitFields({ unit, parents, parentId }: { unit?: Unit; parents: readonly Unit[]; parentId?: string }) {
  const t = useText(placesText);
  return (
    <>
      <TextField name="name" label={t.fields.name} defaultValue={unit?.name} maxLength={60} width={16} />
      <Select name="parentId" label={t.fields.parentId} optional empty={t.topLevel} defaultValue={unit?.parentId ?? parentId}
        options={parents.map(({ id, name, kind }) => ({ value: id, label: `${name} · ${t.kinds[kind]}` }))} />
      <TextField name="code" label={t.fields.code} hint={t.hints.code} defaultValue={unit?.code ?? undefined} inputMode="numeric" maxLength={12} width={16} optional />
      <TextField name="aliases" label={t.fields.aliases} hint={t.hints.aliases} defaultValue={unit?.aliases.join("、")} optional />
      <TextField name="urbanRuralClass" label={t.fields.urbanRuralClass} hint={t.hints.urbanRuralClass} defaultValue={unit?.urbanRuralClass ?? undefined} inputMode="numeric" maxLength={3} width={4} optional />
      <TextField name="longitude" label={t.fields.longitude} hint={t.hints.coordinates} defaultValue={unit?.longitude ?? undefined} inputMode="decimal" width={8} optional />
      <TextField name="latitude" label={t.fields.latitude} defaultValue={unit?.latitude ?? undefined} inputMode="decimal" width={8} optional />
    </>
  );
}

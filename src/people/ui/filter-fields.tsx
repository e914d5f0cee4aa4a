import { useText } from "#platform/i18n/use-text.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { FilterBar, type ActiveFilter } from "#platform/ui/list/filter-bar.tsx";
import { peopleText } from "../messages/index.ts";
import type { zh } from "../messages/zh.ts";
import { writeFilter } from "../model/filter/filter-address.ts";
import { DISABILITY_GRADES, DISABILITY_TYPES, ROLES, SEXES } from "../model/terms.ts";
import type { PersonFilter } from "../model/filter/person-filter.ts";
import type { PlaceChoices } from "../service/lists/place-choices.ts";
import { laneOptions } from "./place-fields.tsx";

/** The filters of the list and of the map: the same words in the address of both. */
export function PersonFilterBar({ filter, places }: { filter: PersonFilter; places: PlaceChoices }) {
  const t = useText(peopleText);
  const f = t.filter;
  const numbered = (words: Record<number, string>, values: readonly number[]) => values.map((value) => ({ value: String(value), label: words[value]! }));
  return (
    <FilterBar keep={["q"]} active={activeFilters(filter, places, t)}>
      <Select name="community" label={f.community} empty={f.any} defaultValue={filter.communityIds?.[0]} options={places.communities.map(({ id, name }) => ({ value: id, label: name }))} />
      {places.lanes.length > 0 ? <Select name="lane" label={f.lane} empty={f.any} defaultValue={filter.laneIds?.[0]} options={laneOptions(places)} /> : null}
      <Select name="sex" label={f.sex} empty={f.any} defaultValue={filter.sex} options={SEXES.map((value) => ({ value, label: t.sexes[value] }))} />
      <TextField name="ageFrom" label={f.ageFrom} inputMode="numeric" width={4} defaultValue={filter.ageFrom} />
      <TextField name="ageTo" label={f.ageTo} inputMode="numeric" width={4} defaultValue={filter.ageTo} />
      <Select name="longAtHome" label={f.longAtHome} empty={f.any} defaultValue={filter.longAtHome} options={(["yes", "no", "unknown"] as const).map((value) => ({ value, label: t.atHome[value] }))} />
      <Select name="type" label={f.type} empty={f.any} defaultValue={filter.disabilityTypes?.[0]?.toString()} options={numbered(t.disabilityTypes, DISABILITY_TYPES)} />
      <Select name="grade" label={f.grade} empty={f.any} defaultValue={filter.disabilityGrades?.[0]?.toString()} options={numbered(t.disabilityGrades, DISABILITY_GRADES)} />
      <Select name="role" label={f.role} empty={f.any} defaultValue={filter.role} options={ROLES.map((value) => ({ value, label: t.roles[value] }))} />
      <Select name="phone" label={f.phone} empty={f.any} defaultValue={yesNo(filter.hasPhone)} options={[{ value: "yes", label: f.hasPhone }, { value: "no", label: f.noPhone }]} />
      <Select name="living" label={f.living} empty={f.any} defaultValue={yesNo(filter.living)} options={[{ value: "yes", label: f.alive }, { value: "no", label: f.dead }]} />
    </FilterBar>
  );
}

const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? "yes" : "no");

/** Each condition in words, as its own parameter, so that it can be taken away singly. */
function activeFilters(filter: PersonFilter, { communities, lanes }: PlaceChoices, t: typeof zh): ActiveFilter[] {
  const { filter: f } = t;
  const place = (id: string) => [...communities, ...lanes].find((one) => one.id === id)?.name ?? id.slice(0, 8);
  const words: Readonly<Record<string, (value: string) => string>> = {
    q: (value) => `${f.q} ${value}`, community: (id) => `${f.community} ${place(id)}`, lane: (id) => `${f.lane} ${place(id)}`, sex: (value) => `${f.sex} ${t.sexes[value as "female"]}`,
    ageFrom: (value) => `${f.ageFrom} ${value}`, ageTo: (value) => `${f.ageTo} ${value}`, type: (value) => `${f.type} ${t.disabilityTypes[Number(value)]}`, grade: (value) => `${f.grade} ${t.disabilityGrades[Number(value)]}`,
    longAtHome: (value) => t.atHome[value as "yes"], phone: (value) => (value === "yes" ? f.hasPhone : f.noPhone), role: (value) => t.roles[value as "carer"], living: (value) => (value === "yes" ? f.alive : f.dead),
    noCommunity: () => f.noCommunity, employment: (value) => `${f.employment} ${value}`, interest: (value) => `${f.interest} ${value}`, withheld: () => f.withheld,
  };
  return [...writeFilter(filter)].map(([name, value]) => ({ name, value, label: words[name]?.(value) ?? name }));
}

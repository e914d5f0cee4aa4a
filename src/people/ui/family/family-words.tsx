import { ageOn } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { peopleText } from "../../messages/index.ts";
import { SUPPORT_KINDS, type Support } from "../../model/family/ecomap.ts";
import type { Family } from "../../model/family/family.ts";

export interface FamilyWordsProps { family: Family; carers: readonly string[]; guardians: readonly string[]; living: readonly string[]; today: string }

/** The family picture as a list: everybody by generation, and how they belong together. */
export function FamilyWords({ family: { centre, members, unions, loose }, carers, guardians, living, today }: FamilyWordsProps) {
  const t = useText(peopleText);
  const f = t.family;
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? "";
  const facts = (one: Family["members"][number]) => [
    one.id === centre ? f.signs.centre : "", one.sex ? t.sexes[one.sex] : "", one.deceasedOn ? f.died(one.deceasedOn.slice(0, 4)) : one.birthOn ? f.years(ageOn(one.birthOn, today)) : "",
    one.disabled ? f.signs.disabled : "", guardians.includes(one.id) ? f.signs.guardian : "", carers.includes(one.id) ? f.signs.carer : "",
  ].filter(Boolean).join(f.between);
  const generations = [...new Set(members.map(({ generation }) => generation))].toSorted((a, b) => a - b);
  const lines = [
    ...unions.filter(({ parents }) => parents.length === 2).map(({ parents: [a, b], ended }) => f.couple(nameOf(a!), nameOf(b!), ended)),
    ...unions.flatMap(({ parents, children }) => (parents.length > 0 ? children.map((id) => f.of(nameOf(id), parents.map(nameOf).join(f.and))) : [f.siblings(children.map(nameOf).join(f.between))])),
    ...loose.map(({ a, b, relation }) => f.looseLine(nameOf(a), nameOf(b), relation)),
    ...(living.length > 1 ? [f.togetherLine(members.filter(({ id }) => living.includes(id)).map(({ name }) => name).join(f.between))] : []),
  ];
  return (
    <div className="stack tight">
      <ul className="stack tight">{generations.map((generation) => <li key={generation}><span className="soft">{f.generation(generation)}</span> {members.filter((one) => one.generation === generation).map((one) => f.person(one.name, facts(one))).join(f.between)}</li>)}</ul>
      <ul className="stack tight">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}

/** The ecomap as a list, kind by kind. */
export function SupportWords({ supports }: { supports: readonly Support[] }) {
  const { family: f } = useText(peopleText);
  const ordered = supports.toSorted((a, b) => SUPPORT_KINDS.indexOf(a.kind) - SUPPORT_KINDS.indexOf(b.kind));
  return <ul className="stack tight">{ordered.map(({ key, name, kind, tie, note }) => <li key={key}>{f.supportLine(name, f.kinds[kind], f.ties[tie])} {note ? <span className="small soft">{note}</span> : null}</li>)}</ul>;
}

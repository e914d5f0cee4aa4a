import { useText } from "#platform/i18n/use-text.ts";
import { Card, Select, TextField } from "#platform/ui/index.ts";
import { routingText } from "../messages/index.ts";
import { TRAVEL_MODES } from "../model/plan.ts";
import type { Visitor } from "../service/plans/list-visitors.ts";
import { letterOf } from "./words.ts";

/** One team in the form: one or two who go together, how, and between which hours. */
export function TeamRow({ row, visitors, first }: { row: number; visitors: { staff: readonly Visitor[]; volunteers: readonly Visitor[] }; first: string }) {
  const { create: t, modes } = useText(routingText);
  const choices = (some: readonly Visitor[]) => some.map(({ key, name }) => ({ value: key, label: name }));
  const people = [{ group: t.staff, options: choices(visitors.staff) }, ...(visitors.volunteers.length > 0 ? [{ group: t.volunteers, options: choices(visitors.volunteers) }] : [])];
  return (
    <Card title={t.team(letterOf(row))}>
      <div className="route-team">
        <Select name={`who${row}`} label={t.who} empty={t.nobody} options={people} defaultValue={first} />
        <Select name={`with${row}`} label={t.with} empty={t.alone} options={people} />
        <Select name={`mode${row}`} label={t.mode} empty={null} options={TRAVEL_MODES.map((value) => ({ value, label: modes[value] }))} defaultValue="bicycle" />
        <TextField name={`from${row}`} label={t.from} type="time" width={8} defaultValue="09:00" />
        <TextField name={`until${row}`} label={t.until} type="time" width={8} defaultValue="17:30" />
      </div>
    </Card>
  );
}

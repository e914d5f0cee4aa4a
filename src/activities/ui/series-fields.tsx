import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { weekdayName } from "#platform/i18n/days.ts";
import { Card, CheckboxGroup, DayField, RadioCards, Select, TextArea, TextField } from "#platform/ui/index.ts";
import { activitiesText } from "../messages/index.ts";
import { POPULATIONS } from "../model/rules.ts";
import { ADMISSIONS, KINDS, OPEN_TO } from "../model/terms.ts";
import { CRITERIA } from "../model/waiting/waiting-list.ts";
import { REPEATS } from "./read-series-form.ts";

interface Choices { readonly places: readonly { id: string; name: string }[]; readonly communities: readonly { id: string; name: string }[] }
type Start = Readonly<Record<string, string | string[]>>;
const one = (start: Start, name: string): string | undefined => (typeof start[name] === "string" && start[name] !== "" ? start[name] : undefined);
const many = (start: Start, name: string): string[] => (Array.isArray(start[name]) ? start[name] : []);
const asOptions = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));

/** All fields of a plan: what, when, where, for how many, for whom. */
export function SeriesFields({ start, choices, today }: { start: Start; choices: Choices; today: string }) {
  const { form: t, kinds, ...all } = useText(activitiesText);
  return (
    <>
      <Card title={t.about}>
        <div className="form">
          <TextField name="name" label={t.name} maxLength={80} defaultValue={one(start, "name")} />
          <Select name="kind" label={t.kind} empty={null} options={KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} defaultValue={one(start, "kind") ?? "art"} />
          <TextArea name="summary" label={t.summary} hint={t.summaryHint} rows={3} maxLength={2000} defaultValue={one(start, "summary")} />
        </div>
      </Card>
      <Card title={t.whenWhere}>
        <div className="form">
          <DayField name="startsOn" label={t.startsOn} min={today} defaultValue={one(start, "startsOn")} />
          <SettingFields start={start} places={choices.places} />
          <Repeat start={start} />
        </div>
      </Card>
      <Card title={t.who}>
        <div className="form">
          <RadioCards name="openTo" label={t.openTo} defaultValue={one(start, "openTo") ?? "staff"} choices={OPEN_TO.map((value) => ({ value, label: all.openTos[value] }))} />
          <RadioCards name="admission" label={t.admission} defaultValue={one(start, "admission") ?? "direct"} choices={ADMISSIONS.map((value) => ({ value, label: t.admissions[value] }))} />
          <div className="field-row">
            <TextField name="closesHours" label={t.closesHours} inputMode="numeric" width={4} defaultValue={one(start, "closesHours") ?? "0"} />
            <TextField name="minAge" label={t.minAge} inputMode="numeric" width={4} optional defaultValue={one(start, "minAge")} />
            <TextField name="maxAge" label={t.maxAge} inputMode="numeric" width={4} optional defaultValue={one(start, "maxAge")} />
          </div>
          {choices.communities.length > 0 ? <CheckboxGroup name="communityIds" label={t.communities} hint={t.limitsHint} optional short choices={asOptions(choices.communities)} defaultValues={many(start, "communityIds")} /> : null}
          <CheckboxGroup name="populations" label={t.populations} optional choices={POPULATIONS.map((value) => ({ value, label: all.populations[value] }))} defaultValues={many(start, "populations")} />
        </div>
      </Card>
      <Card title={t.priority}><Order start={start} /></Card>
    </>
  );
}

function Order({ start }: { start: Start }) {
  const { form: t, criteria, inOrder } = useText(activitiesText);
  return (
    <div className="form">
      <p className="soft measure">{t.priorityHint}</p>
      {[1, 2, 3].map((n) => <Select key={n} name={`priority${n}`} label={t.nth(n)} empty={t.noCriterion} options={CRITERIA.map((value) => ({ value, label: criteria[value] }))} defaultValue={one(start, `priority${n}`) ?? ""} />)}
      <p className="soft measure">{inOrder}</p>
    </div>
  );
}

/** Hours, place and places; a single session is changed with the same fields. */
export function SettingFields({ start, places }: { start: Start; places: Choices["places"] }) {
  const { form: t } = useText(activitiesText);
  return (
    <>
      <div className="field-row">
        <TextField name="from" label={t.from} type="time" width={8} defaultValue={one(start, "from") ?? "14:30"} />
        <TextField name="until" label={t.until} type="time" width={8} defaultValue={one(start, "until") ?? "16:00"} />
      </div>
      <Select name="placeId" label={t.place} empty={t.noPlace} options={asOptions(places)} defaultValue={one(start, "placeId") ?? ""} />
      <TextField name="placeWords" label={t.ownPlace} hint={t.ownPlaceHint} optional maxLength={120} defaultValue={one(start, "placeWords")} />
      <div className="field-row">
        <TextField name="participants" label={t.participants} inputMode="numeric" width={4} defaultValue={one(start, "participants") ?? "20"} />
        <TextField name="volunteers" label={t.volunteers} inputMode="numeric" width={4} defaultValue={one(start, "volunteers") ?? "2"} />
        <TextField name="companions" label={t.companions} inputMode="numeric" width={4} defaultValue={one(start, "companions") ?? "5"} />
      </div>
    </>
  );
}

function Repeat({ start }: { start: Start }) {
  const { form: t } = useText(activitiesText);
  const language = useLanguage();
  return (
    <>
      <Select name="repeats" label={t.repeats} empty={null} options={REPEATS.map((value) => ({ value, label: t.repeatsChoices[value] }))} defaultValue={one(start, "repeats") ?? "weekly"} />
      <CheckboxGroup name="weekdays" label={t.weekdays} hint={t.weekdaysHint} optional short choices={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: weekdayName(weekday, language) }))} defaultValues={many(start, "weekdays")} />
      <DayField name="untilOn" label={t.untilOn} optional defaultValue={one(start, "untilOn")} />
      <TextField name="rule" label={t.rule} hint={t.ruleHint} optional maxLength={300} defaultValue={one(start, "rule")} />
    </>
  );
}

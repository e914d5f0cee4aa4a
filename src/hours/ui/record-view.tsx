import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, ConfirmForm, DataList, Facts, FormScope, Stack, TextArea } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { hoursText } from "../messages/index.ts";
import type { ServiceRecord } from "../service/record/show-record.ts";
import { basicFacts } from "./record-sheets.ts";

export interface RecordViewProps {
  record: ServiceRecord;
  today: string;
  /** Staff take back what was entered by mistake. */
  mayTakeBack?: boolean;
}

/** A volunteer's record, group by group. */
export function RecordView({ record, today, mayTakeBack = false }: RecordViewProps) {
  const { record: t } = useText(hoursText);
  const language = useLanguage();
  const appraisals = record.pathway.lines.filter(({ kind }) => kind === "appraisal");
  const evaluations = record.honours.filter(({ kind }) => kind === "evaluation");
  return (
    <Stack>
      <Card title={t.groups.basic}><Facts facts={basicFacts(record, language)} /></Card>
      <Card title={t.groups.service} flush><Service record={record} today={today} /></Card>
      <Card title={t.groups.training}><Trainings record={record} today={today} /></Card>
      <Card title={t.groups.awards}><Honours honours={record.honours.filter(({ kind }) => kind !== "evaluation")} today={today} mayTakeBack={mayTakeBack} none={t.noAwards} /></Card>
      <Card title={t.groups.evaluation}>
        {appraisals.length > 0 ? <ul className="stack tight">{appraisals.map((line) => <li key={line.on + line.programmeName}><b>{t.placements[line.placement === "reserve" ? "reserve" : "service_team"]}</b> · {line.programmeName} · {formatDay(line.on, language, today)}</li>)}</ul> : null}
        {appraisals.length === 0 || evaluations.length > 0 ? <Honours honours={evaluations} today={today} mayTakeBack={mayTakeBack} none={t.noEvaluation} /> : null}
      </Card>
      <p className="small soft">{t.lead} {t.fieldsNote}</p>
    </Stack>
  );
}

type PartProps = Pick<RecordViewProps, "record" | "today">;

function Service({ record, today }: PartProps) {
  const { record: t, fields: f, time } = useText(hoursText);
  const language = useLanguage();
  return (
    <DataList caption={t.groups.service} rows={record.entries} rowKey={({ id }) => id} empty={<p className="soft inset">{t.noService}</p>}
      columns={[
        { key: "title", label: f.title, render: (row) => row.title },
        { key: "on", label: f.happenedOn, render: (row) => formatDay(row.happenedOn, language, today) },
        { key: "what", label: f.content, render: (row) => [row.content, row.place].filter(Boolean).join(" · ") || "—" },
        { key: "by", label: f.recorder, render: (row) => row.recordedByName },
        { key: "time", label: f.time, end: true, render: (row) => time(row.minutes ?? 0) },
      ]} />
  );
}

function Trainings({ record, today }: PartProps) {
  const { record: t, time } = useText(hoursText);
  const language = useLanguage();
  const trainings = record.pathway.lines.filter(({ kind }) => kind === "training");
  if (trainings.length === 0) return <p className="soft">{t.noTraining}</p>;
  return (
    <ul className="stack tight">
      {trainings.map((line) => (
        <li key={line.on + (line.title ?? "") + line.programmeName}>
          <b>{line.title ?? line.programmeName}</b> · {formatDay(line.on, language, today)} · {line.minutes === null ? t.trainings(line.quantity) : time(line.minutes)}
          {line.trainer || line.place ? <span className="soft"> · {[line.trainer, line.place].filter(Boolean).join(" · ")}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Honours({ honours, today, mayTakeBack, none }: { honours: ServiceRecord["honours"]; today: string; mayTakeBack: boolean; none: string }) {
  const { record: t, entry, fields } = useText(hoursText);
  const language = useLanguage();
  if (honours.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="stack tight">
      {honours.map((one) => (
        <li key={one.id}>
          <b>{one.title}</b> · {[t[one.kind === "evaluation" ? "evaluationKind" : one.kind], one.givenBy, formatDay(one.givenOn, language, today)].filter(Boolean).join(" · ")}
          {mayTakeBack ? (
            <FormScope form={one.id} result={undefined} texts={{}}><ConfirmForm trigger={t.takeBack} question={t.takeBackQuestion} confirm={entry.withdraw} values={{ intent: "take_back", honourId: one.id }}>
              <IdempotencyField />
              <TextArea name="reason" label={fields.words} rows={2} maxLength={500} />
            </ConfirmForm></FormScope>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

import { Form, Link } from "react-router";
import { dayIn } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { peopleText } from "../messages/index.ts";
import type { PersonFile } from "../service/files/show-person.ts";
import type { MergePreview } from "../service/merging/preview-merge.ts";

interface Candidate { readonly personId: string; readonly name: string; readonly birthOn: string | null; readonly note: string | null; readonly reasons: readonly ("resident_id" | "certificate" | "name_birth" | "pinyin_birth" | "name_phone")[]; readonly certain: boolean }

/** Records that may be the same person, each to be compared or set apart. */
export function AlikeList({ personId, candidates }: { personId: string; candidates: readonly Candidate[] }) {
  const t = useText(peopleText);
  if (candidates.length === 0) return <p className="soft">{t.merge.noAlike}</p>;
  return (
    <ul className="stack">
      {candidates.map(({ personId: id, name, birthOn, note, reasons, certain }) => (
        <li key={id} className="spread">
          <span><Link to={`/people/${id}`}>{name}</Link> <span className="soft">{[birthOn, note, reasons.map((reason) => t.new.reasons[reason]).join("、")].filter(Boolean).join(" · ")}</span> {certain ? <Chip tone="due">{t.merge.certain}</Chip> : null}</span>
          <span className="cluster">
            <Link className="button" to={`/people/${personId}/merge?with=${id}`}>{t.merge.compare}</Link>
            {reasons.length > 0 ? <Form method="post"><IdempotencyField /><input type="hidden" name="intent" value="apart" /><input type="hidden" name="otherId" value={id} /><SubmitButton tone="quiet">{t.merge.apart}</SubmitButton></Form> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Both records field by field; where they differ, which side is right. */
export function MergePreviewForm({ preview: { survivor, merged, lines, counts } }: { preview: MergePreview }) {
  const t = useText(peopleText);
  const m = t.merge;
  const said = (field: string, value: string | null) => (value === null ? "—" : field === "sex" ? t.sexes[value as "female"] : value);
  const known = lines.filter((line) => line.survivor !== null || line.merged !== null);
  const clashes = known.filter((line) => line.survivor !== null && line.merged !== null && line.survivor !== line.merged);
  return (
    <Card title={`${survivor.name} · ${merged.name}`}>
      <Form method="post" className="stack">
        <IdempotencyField />
        <input type="hidden" name="intent" value="merge" />
        <input type="hidden" name="otherId" value={merged.id} />
        <table className="clash">
          <thead><tr><th scope="col">{m.field}</th><th scope="col">{m.thisOne}</th><th scope="col">{m.otherOne}</th></tr></thead>
          <tbody>{known.map((line) => <tr key={line.field}><th scope="row">{t.fields[line.field]}</th><td>{said(line.field, line.survivor)}</td><td>{said(line.field, line.merged)}</td></tr>)}</tbody>
        </table>
        <p className="soft">{m.also(counts.contacts[0] + counts.contacts[1], counts.roles[0] + counts.roles[1])}</p>
        {clashes.map((line) => <RadioCards key={line.field} name={line.field} label={t.fields[line.field]} defaultValue="this" choices={[{ value: "this", label: said(line.field, line.survivor) }, { value: "other", label: said(line.field, line.merged) }]} />)}
        <RadioCards name="survivor" label={m.survivor} defaultValue="this" choices={[{ value: "this", label: m.thisOne }, { value: "other", label: m.otherOne }]} />
        <TextField name="reason" label={m.reason} hint={t.hints.reason} maxLength={300} optional />
        <FormActions><SubmitButton>{m.submit}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}

/** Merges of this record, each to be undone. */
export function MergeHistory({ merges, today }: { merges: PersonFile["merges"]; today: string }) {
  const t = useText(peopleText).merge;
  const language = useLanguage();
  if (merges.length === 0) return null;
  return (
    <Card title={t.history}>
      <ul className="stack">
        {merges.map(({ id, mergedName, survivorName, mergedAt, mergedByName, undoneAt, reason }) => (
          <li key={id} className="spread">
            <span>{mergedName} → {survivorName} <span className="soft">{[t.mergedOn(formatDay(dayIn(new Date(mergedAt), "Asia/Shanghai"), language, today), mergedByName), reason].filter(Boolean).join(" · ")}</span></span>
            {undoneAt ? <Chip>{t.undone}</Chip> : <ConfirmForm trigger={t.undo} question={t.undoAsk} confirm={t.undo} values={{ intent: "undo", mergeId: id }}><IdempotencyField /></ConfirmForm>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

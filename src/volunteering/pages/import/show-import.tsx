import { Download } from "lucide-react";
import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { SHEET_FIELDS, type SheetColumns, type SheetField } from "../../model/sign-up/sheet-columns.ts";
import { acceptSignUps } from "../../service/import/accept-sign-ups.ts";
import { chooseColumns } from "../../service/import/choose-columns.ts";
import { findImport } from "../../service/import/list-imports.ts";
import { previewSignUps } from "../../service/import/preview-sign-ups.ts";
import { undoSignUps } from "../../service/import/undo-sign-ups.ts";
import { ColumnChooser } from "../../ui/column-chooser.tsx";
import { PreviewRows } from "../../ui/preview-rows.tsx";
import { returnedOf } from "../../ui/step-page.tsx";

const StepForm = z.object({ step: z.enum(["accept", "undo", "columns"]) });
const DayForm = z.object({ sheetOn: z.string() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const sheet = await findImport(session, readParam(params.importId, z.uuid()));
  return { sheet, preview: sheet.acceptedAt === null ? await previewSignUps(session, sheet.id) : null, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const session = sessionOf(context);
    const importId = readParam(params.importId, z.uuid());
    const { step } = read(StepForm);
    if (step === "accept") await acceptSignUps(session, importId);
    if (step === "undo") await undoSignUps(session, importId);
    if (step === "columns") await chooseColumns(session, { importId, columns: columnsOf(data), sheetOn: read(DayForm).sheetOn });
    return redirect(`/volunteers/import/${importId}`);
  });
}

/** Each column says which field it holds; two columns cannot hold the same. */
function columnsOf(data: FormData): SheetColumns {
  const columns: SheetColumns = {};
  for (const [name, value] of data) {
    const at = /^column-(\d+)$/.exec(name)?.[1];
    const field = SHEET_FIELDS.find((one) => one === value) as SheetField | undefined;
    if (at === undefined || field === undefined) continue;
    if (columns[field] !== undefined) throw new Refusal("invalid_input", "volunteering.column_twice", { fields: [{ field: name, reason: "volunteering.column_twice" }] });
    columns[field] = Number(at);
  }
  return columns;
}

export default function ShowImport() {
  const { sheet, preview, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const texts = useRefusals(volunteeringText);
  const refused = returnedOf(useActionData<typeof action>());
  return (
    <>
      <title>{`${sheet.fileName} · ${t.import.title}`}</title>
      <PageHeader title={sheet.fileName} crumbs={[{ label: t.list.title, to: `/volunteers?programme=${sheet.programmeId}` }, { label: t.import.title, to: `/volunteers/import?programme=${sheet.programmeId}` }]}
        chips={<Chip>{t.import.state[sheet.undoneAt ? "undone" : sheet.acceptedAt ? "accepted" : "waiting"]}</Chip>} />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} />
        {preview ? <Preview preview={preview} today={today} /> : <Result sheet={sheet} />}
      </FormScope>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Preview({ preview, today }: { preview: NonNullable<Loaded["preview"]>; today: string }) {
  const { sheet, counts, rows, columns } = preview;
  const t = useText(volunteeringText);
  const { service_team: team, reserve } = counts.byStatus;
  return (
    <>
      <StatRow label={t.import.preview} stats={[
        { label: t.import.rows, value: counts.rows },
        { label: t.import.taken, value: counts.taken, note: `${t.import.knownPersons} ${counts.known}` },
        { label: t.import.trained, value: counts.trained, note: t.list.trainedNote(team, reserve) },
        { label: t.import.keptOut, value: counts.keptOut },
      ]} />
      <div className="cluster">
        {counts.taken > 0 ? <Form method="post"><IdempotencyField /><input type="hidden" name="step" value="accept" /><SubmitButton>{t.import.accept(counts.taken)}</SubmitButton></Form> : <Notice tone="due">{t.import.nothing}</Notice>}
        {counts.keptOut > 0 ? <Faults importId={sheet.id} /> : null}
      </div>
      <ColumnChooser columns={columns} chosen={sheet.columns} sheetOn={sheet.sheetOn} today={today} />
      <Card title={t.import.preview} flush><PreviewRows rows={rows} /></Card>
    </>
  );
}

function Result({ sheet }: { sheet: Loaded["sheet"] }) {
  const t = useText(volunteeringText);
  const { added = 0, known = 0, keptOut = 0 } = sheet.result ?? {};
  if (sheet.undoneAt) return <Notice>{t.import.undone}</Notice>;
  return (
    <Card title={t.import.result}>
      <p>{t.import.acceptedResult(added, known)}</p>
      {keptOut > 0 ? <p>{t.import.keptOutResult(keptOut)}</p> : null}
      <div className="cluster">
        <ButtonLink tone="primary" to={`/volunteers?programme=${sheet.programmeId}`}>{t.import.toList}</ButtonLink>
        {keptOut > 0 ? <Faults importId={sheet.id} /> : null}
        <ConfirmForm trigger={t.import.undo} question={t.import.undoQuestion} confirm={t.import.undo} values={{ step: "undo" }}><IdempotencyField /></ConfirmForm>
      </div>
    </Card>
  );
}

function Faults({ importId }: { importId: string }) {
  const t = useText(volunteeringText);
  return <a className="button" href={`/volunteers/import/${importId}/faults`} download><Download className="icon" aria-hidden="true" />{t.import.download}</a>;
}

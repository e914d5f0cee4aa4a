import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FileField } from "#platform/ui/form/file-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { listImports } from "../../service/import/list-imports.ts";
import { uploadSignUps } from "../../service/import/upload-sign-ups.ts";
import { listProgrammes } from "../../service/programmes/list-programmes.ts";
import { StepPage } from "../../ui/step-page.tsx";

const UploadForm = z.object({ programmeId: z.uuid() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const programmes = await listProgrammes(session);
  const asked = new URL(request.url).searchParams.get("programme");
  const chosen = programmes.find(({ id }) => id === asked) ?? programmes[0];
  if (!chosen) throw new Refusal("not_found", "volunteering.programme_not_found");
  return { programmes: programmes.map(({ id, name }) => ({ id, name })), chosen: chosen.id, imports: await listImports(session, chosen.id), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const { programmeId } = read(UploadForm);
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) throw new Refusal("invalid_input", "volunteering.file_missing", { fields: [{ field: "file", reason: "volunteering.file_missing" }] });
    const { importId } = await uploadSignUps(sessionOf(context), { programmeId, fileName: file.name, content: Buffer.from(await file.arrayBuffer()) });
    return redirect(`/volunteers/import/${importId}`);
  });
}

export default function UploadSheet() {
  const { programmes, chosen, imports, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const stateOf = ({ acceptedAt, undoneAt }: { acceptedAt: string | null; undoneAt: string | null }) => (undoneAt ? "undone" : acceptedAt ? "accepted" : "waiting");
  const crumbs = [{ label: t.list.title, to: `/volunteers?programme=${chosen}` }];
  return (
    <>
      <StepPage title={t.import.title} lead={t.import.lead} crumbs={crumbs} refused={useActionData()} submit={t.import.upload} encType="multipart/form-data">
        <Select name="programmeId" label={t.list.programme} empty={null} defaultValue={chosen} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} />
        <FileField name="file" label={t.import.file} accept=".xlsx,.csv" maxBytes={10 * 1024 * 1024} />
      </StepPage>
      <Card title={t.import.recent} flush>
        <DataList caption={t.import.recent} rows={imports} rowKey={({ id }) => id} rowTo={({ id }) => `/volunteers/import/${id}`} empty={<p className="soft card">{t.import.empty}</p>}
          columns={[
            { key: "file", label: t.import.file, render: (one) => one.fileName },
            { key: "at", label: t.list.signedUp, render: (one) => formatInstant(one.uploadedAt, language, today) },
            { key: "state", label: t.list.state, render: (one) => <Chip tone={stateOf(one) === "accepted" ? "ok" : "plain"}>{t.import.state[stateOf(one)]}</Chip> },
            { key: "added", label: t.import.taken, end: true, render: (one) => one.result?.added ?? "—" },
          ]} />
      </Card>
    </>
  );
}

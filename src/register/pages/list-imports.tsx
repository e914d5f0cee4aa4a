import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DataList, EmptyState, FileField, Figure, FormScope, PageHeader, Pager, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { refusalView, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { registerText } from "../messages/index.ts";
import { listImports } from "../service/showing/list-imports.ts";
import { uploadRegister } from "../service/upload-register.ts";
import { STATUS_TONES } from "../ui/status-tones.ts";

const MOST_BYTES = 100 * 1024 * 1024;
/** What the form adds around the file. */
const AROUND_BYTES = 64 * 1024;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { page: await listImports(session, { after: new URL(request.url).searchParams.get("after") }), today: session.today };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > MOST_BYTES + AROUND_BYTES) {
    const params = { megabytes: Math.ceil(length / 1_048_576), most: MOST_BYTES / 1_048_576 };
    return { refusal: refusalView(new Refusal("too_large", "files.too_large", { params })), values: {} }; // refused before it is read
  }
  return submit(request, webOf(context).lang, async ({ data }) => {
    const file = data.get("file");
    if (!(file instanceof File) || file.name === "") throw new Refusal("invalid_input", "register.file_missing", { fields: [{ field: "file", reason: "register.file_missing" }] });
    const { id } = await uploadRegister(sessionOf(context), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return redirect(`/register/${id}`);
  });
}

export default function ListImports() {
  const { page, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { page: t } = useText(registerText);
  const texts = useRefusals(registerText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <div className="stack">
        <Card title={t.upload.title}>
          <FormScope result={result} texts={texts}>
            <RefusalNote of={result?.refusal} texts={texts} />
            <Form method="post" encType="multipart/form-data" className="stack">
              <IdempotencyField />
              <FileField name="file" label={t.upload.file} hint={t.upload.hint} accept=".xlsx,.csv,.txt" maxBytes={MOST_BYTES} />
              <div className="cluster">
                <SubmitButton>{t.upload.send}</SubmitButton>
                <a href="/register/template" download>{t.upload.template}</a>
              </div>
            </Form>
          </FormScope>
        </Card>
        <Card title={t.list.title} flush>
          <ImportList page={page} today={today} />
        </Card>
      </div>
    </>
  );
}

function ImportList({ page, today }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "page" | "today">) {
  const { page: t } = useText(registerText);
  const language = useLanguage();
  return (
    <>
          <DataList caption={t.list.title} rows={page.rows} rowKey={(row) => row.id} rowTo={(row) => `/register/${row.id}`}
            empty={<EmptyState title={t.list.empty} level={3}>{t.list.emptyHint}</EmptyState>}
            columns={[
              { key: "file", label: t.list.file, render: (row) => row.fileName },
              { key: "status", label: t.list.status, render: (row) => <Chip tone={STATUS_TONES[row.status]}>{t.status[row.status]}</Chip> },
              { key: "persons", label: t.list.persons, end: true, render: (row) => (row.figures ? <Figure value={row.figures.distinctPersons} unit="persons" /> : "—") },
              { key: "when", label: t.list.when, render: (row) => formatInstant(row.uploadedAt, language, today) },
              { key: "by", label: t.list.by, render: (row) => row.uploadedByName },
            ]} />
          <Pager after={page.next} />
    </>
  );
}

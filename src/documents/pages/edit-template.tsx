import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Columns, ConfirmForm, Notice, PageHeader, RefusalNote, Stack } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { documentsText } from "../messages/index.ts";
import { catalogueOf, FormKey } from "../model/forms.ts";
import { readTemplate } from "../model/template.ts";
import { changeTemplate } from "../service/change-template.ts";
import { showTemplate } from "../service/show-template.ts";
import { FormPreview } from "../ui/form-preview.tsx";
import { Faults, Names, TemplateForm, Versions } from "../ui/template-cards.tsx";
import styles from "../ui/documents.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const formOf = (params: { form?: string | undefined }) => readParam(params.form, FormKey);
const Sent = z.object({ intent: z.enum(["look", "save", "restore"]), basis: z.coerce.number().int().min(0), text: z.string().max(20_000).optional(), note: z.string().trim().max(500).default("") });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const query = new URL(request.url).searchParams;
  const version = query.get("version");
  return { shown: await showTemplate(session, formOf(params), { version: version === null ? undefined : Number(version) }), mayChange: session.actor.capabilities.has("cases.supervise"), saved: query.has("saved"), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const form = formOf(params);
    const { intent, basis, text, note } = read(Sent);
    if (intent === "look") return { looked: await showTemplate(session, form, { draft: text ?? "" }) };
    await changeTemplate(session, { form, basis, text: intent === "restore" ? null : text ?? "", note });
    return redirect(`/documents/${form}?saved`);
  });
}

/** A form's template: its text, what is wrong with it and how to mend it, what it makes of a made-up person, its versions. */
export default function EditTemplate() {
  const { shown: stored, mayChange, saved, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(documentsText);
  const texts = useRefusals(documentsText);
  const { form } = stored;
  const catalogue = catalogueOf(form);
  const looked = answer && "looked" in answer ? answer.looked : undefined;
  const refused = answer && "refusal" in answer ? answer : undefined;
  const shown = looked ?? stored;
  const faults = refused && typeof refused.values.text === "string" ? readTemplate(refused.values.text, catalogue).faults : shown.faults;
  return (
    <>
      <title>{`${t.forms[form]} · ${t.templates}`}</title>
      <PageHeader title={t.forms[form]} lead={t.edit.lead} crumbs={[{ label: t.templates, to: "/documents" }]}
        actions={<><a className="button" href={`/documents/${form}/preview?format=pdf`}>{t.edit.previewPdf}</a><a className="button" href={`/documents/${form}/preview?format=docx`}>{t.edit.previewDocx}</a></>} />
      {saved ? <Notice tone="ok">{t.edit.saved}</Notice> : null}
      <RefusalNote of={refused?.refusal} texts={texts} />
      <Faults faults={faults} />
      <Columns even>
        <Stack>
          <Card title={t.edit.text}>
            {mayChange ? <TemplateForm basis={stored.latest} lists={Object.keys(catalogue.lists)} text={shown.text} refused={refused} texts={texts} /> : <><p className="soft">{t.edit.read}</p><pre className="pre small" tabIndex={0}>{shown.text}</pre></>}
            {mayChange && stored.changed ? <ConfirmForm trigger={t.edit.restore} question={t.edit.restoreAsk} confirm={t.edit.restore} values={{ intent: "restore", basis: String(stored.latest) }} /> : null}
          </Card>
          <Names catalogue={catalogue} />
        </Stack>
        <Stack>
          <Card title={t.edit.preview}><FormPreview blocks={shown.preview} label={t.edit.preview} /></Card>
          <Versions form={form} versions={stored.versions} today={today} />
        </Stack>
      </Columns>
    </>
  );
}

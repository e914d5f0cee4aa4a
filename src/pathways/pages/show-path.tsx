import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { pathwaysText } from "../messages/index.ts";
import { PathForm, type PathContent } from "../model/path.ts";
import { ASKED } from "../model/steps.ts";
import { changePath, showPath } from "../service/change-path.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showPath(session)), today: session.today, mayChange: session.actor.capabilities.has("pathways.manage") };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await changePath(sessionOf(context), read(PathForm));
    return redirect("/pathways/path");
  });
}

export default function ShowPath() {
  const { current, last, versions, today, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { path: t, title, unverified, fields } = useText(pathwaysText);
  const texts = useRefusals(pathwaysText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/pathways" }]} chips={current.verified === null ? <Chip tone="due">{unverified}</Chip> : undefined} />
      {current.verified === null ? <Notice>{t.house}</Notice> : null}
      <Steps content={current.content} />
      {mayChange ? (
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
          <details className="confirm" open={result !== undefined}>
            <summary className="button">{t.edit}</summary>
            <PathFields content={current.content} version={last} />
          </details>
        </FormScope>
      ) : null}
      {versions.length > 0 ? <Card title={t.versions}><ul className="stack tight plain">{versions.map(({ version, fromOn, byName, note }) => <li key={version}>{t.version(version, formatDayOnly(fromOn, language, today), byName)}{note ? <span className="small soft"> {note}</span> : null}</li>)}</ul></Card> : null}
    </>
  );
}

function Steps({ content }: { content: PathContent }) {
  const { path: t, person, steps } = useText(pathwaysText);
  const lines = (of: readonly string[]) => <ul>{of.map((line) => <li key={line}>{line}</li>)}</ul>;
  return (
    <div className="tiles">
      {ASKED.map((step) => {
        const { needs, support, afterTimes } = content.steps[step];
        return <Card key={step} title={steps[step]}><Facts facts={[{ label: person.needs, value: lines(needs) }, { label: person.support, value: lines(support) }, { label: t.after, value: t.days(afterTimes) }]} /></Card>;
      })}
      <Card title={person.limits}><Facts facts={[{ label: person.limits, value: lines(content.limits) }, { label: t.askAgain, value: t.days(content.askAgainDays) }]} /></Card>
    </div>
  );
}

function PathFields({ content, version }: { content: PathContent; version: number }) {
  const { path: t, steps } = useText(pathwaysText);
  return (
    <Form method="post" className="form confirm-body">
      <IdempotencyField />
      <input type="hidden" name="version" value={version} />
      {ASKED.map((step) => (
        <fieldset key={step} className="field">
          <legend>{steps[step]}</legend>
          <TextArea name={`${step}Needs`} label={t.needs} rows={4} maxLength={2600} defaultValue={content.steps[step].needs.join("\n")} />
          <TextArea name={`${step}Support`} label={t.support} rows={4} maxLength={2600} defaultValue={content.steps[step].support.join("\n")} />
          <TextField name={`${step}After`} label={t.after} inputMode="numeric" width={4} defaultValue={content.steps[step].afterTimes} />
        </fieldset>
      ))}
      <TextArea name="limits" label={t.limits} rows={4} maxLength={2600} defaultValue={content.limits.join("\n")} />
      <TextField name="askAgainDays" label={t.askAgain} inputMode="numeric" width={4} defaultValue={content.askAgainDays} />
      <TextField name="note" label={t.note} maxLength={500} optional />
      <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
    </Form>
  );
}

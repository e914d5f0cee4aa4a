import type { ReactNode } from "react";
import { Form, useLocation } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader, type Crumb } from "#platform/ui/layout/page-header.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../messages/index.ts";

export interface StepPageProps {
  title: string;
  lead?: ReactNode;
  crumbs: readonly Crumb[];
  /** What the action gave back. */
  refused: unknown;
  submit: string;
  /** The submit button is dangerous. */
  danger?: boolean;
  /** The form carries a file. */
  encType?: "multipart/form-data";
  /** The record's version, to tell when somebody changed it since what was typed was kept. */
  basis?: string | number;
  /** Above the form, e.g. the words to be read aloud. */
  before?: ReactNode;
  /** Names of fields in words, for showing a clash side by side. */
  labels?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One step about one thing: a title, a short form that keeps what is typed, its refusals at the top and at the fields, and a way back. Its address names form and record. */
export function StepPage({ title, lead, crumbs, refused, submit, danger = false, encType, basis = "", before, labels, children }: StepPageProps) {
  const texts = useRefusals(volunteeringText);
  const t = useText(volunteeringText);
  const { pathname, search } = useLocation();
  const result = returnedOf(refused);
  const back = crumbs.at(-1);
  const fields = <><IdempotencyField />{children}</>;
  const actions = (
    <FormActions>
      <SubmitButton tone={danger ? "danger" : "primary"}>{submit}</SubmitButton>
      {back ? <ButtonLink tone="quiet" to={back.to}>{t.back}</ButtonLink> : null}
    </FormActions>
  );
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={crumbs} lead={lead} />
      {before}
      <Card>
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} {...(labels && { labels })} />
          {/* A file is never kept on the device, and beside it nothing is typed. */}
          {encType ? <Form method="post" className="stack" encType={encType}>{fields}{actions}</Form> : <DraftForm formKey={pathname + search} basis={basis} className="stack" actions={actions}>{fields}</DraftForm>}
        </FormScope>
      </Card>
    </>
  );
}

/** What an action gave back to its form: why it refused, and what had been typed, so that nothing is lost without script. */
export function returnedOf(answer: unknown): FormResult | undefined {
  return typeof answer === "object" && answer !== null && "values" in answer ? (answer as FormResult) : undefined;
}

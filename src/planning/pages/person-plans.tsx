import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { NewPlan } from "../model/forms.ts";
import { REVIEW_RULE, Risk } from "../model/plan.ts";
import { beginPlan } from "../service/plans/begin-plan.ts";
import { showPersonPlans } from "../service/plans/show-person-plans.ts";
import { refusedOf } from "../ui/refused.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...await showPersonPlans(session, readParam(params.personId, z.uuid())), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const personId = readParam(params.personId, z.uuid());
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { planId } = await beginPlan(sessionOf(context), { ...read(NewPlan.omit({ personId: true })), personId });
    return redirect(`/plans/${planId}/draft`);
  });
}

export default function PersonPlans() {
  const { personId, name, plans, cases, today } = useLoaderData<typeof loader>();
  const refused = refusedOf(useActionData<typeof action>());
  const t = useText(planningText);
  const language = useLanguage();
  return (
    <>
      <title>{t.person.title(name)}</title>
      <PageHeader title={t.person.title(name)} avatar={name} crumbs={[{ label: t.title, to: "/plans" }]} actions={<ButtonLink to={`/people/${personId}`}>{t.person.back}</ButtonLink>} />
      <Columns>
        <Stack>
          {plans.length === 0 ? <Card><EmptyState title={t.person.empty}>{t.person.emptyHint}</EmptyState></Card> : plans.map((plan) => (
            <Card key={plan.id}>
              <div className="stack tight">
                <Link className="strong" to={plan.currentVersion === null ? `/plans/${plan.id}/draft` : `/plans/${plan.id}`}>{plan.currentVersion === null ? t.list.drafting : t.list.versionOf(plan.currentVersion)}</Link>
                <span className="cluster">{plan.endedOn ? <Chip>{t.list.ended}</Chip> : null}{plan.reviewOn && !plan.endedOn ? <Chip tone={plan.reviewOn < today ? "late" : "plain"}>{t.show.review} {formatDayOnly(plan.reviewOn, language, today)}</Chip> : null}</span>
                <span className="small soft">{t.person.began(formatInstant(plan.createdAt, language, today), plan.createdByName)}</span>
              </div>
            </Card>
          ))}
        </Stack>
        <Card title={t.person.begin}><BeginForm personId={personId} cases={cases} refused={refused} /></Card>
      </Columns>
    </>
  );
}

function BeginForm({ personId, cases, refused }: { personId: string; cases: readonly { caseId: string; reference: string }[]; refused: ReturnType<typeof refusedOf> }) {
  const t = useText(planningText);
  const texts = useRefusals(planningText);
  const { ref, ...draft } = useDraft(`plan/${personId}/new`);
  const { low, medium, high } = REVIEW_RULE.days;
  return (
    <FormScope result={refused} texts={texts}>
      <RefusalNote of={refused?.refusal} texts={texts} labels={{ about: t.person.about }} />
      <Form method="post" ref={ref} className="form">
        <IdempotencyField />
        <TextArea name="about" label={t.person.about} hint={t.person.aboutHint} maxLength={2000} optional />
        <Select name="risk" label={t.person.risk} hint={t.person.riskHint(low, medium, high)} empty={null} defaultValue="medium" options={Risk.options.map((value) => ({ value, label: t.risks[value] }))} />
        {cases.length > 0 ? <Select name="caseId" label={t.person.case} empty={t.person.noCase} defaultValue={cases[0]!.caseId} options={cases.map(({ caseId, reference }) => ({ value: caseId, label: reference }))} optional /> : null}
        <DraftNote draft={draft} />
        <FormActions><SubmitButton>{t.person.start}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

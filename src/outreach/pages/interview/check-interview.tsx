import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { ageOn } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { CheckAnswers } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import { Interview } from "../../model/interview/interview.ts";
import { gather } from "../../model/interview/read-draft.ts";
import { stepBefore, stepsOf } from "../../model/interview/steps.ts";
import { RoundId } from "../../model/round/round.ts";
import { findDraft } from "../../service/interview/find-draft.ts";
import { keepInterview } from "../../service/interview/keep-interview.ts";
import { showMember } from "../../service/members/show-member.ts";
import { useAnswers } from "../../ui/interview/answers.ts";
import { offeredNeeds } from "../../ui/interview/offered-needs.ts";
import { consentFaults, faultsOf } from "../../ui/interview/page-faults.ts";
import { refusedOf } from "../../ui/refused.ts";

const idsOf = (params: Record<string, string | undefined>) => ({ roundId: readParam(params.roundId, RoundId), personId: readParam(params.personId, PersonId) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const ids = idsOf(params);
  const { round, member, card, relatives } = await showMember(session, ids);
  const { draft } = await findDraft(session, ids);
  const faulty = [...new Set([...faultsOf(ids, draft, webOf(context).lang), ...consentFaults(draft, card.birthOn)].map(({ step }) => step))];
  const { names } = offeredNeeds(draft, { ageYears: null, disabled: false, today: session.today }, webOf(context).lang);
  return { round, member, card, relatives, draft, names, faulty, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const ids = idsOf(params);
  return submit(request, lang, async () => {
    const { draft, savedAt } = await findDraft(session, ids);
    const here = `/outreach/rounds/${ids.roundId}/people/${ids.personId}`;
    // Sent a second time after it was kept: the draft is gone, and there is nothing more to do.
    if (savedAt === null) {
      await showMember(session, ids);
      return redirect(`${here}?saved=interview`);
    }
    await keepInterview(session, readValues(Interview, gather({ ...ids, language: lang }, draft), lang));
    return redirect(`${here}?saved=interview`);
  });
}

export default function CheckInterview() {
  const { round, member, card, draft, faulty, today } = useLoaderData<typeof loader>();
  const refused = refusedOf(useActionData<typeof action>());
  const { interview: t, worklist, age } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const here = `/outreach/rounds/${round.id}/people/${member.personId}`;
  const title = t.title(card.preferredName ?? card.name);
  const answers = useAnswers(useLoaderData<typeof loader>());
  const steps = stepsOf(draft);
  return (
    <>
      <title>{`${t.steps.check} · ${title}`}</title>
      <PageHeader title={t.steps.check} eyebrow={t.stepOf(steps.length, steps.length)} crumbs={[{ label: worklist.title, to: "/outreach" }, { label: card.name, to: here }]} lead={t.leads.check} />
      <Card title={card.birthOn ? `${card.name} · ${age(ageOn(card.birthOn, today))}` : card.name}>
        <div className="stack">
          <RefusalNote of={refused?.refusal} texts={texts} />
          {faulty.length > 0 ? <Notice tone="late">{t.incomplete} {faulty.map((step) => <Link key={step} to={`${here}/interview/${step}`}>{t.steps[step]} </Link>)}</Notice> : null}
          <CheckAnswers facts={answers.map(({ step, lines }) => ({ label: t.steps[step], value: lines.length === 0 ? t.nothing : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>, changeTo: `${here}/interview/${step}` }))} />
          <Form method="post">
            <IdempotencyField />
            <FormActions>
              <SubmitButton big>{t.save}</SubmitButton>
              <ButtonLink to={`${here}/interview/${stepBefore("check", draft) ?? "talk"}`}>{t.back}</ButtonLink>
            </FormActions>
          </Form>
        </div>
      </Card>
    </>
  );
}

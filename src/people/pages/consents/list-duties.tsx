import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { listColleagues } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Chip, EmptyState, PageHeader, Pager, RefusalNote, Tabs } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../../messages/index.ts";
import { DUTY_PACK } from "../../model/consents/duties.ts";
import { AnswerObligation, answerObligation } from "../../service/consents/answer-obligation.ts";
import { listObligations } from "../../service/consents/list-obligations.ts";
import { DutyLine } from "../../ui/duty-line.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const settled = params.get("show") === "settled";
  const colleagues = (await listColleagues(session, { capability: "people.write" })).map(({ accountId, name }) => ({ accountId, name }));
  return { settled, colleagues, today: session.today, page: await listObligations(session, { settled, after: params.get("after") }) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await answerObligation(sessionOf(context), read(AnswerObligation));
    return redirect(new URL(request.url).pathname + new URL(request.url).search);
  });
}

/** What withdrawals ask of people: to stop, to tell, to delete. */
export default function ListDuties() {
  const { page, settled, colleagues, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { duties: t, list } = useText(peopleText);
  const texts = useRefusals(peopleText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/people" }]} />
      <Tabs label={t.tabs} tabs={[{ to: "/people/duties", label: t.open, current: !settled }, { to: "/people/duties?show=settled", label: t.settled, current: settled }]} />
      <RefusalNote of={refused?.refusal} texts={texts} labels={{ words: t.words, ownerId: t.owner, answer: t.answer }} />
      {page.rows.length === 0 ? <EmptyState title={t.empty}>{t.emptyWhat}</EmptyState> : <ul className="stack plain-list">{page.rows.map((duty) => <DutyLine key={duty.id} duty={duty} today={today} colleagues={colleagues} result={refused} texts={texts} />)}</ul>}
      <Pager after={page.next} />
      <p className="small soft">{t.source(DUTY_PACK.source)} {DUTY_PACK.verified ? null : <Chip tone="due">{t.notVerified}</Chip>}</p>
    </>
  );
}

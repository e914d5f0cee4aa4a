import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { messagingText } from "../messages/index.ts";
import { OptOut } from "../model/forms.ts";
import { OPT_OUT_KINDS } from "../model/terms.ts";
import { chooseOptOut } from "../service/opt-outs/choose-opt-out.ts";
import { type PersonMessages, showPersonMessages } from "../service/opt-outs/show-person-messages.ts";

const idOf = (params: { personId?: string | undefined }) => readParam(params.personId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showPersonMessages(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data }) => {
    const [kind, choice] = String(data.get("set")).split("/");
    await chooseOptOut(sessionOf(context), idOf(params), readValues(OptOut, { kind, choice }, webOf(context).lang));
    return redirect(`/messages/people/${idOf(params)}`);
  });
}

export default function PersonMessagesPage() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(messagingText);
  const texts = useRefusals(messagingText);
  return (
    <>
      <title>{t.person.title(shown.name)}</title>
      <PageHeader title={t.person.title(shown.name)} lead={t.person.lead} crumbs={[{ label: shown.name, to: `/people/${shown.personId}` }]} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      <Card title={t.person.stops}>
        <Form method="post" className="stack">
          <IdempotencyField />
          <ul className="stack tight">
            {OPT_OUT_KINDS.map((kind) => {
              const off = shown.out.includes(kind);
              return (
                <li key={kind} className="cluster">
                  <span>{t.optOutKinds[kind]} <Chip tone={off ? "due" : "ok"}>{off ? t.person.off : t.person.on}</Chip></span>
                  <SubmitButton tone="plain" name="set" value={`${kind}/${off ? "in" : "out"}`}>{off ? t.person.again : t.person.stop}<span className="sr-only"> {t.optOutKinds[kind]}</span></SubmitButton>
                </li>
              );
            })}
          </ul>
        </Form>
      </Card>
      <History shown={shown} today={today} />
    </>
  );
}

function History({ shown, today }: { shown: PersonMessages; today: string }) {
  const t = useText(messagingText);
  const language = useLanguage();
  return (
    <>
      <Card title={t.person.said} flush>
        <DataList caption={t.person.said} rows={shown.said} rowKey={({ id }) => id} empty={<EmptyState title={t.person.saidEmpty} level={3} />} columns={[
          { key: "kind", label: t.person.kind, render: ({ kind }) => t.optOutKinds[kind] }, { key: "choice", label: t.person.choice, render: ({ choice }) => t.person.choices[choice] },
          { key: "via", label: t.person.via, render: ({ saidTo }) => t.person.saidTo[saidTo] }, { key: "by", label: t.person.by, render: ({ byName }) => byName }, { key: "when", label: t.person.when, render: ({ at }) => formatInstant(at, language, today) },
        ]} />
      </Card>
      <Card title={t.person.received} flush>
        <DataList caption={t.person.received} rows={shown.received} rowKey={({ messageId }) => messageId} rowTo={({ messageId }) => `/messages/${messageId}`} empty={<EmptyState title={t.person.receivedEmpty} level={3} />} columns={[
          { key: "words", label: t.person.words, render: ({ words }) => words }, { key: "kind", label: t.person.kind, render: ({ kind }) => t.kinds[kind] },
          { key: "state", label: t.person.state, render: ({ state, reason }) => (reason === null ? t.states[state] : t.reasons[reason] ?? reason) }, { key: "when", label: t.person.when, render: ({ attemptedAt, leavesAt }) => formatInstant(attemptedAt ?? leavesAt, language, today) },
        ]} />
      </Card>
    </>
  );
}

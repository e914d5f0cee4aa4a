import { Form, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, ConfirmForm, DataList, EmptyState, FormScope, PageHeader, RefusalNote, Select, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { listPlaceFeeds } from "../../service/feeds/list-place-feeds.ts";
import { makeFeed, revokeFeed } from "../../service/feeds/make-feed.ts";
import styles from "../../ui/activities.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Step = z.union([z.object({ placeId: z.uuid() }), z.object({ revoke: z.uuid() })]);

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await listPlaceFeeds(session)), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ read }) => {
    const [session, step] = [sessionOf(context), read(Step)];
    if ("revoke" in step) { await revokeFeed(session, step.revoke); return { address: null }; }
    const { token } = await makeFeed(session, { kind: "place", placeId: step.placeId });
    return { address: `${web.installation.origin}/calendar/${token}` };
  });
}

export default function ListFeeds() {
  const { feeds, places, today } = useLoaderData<typeof loader>();
  const { feeds: t, title } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : undefined;
  const address = answer && "address" in answer ? answer.address : null;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: title, to: "/activities" }]} lead={t.lead} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      {address ? <Card title={t.made}><p className="feed-address" role="status">{address}</p></Card> : null}
      <Card>
        <FormScope result={refused} texts={texts}>
          <Form method="post" className="form">
            <IdempotencyField />
            <Select name="placeId" label={t.place} options={places.map(({ id, name }) => ({ value: id, label: name }))} />
            <SubmitButton tone="primary">{t.make}</SubmitButton>
          </Form>
        </FormScope>
      </Card>
      <Card flush>
        <DataList caption={t.title} rows={feeds} rowKey={({ id }) => id} empty={<EmptyState title={t.none} />}
          columns={[
            { key: "place", label: t.place, render: (row) => row.placeName },
            { key: "made", label: t.make, render: (row) => t.madeBy(row.madeByName, formatInstant(row.madeAt, language, today)) },
            { key: "revoke", label: t.revoke, render: (row) => <ConfirmForm trigger={t.revoke} question={t.revokeQuestion} confirm={t.revoke} values={{ revoke: row.id }}><IdempotencyField /></ConfirmForm> },
          ]} />
      </Card>
    </>
  );
}

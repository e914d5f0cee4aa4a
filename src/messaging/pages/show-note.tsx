import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { readNotices } from "#platform/notify/notices.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { webOf } from "#platform/web/context.ts";
import { readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { messagingText } from "../messages/index.ts";
import { OptOut } from "../model/forms.ts";
import type { OptOutKind } from "../model/terms.ts";
import { chooseByPass, openPass } from "../service/opt-outs/open-pass.ts";
import { receiverSession } from "./receiver-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const web = webOf(context);
  const { organization, session } = await receiverSession(web, params.slug);
  const note = await openPass(session, params.pass ?? "");
  const here = `/notes/${params.slug}/${params.pass}`;
  return { note, from: organization.name, phone: organization.phone, done: new URL(request.url).searchParams.get("done") === "yes", signedIn: web.session !== null, here };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data }) => {
    const here = `/notes/${params.slug}/${params.pass}`;
    if (data.get("seen") === "yes" && web.session) {
      await web.session.write("messaging.seen", { here }, async (tx) => { await readNotices(tx, web.session!.actor, here, web.session!.now); return null; });
      return redirect("/");
    }
    const { session } = await receiverSession(web, params.slug, data.get("_key"));
    const [kind, choice] = String(data.get("set")).split("/");
    await chooseByPass(session, params.pass ?? "", readValues(OptOut, { kind, choice }, web.lang));
    return redirect(`${here}?done=yes`);
  });
}

/** One message as its receiver reads it, with one press to want no more. Works without script; names nobody. */
export default function ShowNote() {
  const { note, from, phone, done, signedIn } = useLoaderData<typeof loader>();
  const { note: t, kinds, optOutKinds } = useText(messagingText);
  const texts = useRefusals(messagingText);
  const answer = useActionData<typeof action>();
  const kindsHere: OptOutKind[] = [note.kind, "all"];
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={t.from(from)} lead={kinds[note.kind]} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {done ? <div role="status"><Notice tone="ok">{t.done}</Notice></div> : null}
      <Card>
        <div className="stack">
          <p className="measure">{note.words}</p>
          {note.easyWords ? <div><h2 className="small soft">{t.easy}</h2><p className="measure">{note.easyWords}</p></div> : null}
          {phone ? <p className="soft">{t.call(phone)}</p> : null}
          {signedIn ? <Form method="post"><SubmitButton tone="plain" name="seen" value="yes">{t.seen}</SubmitButton></Form> : null}
        </div>
      </Card>
      <Card title={t.stops}>
        <Form method="post" className="stack">
          <IdempotencyField />
          <p className="soft measure">{t.stopsHint}</p>
          {kindsHere.map((kind) => note.out.includes(kind)
            ? <div key={kind} className="stack tight"><p><strong>{t.off(optOutKinds[kind])}</strong></p><SubmitButton tone="plain" big name="set" value={`${kind}/in`}>{t.again(optOutKinds[kind])}</SubmitButton></div>
            : <SubmitButton key={kind} tone="plain" big name="set" value={`${kind}/out`}>{kind === "all" ? t.stopAll : t.stop(optOutKinds[kind])}</SubmitButton>)}
        </Form>
      </Card>
    </>
  );
}

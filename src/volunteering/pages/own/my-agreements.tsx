import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, EmptyState, FormScope, Notice, PageHeader, RefusalNote, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { listOwnAgreements, OwnSignature, signOwnAgreement, type OwnAgreement } from "../../service/own/own-agreements.ts";
import { AgreementText } from "../../ui/agreement-text.tsx";
import { returnedOf } from "../../ui/step-page.tsx";

export const handle = { plain: true };

const TONES = { to_sign: "due", waiting: "calm", guardian: "due", signed: "ok", refused: "plain" } as const;

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await listOwnAgreements(session)), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await signOwnAgreement(sessionOf(context), read(OwnSignature));
    return redirect("/my-agreements");
  });
}

export default function MyAgreements() {
  const { texts, name } = useLoaderData<typeof loader>();
  const { own: t } = useText(volunteeringText);
  const result = returnedOf(useActionData());
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      {texts.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : (
        <Stack>{texts.map((one) => <OneText key={one.volunteerId + one.text.id} one={one} name={name} result={result?.values?.templateId === one.text.id ? result : undefined} />)}</Stack>
      )}
    </>
  );
}

function OneText({ one, name, result }: { one: OwnAgreement; name: string; result: ReturnType<typeof returnedOf> }) {
  const { today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const texts = useRefusals(volunteeringText);
  const language = useLanguage();
  const { text, state, signedOn } = one;
  return (
    <section className="stack" aria-label={text.title}>
      <p className="cluster"><Chip tone={TONES[state]}>{t.own.states[state]}</Chip><span className="soft">{one.programmeName}</span>{signedOn ? <span className="soft">{t.own.signedOn(formatDay(signedOn, language, today))}</span> : null}
        {one.countersignedByName ? <span className="soft">{t.sign.organisation(one.countersignedByName)}</span> : null}</p>
      {state === "guardian" ? <Notice>{t.own.guardian}</Notice> : null}
      <AgreementText title={text.title} body={text.body} easyBody={text.easyBody} />
      {state === "to_sign" || state === "refused" ? (
        <Card title={t.own.decide}>
          <FormScope form={text.id} result={result} texts={texts}>
            <RefusalNote of={result?.refusal} texts={texts} />
            <Form method="post" className="stack">
              <IdempotencyField />
              <input type="hidden" name="volunteerId" value={one.volunteerId} />
              <input type="hidden" name="templateId" value={text.id} />
              <TextField name="signerName" label={t.own.signHere} hint={t.own.signHint(name)} autoComplete="name" width={16} maxLength={80} />
              <div className="cluster">
                <SubmitButton big name="answer" value="signed">{t.own.sign}</SubmitButton>
                {state === "to_sign" ? <SubmitButton big tone="plain" name="answer" value="refused">{t.own.refuse}</SubmitButton> : null}
              </div>
            </Form>
          </FormScope>
        </Card>
      ) : null}
    </section>
  );
}

import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Notice, PageHeader, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { showApplication, withdrawByPass } from "../../service/recruitment/show-application.ts";
import { KindLetter } from "../../ui/recruitment/kind-letter.tsx";
import { returnedOf } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";
import { publicSession } from "./organization-session.ts";

const Step = z.object({ step: z.literal("withdraw") });

export const handle = { public: true, plain: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  const application = await showApplication(session, params.pass ?? "");
  return { ...application, organization: { name: organization.name, slug: organization.slug }, today: session.today, done: new URL(request.url).searchParams.has("done") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data, read }) => {
    read(Step);
    const key = data.get("_key");
    const { session } = await publicSession(web, params.organization, typeof key === "string" && key !== "" ? key : undefined);
    await withdrawByPass(session, params.pass ?? "");
    return redirect(`/applications/${params.organization}/${params.pass}?done=yes`);
  });
}

export default function OwnApplication() {
  const data = useLoaderData<typeof loader>();
  const { programme, state, turn, interview, refusal, organization, today, done } = data;
  const t = useText(volunteeringText);
  const { own } = t.recruitment;
  const texts = useRefusals(volunteeringText);
  const language = useLanguage();
  const refused = returnedOf(useActionData());
  const open = state === "received" || state === "waiting" || state === "approved";
  return (
    <>
      <title>{own.title}</title>
      <PageHeader title={own.title} eyebrow={organization.name} lead={programme.name} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      {done ? <Notice tone="ok">{own.withdrawn}</Notice> : null}
      <Card>
        <div className="stack">
          <p role="status"><strong>{own.states[state]}</strong></p>
          {turn ? <><p>{own.turn(turn.number, turn.of)}</p><p className="soft measure">{own.orderIs(t.recruitment.orders[turn.order])} {own.tell}</p></> : null}
          {interview ? <p>{t.labelled(own.interview, `${formatDay(interview.onDay, language, today)} ${interview.fromTime} · ${interview.place}`)}</p> : null}
        </div>
      </Card>
      {refusal ? <KindLetter letter={refusal} organization={organization.slug} /> : null}
      {open ? <Steps /> : null}
      {programme.contact ? <p>{t.labelled(own.contact, programme.contact)}</p> : null}
      <p className="soft measure">{own.keep}</p>
      {open ? <Card><Form method="post" className="stack"><IdempotencyField /><p>{own.withdrawQuestion}</p><SubmitButton tone="plain" big name="step" value="withdraw">{own.withdraw}</SubmitButton></Form></Card> : null}
    </>
  );
}

function Steps() {
  const { steps, programme } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const { own } = t.recruitment;
  return (
    <Card title={own.steps}>
      <ol className="stack">
        {steps.map((step) => <li key={step.key} className="cluster">{requirementName(step, t.kind, step.key)} <Chip tone={step.done ? "ok" : "plain"}>{step.done ? own.done : own.notYet}</Chip></li>)}
      </ol>
      {programme.nextSteps ? <p className="measure pre soft">{programme.nextSteps}</p> : null}
    </Card>
  );
}

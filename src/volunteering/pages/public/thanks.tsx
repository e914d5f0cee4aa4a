import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { webOf } from "#platform/web/context.ts";
import { volunteeringText } from "../../messages/index.ts";
import { findPublicProgramme } from "../../service/sign-up/public-programmes.ts";
import { publicSession } from "./organization-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  const { name, slug, nextSteps, contact } = await findPublicProgramme(session, params.programme ?? "");
  const own = new URL(request.url).searchParams.get("own");
  return { name, nextSteps, contact, to: `/join/${organization.slug}/${slug}`, own: own && `/applications/${organization.slug}/${encodeURIComponent(own)}` };
}

export default function Thanks() {
  const { name, nextSteps, contact, to, own } = useLoaderData<typeof loader>();
  const { labelled, join: t, recruitment } = useText(volunteeringText);
  return (
    <>
      <title>{t.thanks}</title>
      <PageHeader title={t.thanks} eyebrow={name} lead={t.thanksLead} />
      <Card title={t.next}>
        <p className="measure pre">{nextSteps || t.nextDefault}</p>
        {contact ? <p>{labelled(t.contact, contact)}</p> : null}
      </Card>
      {own ? <Card title={recruitment.own.title}><p className="measure">{recruitment.own.keep}</p><ButtonLink tone="primary" big to={own}>{recruitment.own.open}</ButtonLink></Card> : null}
      <div className="cluster"><ButtonLink to={to}>{t.another}</ButtonLink></div>
    </>
  );
}

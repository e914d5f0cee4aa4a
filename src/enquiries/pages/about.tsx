import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { findOrganizationBySlug } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { webOf } from "#platform/web/context.ts";
import { enquiriesText } from "../messages/index.ts";

export const handle = { public: true, plain: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const organization = await findOrganizationBySlug(webOf(context).installation.db, params.slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  const { name, slug, description, address, phone } = organization;
  return { name, slug, description, address, phone };
}

export default function About() {
  const { name, slug, description, address, phone } = useLoaderData<typeof loader>();
  const { public: t } = useText(enquiriesText);
  const facts = [{ label: t.address, value: address }, { label: t.phone, value: phone }].filter(({ value }) => value !== "");
  return (
    <>
      <title>{name}</title>
      <PageHeader title={name} />
      <Card title={t.aboutLead}>
        <p className="measure">{description}</p>
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        <p className="cluster"><ButtonLink to={`/help/${slug}`} tone="primary">{t.askButton}</ButtonLink><ButtonLink to={`/join/${slug}`}>{t.joinButton}</ButtonLink></p>
      </Card>
    </>
  );
}

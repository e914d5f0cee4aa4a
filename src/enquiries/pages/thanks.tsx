import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { findOrganizationBySlug } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { webOf } from "#platform/web/context.ts";
import { enquiriesText } from "../messages/index.ts";

export const handle = { public: true, plain: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organization = await findOrganizationBySlug(webOf(context).installation.db, params.slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  const given = new URL(request.url).searchParams.get("no") ?? "";
  return { slug: organization.slug, phone: organization.phone, reference: /^\d{6}-\d{4}$/.test(given) ? given : null };
}

export default function Thanks() {
  const { slug, phone, reference } = useLoaderData<typeof loader>();
  const { public: t } = useText(enquiriesText);
  return (
    <>
      <title>{t.thanksTitle}</title>
      <PageHeader title={t.thanksTitle} />
      <Card>
        {reference ? <p><b>{t.reference(reference)}</b></p> : null}
        <p>{t.thanksNext}</p>
        {phone ? <p>{t.call(phone)}</p> : null}
        <p><ButtonLink to={`/help/${slug}`}>{t.another}</ButtonLink></p>
      </Card>
    </>
  );
}

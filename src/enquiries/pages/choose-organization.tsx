import { Link, redirect, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { listPublicOrganizations } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { webOf } from "#platform/web/context.ts";
import { enquiriesText } from "../messages/index.ts";

export const handle = { public: true, plain: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const organizations = await listPublicOrganizations(webOf(context).installation.db);
  if (organizations.length === 1) throw redirect(`/help/${organizations[0]!.slug}`);
  return organizations.map(({ slug, name, description, address }) => ({ slug, name, description, address }));
}

export default function ChooseOrganization() {
  const organizations = useLoaderData<typeof loader>();
  const { public: t } = useText(enquiriesText);
  return (
    <>
      <title>{t.chooseTitle}</title>
      <PageHeader title={t.chooseTitle} lead={organizations.length > 0 ? t.chooseLead : t.none} />
      {organizations.map(({ slug, name, description, address }) => (
        <Card key={slug} title={<Link to={`/help/${slug}`}>{name}</Link>}>
          <p>{description}</p>
          {address ? <p className="soft">{address}</p> : null}
        </Card>
      ))}
    </>
  );
}

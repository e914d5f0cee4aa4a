import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { listPublicOrganizations } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { webOf } from "#platform/web/context.ts";
import { volunteeringText } from "../../messages/index.ts";
import { PUBLIC } from "./organization-session.ts";
import { listPublicProgrammes } from "../../service/sign-up/public-programmes.ts";

export const handle = { public: true, plain: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const { installation } = webOf(context);
  const organizations = await listPublicOrganizations(installation.db);
  const listed = [];
  for (const { id, name, slug } of organizations) {
    const programmes = await listPublicProgrammes(installation.systemSession(id, PUBLIC));
    listed.push({ name, slug, programmes: programmes.map((one) => ({ slug: one.slug, name: one.name, summary: one.summary })) });
  }
  return { organizations: listed.filter(({ programmes }) => programmes.length > 0) };
}

export default function ListOpenProgrammes() {
  const { organizations } = useLoaderData<typeof loader>();
  const { join: t } = useText(volunteeringText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      {organizations.length === 0 ? <EmptyState title={t.none} /> : organizations.flatMap((organization) => organization.programmes.map((one) => (
        <Card key={`${organization.slug}/${one.slug}`} title={one.name}>
          <p className="soft">{organization.name}</p>
          <p className="measure pre">{one.summary}</p>
          <ButtonLink tone="primary" big to={`/join/${organization.slug}/${one.slug}`}>{t.open}</ButtonLink>
        </Card>
      )))}
    </>
  );
}

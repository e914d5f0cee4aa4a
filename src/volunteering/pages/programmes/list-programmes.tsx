import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { volunteeringText } from "../../messages/index.ts";
import { listProgrammes } from "../../service/programmes/list-programmes.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { programmes: await listProgrammes(session), mayManage: session.actor.capabilities.has("volunteers.manage"), today: session.today };
}

export default function ListProgrammes() {
  const { programmes, mayManage, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const taking = ({ signUpFrom, signUpUntil }: { signUpFrom: string; signUpUntil: string | null }) =>
    (today < signUpFrom ? t.programmes.notYet : signUpUntil !== null && today > signUpUntil ? t.programmes.closed : t.programmes.taking);
  const create = mayManage ? <ButtonLink tone="primary" to="/volunteers/programmes/new">{t.programmes.new}</ButtonLink> : null;
  return (
    <>
      <title>{t.programmes.title}</title>
      <PageHeader title={t.programmes.title} crumbs={[{ label: t.list.title, to: "/volunteers" }]} actions={create} />
      <Card flush>
        <DataList caption={t.programmes.title} rows={programmes} rowKey={({ id }) => id} rowTo={({ id }) => `/volunteers/programmes/${id}`} empty={<EmptyState title={t.programmes.empty} action={create} />}
          columns={[
            { key: "name", label: t.programmes.name, render: (one) => one.name },
            { key: "taking", label: t.list.state, render: (one) => <Chip>{taking(one)}</Chip> },
            { key: "slug", label: t.programmes.slug, render: (one) => <code>{one.slug}</code> },
          ]} />
      </Card>
    </>
  );
}

import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "../../../kernel/refusal.ts";
import { useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { sessionOf, webOf } from "../../web/context.ts";
import { fileAccess } from "../../web/file-access.ts";
import { readParam } from "../../web/form.ts";
import { listAudit } from "../list.ts";
import { AccessCards } from "./access-cards.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const [kind, fileId] = [readParam(params.kind, z.string().regex(/^[a-z_]+$/)), readParam(params.fileId, z.uuid())];
  const file = await fileAccess.load(session, kind, fileId, webOf(context).lang);
  if (!file) throw new Refusal("not_found", "platform.not_found");
  const readings = await session.read((tx) => listAudit(tx, session.actor, { subjectKind: kind, subjectId: fileId }, { after: new URL(request.url).searchParams.get("after") }));
  return { file, readings, today: session.today };
}

/** Who can see one file and why, and who has opened it: whoever may open the file may know. */
export default function ShowAccess() {
  const { file, readings, today } = useLoaderData<typeof loader>();
  const { access: t } = useText(platformText);
  return (
    <>
      <title>{`${t.title} · ${file.title}`}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: file.title, to: file.to }]} />
      <AccessCards viewers={file.viewers} readings={readings} today={today} />
    </>
  );
}

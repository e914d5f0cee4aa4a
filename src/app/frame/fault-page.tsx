import { Link, useRouteLoaderData, type ErrorResponse } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { appText } from "../messages/index.ts";

/** What a refused page is told; the sentence is chosen on the server, so that pages need not carry every slice's words. */
export interface RefusedPage {
  readonly words: string;
}

/** Shown instead of a page that refused or failed: what happened, and what to do next. */
export function FaultPage({ error }: { error: ErrorResponse | null }) {
  const { faults: t } = useText(appText);
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const refused = error && isRefusedPage(error.data) ? error.data : null;
  const missing = error?.status === 404;
  const title = missing ? t.notFoundTitle : refused ? t.refusedTitle : t.bugTitle;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} />
      <Card>
        <p className="measure">{refused?.words ?? (missing ? t.notFound : t.bug)}</p>
        {!error && root ? <p className="soft small">{t.number} {root.requestId}</p> : null}
        <p><Link className="button primary" to="/">{t.home}</Link></p>
      </Card>
    </>
  );
}

function isRefusedPage(value: unknown): value is RefusedPage {
  return typeof value === "object" && value !== null && "words" in value && typeof value.words === "string";
}

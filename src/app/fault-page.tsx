import { Link, useRouteLoaderData, type ErrorResponse } from "react-router";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import type { RefusalView } from "#platform/web/form.ts";
import { appText } from "./messages/index.ts";
import { refusalText } from "./refusals.ts";

/** Shown instead of a page that refused or failed: what happened, and what to do next. */
export function FaultPage({ error }: { error: ErrorResponse | null }) {
  const { faults: t } = useText(appText);
  const language = useLanguage();
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const refusal = error && isRefusalView(error.data) ? error.data : null;
  const missing = error?.status === 404;
  const title = missing ? t.notFoundTitle : refusal ? t.refusedTitle : t.bugTitle;
  const words = refusal ? refusalText(refusal.reason, language) : missing ? t.notFound : t.bug;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} />
      <Card>
        <p className="measure">{words}</p>
        {!error && root ? <p className="soft small">{t.number} {root.requestId}</p> : null}
        <p><Link className="button primary" to="/">{t.home}</Link></p>
      </Card>
    </>
  );
}

function isRefusalView(value: unknown): value is RefusalView {
  return typeof value === "object" && value !== null && "reason" in value && typeof value.reason === "string";
}

import { useLoaderData } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { platformText } from "#platform/messages/index.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";

export const handle = { public: true, wide: true };

export async function loader() {
  const { describeApi } = await import("../api.ts"); // named at the top, the whole server would go to the browser with this page
  return describeApi();
}

export default function ApiDocs() {
  const groups = useLoaderData<typeof loader>();
  const { api: t } = useText(platformText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<a className="button" href="/api/v1/openapi.json">{t.document}</a>} />
      {groups.map(({ tag, endpoints }) => (
        <Card key={tag} title={tag}>
          <ul className="stack">
            {endpoints.map((endpoint) => (
              <li key={endpoint.method + endpoint.path}>
                <details>
                  <summary><Chip tone={endpoint.method === "GET" ? "calm" : "due"}>{endpoint.method}</Chip> <code>{endpoint.path}</code> <span className="soft">{endpoint.summary}</span></summary>
                  <p className="small">{t.policy}: <code>{endpoint.policy}</code></p>
                  {endpoint.parameters.length > 0 ? <ul className="small">{endpoint.parameters.map(({ name, place, required }) => <li key={name}><code>{name}</code> <span className="soft">{place}{required ? " *" : ""}</span></li>)}</ul> : null}
                  <ul className="small">{endpoint.responses.map(({ status, description }) => <li key={status}><code>{status}</code> {description}</li>)}</ul>
                </details>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

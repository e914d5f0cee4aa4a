import type { LoaderFunctionArgs } from "react-router";
import type { SearchAnswer } from "#platform/ui/plain.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { peopleText } from "../messages/index.ts";
import { searchPersons } from "../service/lists/search-persons.ts";

/** What the command palette asks while somebody types. Whoever may not open files finds nobody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const t = peopleText[webOf(context).lang];
  const q = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  const { capabilities, strong } = session.actor;
  const found = q !== "" && capabilities.has("people.read") && strong ? await searchPersons(session, q) : [];
  const answer: SearchAnswer = {
    hits: found.map(({ id, name, preferredName, birthOn, communityName, roles }) => ({
      to: `/people/${id}`, title: preferredName ? `${name} ${preferredName}` : name, group: roles.includes("volunteer") ? t.search.volunteers : t.search.group,
      detail: [birthOn?.slice(0, 4), communityName, ...roles.map((role) => t.roles[role])].filter(Boolean).join(" · "),
    })),
  };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}

import type { LoaderFunctionArgs } from "react-router";
import type { SearchAnswer } from "../../ui/plain.ts";
import { sessionOf, webOf } from "../../web/context.ts";
import { searchSources } from "../search-sources.ts";

/** Lines of each kind: the palette is a short way, `/search` the long one. */
const SHOWN = 6;

/** What the command palette asks while somebody types. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const groups = await searchSources.load(sessionOf(context), { q, limit: SHOWN }, webOf(context).lang);
  const answer: SearchAnswer = { hits: groups.flatMap(({ title: group, lines }) => lines.map(({ to, title, detail }) => ({ to, title, group, ...(detail && { detail }) }))) };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}

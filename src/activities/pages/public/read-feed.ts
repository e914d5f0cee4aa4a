import type { LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { webOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { FEED } from "../../model/policy.ts";
import { orgOfToken } from "../../service/feeds/make-feed.ts";
import { readFeed } from "../../service/feeds/read-feed.ts";

/** A calendar for phones and mail programs; the address is the key. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { installation, lang } = webOf(context);
  const token = (params.token ?? "").replace(/\.ics$/, "");
  const orgId = orgOfToken(token);
  if (orgId === undefined) throw new Refusal("not_found", "activities.feed_not_found");
  const session = installation.systemSession(orgId, { name: "日历", role: "calendar", capabilities: [FEED] });
  return new Response(await readFeed(session, token, activitiesText[lang].title), { headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, max-age=900" } });
}

import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { messagingText } from "../messages/index.ts";
import { exportResults } from "../service/export-results.ts";

/** What became of a message as a table: names and states, no number. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { file: t, channels, states, reasons } = messagingText[webOf(context).lang];
  const rows = await exportResults(session, readParam(params.messageId, z.uuid()));
  const lines = rows.map(({ name, channel, reachedBy, guardian, state, reason, attemptedAt }) => [name, channels[channel ?? reachedBy] ?? "", guardian ? t.yes : "", states[state], reason === null ? "" : reasons[reason] ?? reason, attemptedAt ?? ""]);
  return sheetsAnswer([{ name: t.name, columns: t.headers.map((header) => ({ header })), rows: lines }], { name: `${t.name}-${session.today}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}

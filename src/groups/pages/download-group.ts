import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { groupsText } from "../messages/index.ts";
import { MOMENTS } from "../model/terms.ts";
import { showGroup } from "../service/show-group.ts";

/** One group as a workbook: its sessions, and its members by number over the sessions, before and after. Nobody's name, nothing that was said. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const shown = await showGroup(sessionOf(context), readParam(params.groupId, z.uuid()), { exported: true });
  const { show: t, plan, session: s, marks, moments, takingPart } = groupsText[webOf(context).lang];
  const held = shown.sessions.filter(({ log }) => log !== null);
  const cellOf = (cells: (typeof shown.lines)[number]["cells"], session: number) => {
    const cell = cells.find((one) => one.session === session);
    return cell ? [marks[cell.state as keyof typeof marks], cell.takingPart === null ? "" : takingPart[cell.takingPart]].filter(Boolean).join(" · ") : "";
  };
  const rating = (memberId: string, moment: (typeof MOMENTS)[number]) => shown.ratings.find((one) => one.memberId === memberId && one.moment === moment)?.value ?? null;
  return sheetsAnswer([
    { name: t.sessions, columns: [s.number, s.onDay, plan.aim, t.cameHead].map((header) => ({ header })), rows: shown.sessions.map(({ number, onDay, aim, log, came }) => [number, { day: onDay }, aim, log === null ? null : came]) },
    {
      name: t.members, columns: [t.member, ...held.map(({ number }) => t.session(number)), ...MOMENTS.map((moment) => moments[moment])].map((header) => ({ header })),
      rows: shown.lines.map(({ memberId, cells }, index) => [index + 1, ...held.map(({ number }) => cellOf(cells, number)), ...MOMENTS.map((moment) => rating(memberId, moment))]),
    },
  ], { name: `${shown.group.name}-${shown.group.begunOn}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}

import { z } from "zod";
import { MOST_TEAMS, PURPOSE_IDS, TRAVEL_MODES, type MemberKey, type NewPlan, type NewTeam } from "../model/plan.ts";

/** Rows of teams a form begins with, and how many a person asked for. */
export const teamRows = (params: URLSearchParams): number => Math.min(MOST_TEAMS, Math.max(3, Math.trunc(Number(params.get("teams") ?? 3)) || 3));

const Field = z.string().optional();

/** A begun plan as the form sends it: rows whose first person is nobody are no team. */
export function planSent(data: FormData): z.input<typeof NewPlan> {
  const text = (name: string) => Field.parse(data.get(name) ?? undefined)?.trim() ?? "";
  const rows = [...data.keys()].flatMap((key) => /^who(\d{1,2})$/.exec(key)?.[1] ?? []);
  const teams = rows.filter((row) => text(`who${row}`) !== "").map((row): NewTeam => ({
    members: [text(`who${row}`), text(`with${row}`)].filter((key) => key !== "").map((key) => key as MemberKey),
    mode: TRAVEL_MODES.find((mode) => mode === text(`mode${row}`)) ?? "foot", from: text(`from${row}`), until: text(`until${row}`),
  }));
  return {
    onDay: text("onDay"), startUnitId: text("startUnitId"), purpose: PURPOSE_IDS.find((purpose) => purpose === text("purpose")) ?? "home_visit", first: text("first") === "visitors" ? "visitors" : "way",
    lunchMinutes: text("lunchMinutes") || "0", lunchFrom: text("lunchFrom"), lunchUntil: text("lunchUntil"), teams,
  };
}

import type { ProgrammeFile } from "../../service/programmes/show-programme.ts";

/**
 * A policy version as the settings page sends it: the fields of each
 * requirement under its number. Age bands are taken over from the latest version.
 */
export function readPolicy(data: FormData, latest: ProgrammeFile["policies"][number]): Record<string, unknown> {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  const numbers = [...data.keys()].flatMap((name) => /^kind-(\d+)$/.exec(name)?.[1] ?? []);
  const requirements = numbers.filter((at) => text(`kind-${at}`) !== "" && text(`leave-${at}`) === "").map((at) => ({
    key: text(`key-${at}`) || keyFor(text(`kind-${at}`), at, latest), kind: text(`kind-${at}`), stage: text(`stage-${at}`), name: text(`name-${at}`),
    needed: number(`needed-${at}`) ?? 1, validDays: number(`validDays-${at}`), exemptable: text(`exemptable-${at}`) !== "", bindsAtOnce: text(`bindsAtOnce-${at}`) !== "",
  }));
  return {
    effectiveOn: text("effectiveOn"), grandfathering: text("grandfathering"), graceDays: number("graceDays"), unknownAge: text("unknownAge"), note: text("note"), ageBands: latest.ageBands, requirements,
  };
}

/** A new requirement's key: its kind, with a number where the kind is there already. */
function keyFor(kind: string, at: string, latest: ProgrammeFile["policies"][number]): string {
  return latest.requirements.some(({ key }) => key === kind) ? `${kind}_${at}` : kind;
}

import type { Language } from "#platform/i18n/language.ts";
import { hoursText } from "../messages/index.ts";
import type { NamedEntry } from "../service/entries/list-hours.ts";
import type { RegisterLine } from "../service/certificates/list-certificates.ts";
import type { ServiceRecord } from "../service/record/show-record.ts";

const column = (header: string, widthCharacters: number) => ({ header, widthCharacters });

/** A volunteer's record as five sheets, one per group of fields. */
export function recordSheets(record: ServiceRecord, lang: Language) {
  const { record: t, fields: f, time } = hoursText[lang];
  const ofKind = (kind: "training" | "appraisal") => record.pathway.lines.filter((line) => line.kind === kind);
  return [
    { name: t.groups.basic, columns: [column(t.groups.basic, 16), column("", 40)], rows: [...basicFacts(record, lang).map(({ label, value }) => [label, value]), ["", t.fieldsNote]] },
    {
      name: t.groups.service, columns: [column(f.happenedOn, 12), column(f.title, 20), column(f.place, 16), column(f.recipient, 14), column(f.content, 24), column(f.time, 12), column(f.manager, 12), column(f.recorder, 12)],
      rows: record.entries.map((one) => [one.happenedOn, one.title, one.place, one.recipient, one.content, time(one.minutes ?? 0), one.managerName || (one.decidedByName ?? ""), one.recordedByName]),
    },
    {
      name: t.groups.training, columns: [column(f.happenedOn, 12), column(f.title, 28), column(t.organiser, 20), column(f.place, 16), column(f.time, 12)],
      rows: ofKind("training").map((line) => [line.on, line.title ?? line.programmeName, line.trainer ?? "", line.place ?? "", line.minutes === null ? t.trainings(line.quantity) : time(line.minutes)]),
    },
    {
      name: t.groups.awards, columns: [column(t.givenOn, 12), column(t.kind, 8), column(t.honourTitle, 30), column(t.givenBy, 20)],
      rows: record.honours.filter(({ kind }) => kind !== "evaluation").map((one) => [one.givenOn, one.kind === "award" ? t.award : t.thanks, one.title, one.givenBy]),
    },
    {
      name: t.groups.evaluation, columns: [column(t.givenOn, 12), column(t.honourTitle, 40), column(t.givenBy, 20)],
      rows: [
        ...record.honours.filter(({ kind }) => kind === "evaluation").map((one) => [one.givenOn, one.title, one.givenBy]),
        ...ofKind("appraisal").map((line) => [line.on, t.placements[line.placement === "reserve" ? "reserve" : "service_team"], line.programmeName]),
      ],
    },
  ];
}

/** The first group: who they are; what is not known is left out. `born` as far as it is known. */
export function basicFacts({ card, pathway, number, minutes }: ServiceRecord, lang: Language): { label: string; value: string }[] {
  const { record: t, fields: f, time } = hoursText[lang];
  return [
    { label: f.name, value: card.name }, { label: t.number, value: number }, { label: t.identity, value: t.identityNote },
    { label: t.sex, value: card.sex === "male" || card.sex === "female" ? t.sexes[card.sex] : "" },
    { label: t.birth, value: card.birthOn?.slice(0, { day: 10, month: 7, year: 4 }[card.birthPrecision ?? "day"]) ?? "" },
    { label: t.place, value: card.communityName ?? "" }, { label: t.phone, value: card.phone ?? "" }, { label: t.affiliation, value: pathway.affiliation },
    { label: t.skills, value: pathway.skills.join("、") }, { label: t.programmes, value: pathway.programmes.join("、") }, { label: t.total, value: time(minutes) },
  ].filter(({ value }) => value !== "");
}

export function hoursSheet(rows: readonly NamedEntry[], stateOf: (entry: NamedEntry) => string, lang: Language) {
  const { sheet, fields: f, sources } = hoursText[lang];
  return [{
    name: sheet.hours, columns: [column(f.happenedOn, 12), column(f.name, 12), column(f.title, 20), column(f.content, 20), column(f.place, 16), column(f.minutes, 12), column(f.state, 10), column(f.source, 12), column(f.recorder, 12)],
    rows: rows.map((one) => [one.happenedOn, one.name, one.title, one.content, one.place, one.minutes ?? "", stateOf(one), sources[one.sourceKind], one.recordedByName]),
  }];
}

export function registerSheet(rows: readonly RegisterLine[], lang: Language) {
  const { sheet, certificates: t, certificate, time } = hoursText[lang];
  return [{
    name: sheet.register, columns: [column(t.number, 20), column(t.name, 12), column(t.period, 26), column(t.hours, 14), column(t.issuedOn, 12), column(certificate.handler, 12), column(t.state, 10), column(certificate.reason, 16)],
    rows: rows.map((one) => [one.number, one.name, `${one.fromOn} – ${one.untilOn}`, time(one.minutes), one.issuedOn, one.issuedByName, t.states[one.state], one.revokedReason ? certificate.reasons[one.revokedReason] : ""]),
  }];
}

import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { referralText } from "../messages/index.ts";
import type { Packet } from "../model/packet.ts";

/** A packet as lines of words, the same for the preview, both organisations and the sealed letter. */
export function packetLines(packet: Packet, language: Language): (readonly [label: string, value: string])[] {
  const t = referralText[language];
  const p = t.packet;
  const { phones, birthOn, sex, community, address, carers, needs, disability } = packet;
  const lines: (readonly [string, string | undefined])[] = [
    [p.name, packet.name], [p.words, packet.words], [p.birthOn, birthOn && formatDayOnly(birthOn, language, "0000-01-01")], [p.sex, sex && (t.sexes[sex] ?? sex)],
    [p.phones, phones?.map(({ value, whose }) => `${value}（${whose || p.self}）`).join(p.between)], [p.community, community], [p.address, address],
    [p.carers, carers?.map((carer) => [carer.relation, carer.name, carer.phone].filter(Boolean).join(" ")).join(p.between)], [p.needs, needs?.map((need) => need[language]).join(p.between)],
    [p.disability, disability && t.disability(disability.type === null ? "" : t.disabilityTypes[disability.type - 1] ?? "", disability.grade)],
  ];
  return lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

import type { FaultKind } from "../faults.ts";
import type { DisabilityGrade, DisabilityType } from "../normalise/disability.ts";
import type { RegisterRow } from "../register-row.ts";

/** A row of one person, with whether the number proposed for it was confirmed. */
export interface OwnRow {
  readonly row: RegisterRow;
  readonly faults: readonly FaultKind[];
  readonly confirmed: boolean;
}

interface Contact { kind: "mobile" | "landline"; value: string; whose: "self" | "other"; holderName?: string; relation?: string }
interface Identifier { system: "resident_id" | "disability_certificate"; value: string; fault?: string }

/** What a register says of one person, with places still by name. Fits the people's `NewPerson` once the places have ids. */
export interface PersonDraft {
  readonly name: string;
  readonly sex: "male" | "female" | null;
  readonly birthOn: string | null;
  readonly ethnicity: string | null;
  readonly address: string | null;
  readonly registeredAddress: string | null;
  readonly remarks: string | null;
  readonly contacts: readonly Contact[];
  readonly identifiers: readonly Identifier[];
  readonly disability: { type: DisabilityType | null; grade: DisabilityGrade | null } | null;
  readonly situations: readonly { kind: "long_at_home" | "employment"; value: string }[];
  readonly relatives: readonly { name: string | null; relation: string; phone: string | null; isGuardian: true }[];
  readonly community: string | null;
  readonly lane: string | null;
}

/** Longest texts the people's records hold; a register's essays are cut there and stay whole in the file. */
const LONGEST = { name: 80, ethnicity: 20, address: 300, remarks: 4000, employment: 200, relation: 40, place: 60 } as const;
const MOST_CONTACTS = 20;

/**
 * One person from all rows of the file about them, the first row first: what it leaves blank the next fills,
 * telephones and numbers add up, and a number that holds puts one that does not out.
 */
export function personOfRows(rows: readonly [OwnRow, ...OwnRow[]]): PersonDraft {
  const first = <T>(of: (row: RegisterRow) => T | null): T | null => {
    for (const { row } of rows) {
      const value = of(row);
      if (value !== null && value !== "") return value;
    }
    return null;
  };
  const type = first((row) => row.disabilityType);
  const grade = first((row) => row.disabilityGrade);
  const community = first((row) => row.community);
  return {
    name: cut(first((row) => row.name) ?? "", LONGEST.name)!,
    sex: first((row) => row.sex), birthOn: first((row) => row.birthOn) ?? birthOfRecovered(rows),
    ethnicity: cut(first((row) => row.ethnicity), LONGEST.ethnicity),
    address: cut(first((row) => row.currentAddress), LONGEST.address), registeredAddress: cut(first((row) => row.registeredAddress), LONGEST.address),
    remarks: cut([...new Set(rows.flatMap(({ row }) => row.remarks ?? []))].join("; ") || null, LONGEST.remarks),
    contacts: contactsOf(rows), identifiers: identifiersOf(rows),
    disability: type === null && grade === null ? null : { type, grade },
    situations: situationsOf(rows, first((row) => row.employment)),
    relatives: relativesOf(rows),
    community: cut(community, LONGEST.place), lane: community === null ? null : cut(first((row) => (row.community === community ? row.lane : null)), LONGEST.place),
  };
}

function cut(text: string | null, most: number): string | null {
  return text === null || text.length <= most ? text : text.slice(0, most);
}

function birthOfRecovered(rows: readonly OwnRow[]): string | null {
  const id = rows.find(({ confirmed, row }) => confirmed && row.recovery)?.row.recovery?.residentId;
  return id ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` : null;
}

function contactsOf(rows: readonly OwnRow[]): Contact[] {
  const contacts = new Map<string, Contact>();
  for (const { row: { phones } } of rows) for (const { kind, number } of phones) if (!contacts.has(number)) contacts.set(number, { kind, value: number, whose: "self" });
  for (const { row: { guardian } } of rows) {
    for (const { kind, number } of guardian?.phones ?? []) {
      if (contacts.has(number)) continue;
      contacts.set(number, {
        kind, value: number, whose: "other",
        ...(guardian?.name && { holderName: cut(guardian.name, LONGEST.name)! }), ...(guardian?.relation && { relation: cut(guardian.relation, LONGEST.relation)! }),
      });
    }
  }
  return [...contacts.values()].slice(0, MOST_CONTACTS);
}

function identifiersOf(rows: readonly OwnRow[]): Identifier[] {
  const found: Identifier[] = [];
  for (const { row, faults, confirmed } of rows) {
    const recovered = confirmed ? row.recovery?.residentId : undefined;
    const id = recovered ?? row.residentId;
    if (id) found.push({ system: "resident_id", value: id, ...(recovered ? {} : faultOf("id_", faults)) });
    if (row.certificateNumber) found.push({ system: "disability_certificate", value: row.certificateNumber, ...faultOf("certificate_", faults) });
  }
  const kept = found.filter((one) => one.fault === undefined || !found.some(({ system, fault }) => system === one.system && fault === undefined));
  return [...new Map(kept.map((one) => [`${one.system} ${one.value}`, one])).values()];
}

/** Faults of a number itself, in the people's words (`check_digit`, `turned_into_number` …); that it disagrees with another column is none of its own. */
const NOT_ITS_OWN: ReadonlySet<string> = new Set(["id_missing", "id_upgraded_from_15", "certificate_other_type", "certificate_other_grade"]);

function faultOf(prefix: "id_" | "certificate_", faults: readonly FaultKind[]): { fault?: string } {
  const kind = faults.find((each) => each.startsWith(prefix) && !NOT_ITS_OWN.has(each));
  return kind ? { fault: kind.slice(prefix.length) } : {};
}

function situationsOf(rows: readonly OwnRow[], employment: string | null): PersonDraft["situations"] {
  const answers = new Set(rows.map(({ row }) => row.longAtHome));
  const home = answers.has("yes") ? "yes" : answers.has("no") && !answers.has("unclear") ? "no" : null;
  return [
    ...(home ? [{ kind: "long_at_home" as const, value: home }] : []),
    ...(employment ? [{ kind: "employment" as const, value: cut(employment, LONGEST.employment)! }] : []),
  ];
}

function relativesOf(rows: readonly OwnRow[]): PersonDraft["relatives"] {
  const relatives = rows.flatMap(({ row: { guardian } }) => (guardian && (guardian.name || guardian.phones.length > 0)
    ? [{ name: cut(guardian.name, LONGEST.name), relation: cut(guardian.relation, LONGEST.relation) ?? "监护人", phone: guardian.phones[0]?.number ?? null, isGuardian: true as const }] : []));
  return [...new Map(relatives.map((one) => [`${one.name} ${one.relation}`, one])).values()];
}

import type { ConsentState, PersonRole, Purpose, SituationKind } from "./terms.ts";

/** One thing that happened to somebody, as data; a page makes the words. */
export type PersonEvent = { readonly key: string; readonly on: string } & (
  | { readonly what: "role" | "role_ended"; readonly role: PersonRole; readonly note: string }
  | { readonly what: "situation"; readonly kind: SituationKind; readonly value: string }
  | { readonly what: "consent"; readonly purpose: Purpose; readonly state: ConsentState }
  | { readonly what: "disability"; readonly type: number | null; readonly grade: number | null }
  | { readonly what: "merged" | "unmerged"; readonly name: string }
  | { readonly what: "created"; readonly source: string }
);

/** What is known of somebody's past, from the parts of their file. */
export interface FileParts {
  readonly person: { readonly id: string; readonly source: string; readonly createdAt: string };
  readonly roles: readonly { readonly id: string; readonly role: PersonRole; readonly fromOn: string; readonly untilOn: string | null; readonly reason: string }[];
  readonly situations: readonly { readonly id: string; readonly kind: string; readonly value: string; readonly sinceOn: string | null; readonly recordedAt: string }[];
  readonly trail: readonly { readonly id: string; readonly purpose: string; readonly state: string; readonly fromOn: string }[];
  readonly disabilities: readonly { readonly id: string; readonly type: number | null; readonly grade: number | null; readonly fromOn: string | null; readonly recordedAt: string }[];
  readonly merges: readonly { readonly id: string; readonly survivorId: string; readonly mergedName: string; readonly survivorName: string; readonly mergedAt: string; readonly undoneAt: string | null }[];
}

/** Everything that happened, newest first. `dayOf`: the day of an instant where the organisation is. */
export function timeLine({ person, roles, situations, trail, disabilities, merges }: FileParts, dayOf: (instant: string) => string): PersonEvent[] {
  const events: PersonEvent[] = [
    { key: person.id, on: dayOf(person.createdAt), what: "created", source: person.source },
    ...roles.map(({ id, role, fromOn, untilOn, reason }): PersonEvent => ({ key: id, on: fromOn, what: "role", role, note: untilOn === null ? reason : "" })),
    ...roles.flatMap(({ id, role, untilOn, reason }): PersonEvent[] => (untilOn === null ? [] : [{ key: `${id}-end`, on: untilOn, what: "role_ended", role, note: reason }])),
    ...situations.map(({ id, kind, value, sinceOn, recordedAt }): PersonEvent => ({ key: id, on: sinceOn ?? dayOf(recordedAt), what: "situation", kind: kind as SituationKind, value })),
    ...trail.map(({ id, purpose, state, fromOn }): PersonEvent => ({ key: id, on: fromOn, what: "consent", purpose: purpose as Purpose, state: state as ConsentState })),
    ...disabilities.map(({ id, type, grade, fromOn, recordedAt }): PersonEvent => ({ key: id, on: fromOn ?? dayOf(recordedAt), what: "disability", type, grade })),
    ...merges.flatMap(({ id, survivorId, mergedName, survivorName, mergedAt, undoneAt }): PersonEvent[] => {
      const name = survivorId === person.id ? mergedName : survivorName;
      return [{ key: id, on: dayOf(mergedAt), what: "merged", name }, ...(undoneAt === null ? [] : [{ key: `${id}-undone`, on: dayOf(undoneAt), what: "unmerged" as const, name }])];
    }),
  ];
  return events.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

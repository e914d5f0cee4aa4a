import type { Reason } from "./terms.ts";

/** A way to somebody: an account of their own, or a mobile number. */
interface Way { readonly accountId: string | null; readonly phones: readonly string[] }

export interface GuardianKnown extends Way {
  readonly mustNot: boolean;
  readonly optedOut: boolean;
}

/** What is known of one person of the audience on the day. */
export interface PersonKnown extends Way {
  readonly personId: string;
  /** The first thing that stands in the way whatever the address. */
  readonly barred: Exclude<Reason, "no_guardian" | "must_not_contact" | "no_address"> | null;
  readonly underAge: boolean;
  readonly guardians: readonly GuardianKnown[];
  /** Numbers of relatives who must not be contacted. */
  readonly forbidden: ReadonlySet<string>;
}

export interface Reach {
  readonly personId: string;
  readonly reachedBy: "app" | "text" | "none";
  readonly accountId: string | null;
  readonly phone: string | null;
  readonly guardian: boolean;
  readonly reason: Reason | null;
}

/** How one person is reached, or why not. Somebody under age is never written to: a guardian is, unless they must not be contacted. */
export function planReach(person: PersonKnown): Reach {
  if (person.barred) return leftOut(person, person.barred);
  if (!person.underAge) return wayTo(person, person, false) ?? leftOut(person, person.phones.length > 0 ? "must_not_contact" : "no_address");
  const allowed = person.guardians.filter(({ mustNot }) => !mustNot);
  const willing = allowed.filter(({ optedOut }) => !optedOut);
  for (const guardian of willing) {
    const reach = wayTo(person, guardian, true);
    if (reach) return reach;
  }
  if (allowed.length === 0 && person.guardians.length > 0) return leftOut(person, "must_not_contact");
  return leftOut(person, allowed.length > willing.length ? "opted_out" : "no_guardian");
}

function wayTo({ personId, forbidden }: PersonKnown, { accountId, phones }: Way, guardian: boolean): Reach | null {
  const phone = phones.find((number) => !forbidden.has(number)) ?? null;
  if (accountId !== null) return { personId, reachedBy: "app", accountId, phone: null, guardian, reason: null };
  return phone === null ? null : { personId, reachedBy: "text", accountId: null, phone, guardian, reason: null };
}

const leftOut = ({ personId }: PersonKnown, reason: Reason): Reach => ({ personId, reachedBy: "none", accountId: null, phone: null, guardian: false, reason });

/** One address, one message: everybody behind the first of an address is joined to them. Positions in the order given; null where nobody is reached. */
export function joinedTo(reaches: readonly Reach[]): (number | null)[] {
  const first = new Map<string, number>();
  return reaches.map(({ accountId, phone }, index) => {
    const address = accountId ?? phone;
    if (address === null) return null;
    const known = first.get(address);
    if (known === undefined) first.set(address, index);
    return known ?? null;
  });
}

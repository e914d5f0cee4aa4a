/** HTTP status of each kind of refusal (RFC 9110). */
export const STATUS = {
  invalid_input: 422,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  precondition_required: 428,
  too_large: 413,
  unsupported_type: 415,
  too_many: 429,
  unavailable: 503,
} as const;

/** One wrong field: its name in the form, and the reason as a message key. */
export interface FieldFault {
  readonly field: string;
  readonly reason: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An expected "no": safe to show, never reported as a fault. Anything else thrown is a bug and leaves as an opaque 500. */
export class Refusal extends Error {
  readonly kind: keyof typeof STATUS;
  /** Stable machine-readable reason, also the message key, e.g. `visit.already_closed`. */
  readonly reason: `${string}.${string}`;
  readonly fields: readonly FieldFault[];
  /** Values the message needs, e.g. `{ row: 12 }`. Never personal data. */
  readonly params: Readonly<Record<string, string | number>>;
  /** For `stale`: what the other person changed, field by field. */
  readonly difference: Difference | undefined;

  constructor(
    kind: keyof typeof STATUS,
    reason: `${string}.${string}`,
    more: { fields?: readonly FieldFault[]; params?: Record<string, string | number>; difference?: Difference } = {},
  ) {
    super(reason);
    this.name = "Refusal";
    this.kind = kind;
    this.reason = reason;
    this.fields = more.fields ?? [];
    this.params = more.params ?? {};
    this.difference = more.difference;
  }

  get status(): number {
    return STATUS[this.kind];
  }
}

/** Field → what is stored now and what was sent, shown side by side after a clash. */
export type Difference = Readonly<Record<string, { stored: unknown; sent: unknown }>>;

/** The pages are bundled, so two copies of this class may meet: compare by name, not by prototype. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === "Refusal" && "kind" in error && "reason" in error;
}

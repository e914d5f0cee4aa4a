import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** Classes of fields, from open to guarded. Sensitive ones never stand in a list; showing one is a call of its own, and audited. */
export const FIELD_CLASSES = ["public", "internal", "personal", "sensitive"] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** What the question is about. Scope beyond the organisation (my caseload, my friend) is the slice's own policy. */
export interface Resource {
  readonly orgId: string;
  /** The accounts or persons a limited reader must be among; absent when the whole organisation may. */
  readonly assignedTo?: readonly string[];
  /** Purposes the person agreed to; absent when the action needs none. */
  readonly consents?: ReadonlySet<string>;
}

export interface Decision {
  readonly allow: boolean;
  /** The field classes the answer may hold. */
  readonly fields: ReadonlySet<FieldClass>;
  /** Why, as a message key; shown to the reader when refused. */
  readonly reason: `access.${string}`;
  /** What must happen when it is used, e.g. an audit entry. */
  readonly obligations: readonly ("audit")[];
}

/** What an action asks for. Slices declare theirs in `model/policy.ts`. */
export interface Action {
  readonly capability: string;
  /** The classes this action shows at most. */
  readonly shows: readonly FieldClass[];
  /** Enough instead of the capability when the resource is assigned to the actor. */
  readonly assignedCapability?: string;
  /** The consent the person must have given. */
  readonly purpose?: string;
}

const DENY = (reason: Decision["reason"]): Decision => ({ allow: false, fields: new Set(), reason, obligations: [] });

/** The one question: may this actor do this to this? Deny by default. */
export function can(actor: Actor, action: Action, resource: Resource): Decision {
  if (resource.orgId !== actor.orgId) return DENY("access.not_allowed");
  const assigned = resource.assignedTo?.some((id) => id === actor.accountId || id === actor.personId) ?? false;
  const held = actor.capabilities.has(action.capability);
  const heldByAssignment = assigned && action.assignedCapability !== undefined && actor.capabilities.has(action.assignedCapability);
  if (!held && !heldByAssignment) return DENY("access.not_allowed");
  if (action.purpose !== undefined && !resource.consents?.has(action.purpose)) return DENY("access.no_consent");
  const sensitive = action.shows.includes("sensitive");
  if (sensitive && !actor.strong) return DENY("access.second_factor");
  return { allow: true, fields: new Set(action.shows), reason: "access.allowed", obligations: sensitive || action.shows.includes("personal") ? ["audit"] : [] };
}

/** Throws the refusal when the answer is no. Someone without access must not learn that a thing exists: pass `hide`. */
export function authorise(actor: Actor, action: Action, resource: Resource, hide?: Refusal): Decision {
  const decision = can(actor, action, resource);
  if (!decision.allow) throw hide ?? new Refusal("forbidden", decision.reason);
  return decision;
}

/** For actions on the organisation as a whole: lists, creating, settings. */
export function requireCapability(actor: Actor, capability: string): void {
  if (!actor.capabilities.has(capability)) throw new Refusal("forbidden", "access.not_allowed");
}

import { OPEN_STATUSES, type NeedStatus } from "./need.ts";

/** Ways a need may go. A met need may come back; a withdrawn one is over (said again, it is a new need). */
const WAYS: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  noted: ["answering", "met", "unmet", "withdrawn"],
  answering: ["met", "unmet", "withdrawn"],
  unmet: ["answering", "met", "withdrawn"],
  met: ["answering"],
  withdrawn: [],
};

export type NeedChangeDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "no_such_way" | "already_so" | "before_last" | "in_future" };

/** Where a need may go from here. */
export const nextStatuses = (status: NeedStatus): readonly NeedStatus[] => WAYS[status];

/** True while somebody still waits for an answer. */
export const isOpen = (status: NeedStatus): boolean => OPEN_STATUSES.includes(status);

/**
 * May a need change so? Days never run backwards, and nothing is recorded for a day that has not come. A change of the
 * priority alone keeps the status of an open need.
 */
export function decideNeedChange(
  current: { status: NeedStatus; priority: string; statusOn: string },
  target: { status: NeedStatus; priority?: string | undefined; on: string },
  today: string,
): NeedChangeDecision {
  if (target.on > today) return { allowed: false, reason: "in_future" };
  if (target.on < current.statusOn) return { allowed: false, reason: "before_last" };
  if (target.status === current.status) {
    const reweighed = target.priority !== undefined && target.priority !== current.priority && isOpen(current.status);
    return reweighed ? { allowed: true } : { allowed: false, reason: "already_so" };
  }
  return WAYS[current.status].includes(target.status) ? { allowed: true } : { allowed: false, reason: "no_such_way" };
}

import { addDays } from "#kernel/calendar.ts";
import type { AgeBand } from "./age-bands.ts";

/** Steps of the pathway (志愿者成长路径), in order: what must be met to be approved, to be placed, and to meet anybody. */
export const STAGES = ["approval", "placement", "service"] as const;
export type Stage = (typeof STAGES)[number];

/** What a requirement is about (报名、面谈、培训、筛查、协议、知情同意、保险、考核 …). */
export const REQUIREMENT_KINDS = [
  "application", "interview", "training", "screening", "agreement", "consent", "insurance", "appraisal", "guardian_consent", "age",
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** One thing a programme asks of a volunteer. Data of a policy version, never a constant of the code. */
export interface Requirement {
  /** Stable across versions, so that evidence given under one version counts under the next. */
  readonly key: string;
  readonly kind: RequirementKind;
  readonly stage: Stage;
  /** Pieces of evidence needed, e.g. 3 training sessions; 1 for most. */
  readonly needed: number;
  /** Days the evidence stays valid after the day it was given; null: it does not expire. */
  readonly validDays: number | null;
  /** Whether somebody may be exempted, with a reason and an end. */
  readonly exemptable: boolean;
  /** Binds also those whom an earlier version still covers, e.g. an insurance that a new law asks of everybody. */
  readonly bindsAtOnce: boolean;
}

export const GRANDFATHERING_RULES = ["none", "grace", "keep"] as const;

/**
 * What a new version does to those approved under an earlier one (新旧衔接):
 * `none` judges everybody anew at once; `grace` lets them serve on for some
 * days; `keep` for as long as they stay approved without a break.
 */
export type Grandfathering =
  | { readonly rule: "none" }
  | { readonly rule: "grace"; readonly days: number }
  | { readonly rule: "keep" };

/** A programme's policy (准入办法) from a day on, until the next version's day. */
export interface PolicyVersion {
  readonly version: number;
  readonly effectiveOn: string;
  readonly requirements: readonly Requirement[];
  readonly grandfathering: Grandfathering;
  readonly ageBands: readonly AgeBand[];
  /** What holds for somebody whose birth date is not known. */
  readonly unknownAge: "ask" | "adult";
}

/** The version in force on a day; undefined before the first. Versions may come in any order. */
export function versionOn(versions: readonly PolicyVersion[], on: string): PolicyVersion | undefined {
  let found: PolicyVersion | undefined;
  for (const version of versions) {
    if (version.effectiveOn <= on && (!found || version.effectiveOn > found.effectiveOn)) found = version;
  }
  return found;
}

/** The last day on which those approved under an earlier version are left alone; the day before it took effect: not at all. */
export function graceLastOn({ grandfathering, effectiveOn }: PolicyVersion): string {
  if (grandfathering.rule === "keep") return "9999-12-31";
  return addDays(effectiveOn, (grandfathering.rule === "grace" ? grandfathering.days : 0) - 1);
}

import type { Highs, Model, ModelData } from "highs";

/** A linear programme in whole numbers: at most so much of every limit, at least so much of some. */
export interface Programme {
  /** Per variable: the most it may be, and the least it may be when it is not zero. */
  readonly most: readonly number[];
  readonly lot: readonly number[];
  /** The least each must be, where a search has said so; else none. */
  readonly least?: readonly number[];
  /** Per limit, in order: what each variable takes of it, and its bounds. */
  readonly rows: readonly { readonly terms: ReadonlyMap<number, number>; readonly least: number | null; readonly most: number | null }[];
}

export interface StageResult {
  readonly value: number;
  readonly units: readonly number[];
  readonly prices: readonly number[];
  readonly bound: number;
  readonly closed: boolean;
}

/** Loaded when first needed: nothing else pays for its three megabytes. */
let loading: Promise<Highs> | undefined;

export function loadSolver(): Promise<Highs> {
  loading ??= import("highs").then(({ default: load }) => load());
  return loading;
}

/** How far a stage is searched before it ends with a stated gap, the same one everywhere as no clock is asked. */
export interface Effort {
  /** With more variables than this, whole numbers are sought near the fractions first, and then only where prices leave a better answer possible. */
  readonly searchedUpTo: number;
  /** Branches searched at most: in all, and in each of those steps. */
  readonly nodes: number;
  readonly nodesNear: number;
  /** Variables left at most for the last of those steps. */
  readonly closedUpTo: number;
  /** Branches searched at most where each buyer's units of each tier are held. */
  readonly nodesHeld: number;
  /** Times at most that a stage is divided where a buyer's units of a tier are no whole number. */
  readonly divisions: number;
}

export interface StageQuestion {
  readonly programme: Programme;
  readonly cost: readonly number[];
  readonly start: readonly number[];
  readonly thrift: readonly number[] | null;
  /** Variables whose sums are whole in any answer: what each buyer pays for in each tier. */
  readonly totals: readonly (readonly number[])[];
}

export type Relaxed = Pick<StageResult, "value" | "units" | "prices">;

/** As if parts of units could pass, with prices; null where nothing fits. */
export function relax(highs: Highs, programme: Programme, cost: readonly number[]): Relaxed | null {
  return highs.withModel(modelOf(highs, programme, cost, false), (model) => {
    model.options.set({ output_flag: false, random_seed: 0 });
    model.run();
    return solutionOf(highs, model, cost);
  });
}

/** What a model in fractions was solved to; null where nothing fits. */
export function solutionOf(highs: Highs, model: Model, cost: readonly number[]): Relaxed | null {
  const status = model.getModelStatus();
  const { optimal, infeasible } = highs.constants.modelStatus;
  if (status === infeasible) return null;
  if (status !== optimal) throw new Error(`supply: the solver ended with status ${status}`);
  const { colValue, rowDual } = model.getSolution();
  const units = Array.from(colValue, Number);
  return { value: units.reduce((sum, x, k) => sum + x * cost[k]!, 0), units, prices: [...rowDual] };
}

/** In whole units, by branch and cut; null where nothing whole fits. `start` where an answer is known, `first` when any will do. */
export function run(highs: Highs, programme: Programme, cost: readonly number[], { start, nodes, first = false }: { start?: readonly number[]; nodes: number; first?: boolean }): Whole | null {
  return highs.withModel(modelOf(highs, programme, cost, true), (model) => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: nodes, ...(first && { mip_max_improving_sols: 1 }) });
    if (start) model.setSolution({ colValue: [...start] });
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, solutionLimit } = highs.constants.modelStatus;
    if (status === infeasible) return null;
    if (status !== optimal && status !== solutionLimit) throw new Error(`supply: the solver ended with status ${status}`);
    const bound = Math.ceil(Number(model.info.get("mip_dual_bound")) - 1e-6);
    const found = Number.isFinite(Number(model.info.get("objective_function_value")));
    const units = found ? Array.from(model.getSolution().colValue, Math.round) : null;
    const value = units ? units.reduce((sum, x, k) => sum + x * cost[k]!, 0) : Infinity;
    return { value, units, bound: status === optimal ? value : bound, closed: status === optimal || bound === value };
  });
}

/** `units` null when the search ended before it found any. */
export interface Whole extends Omit<StageResult, "prices" | "units"> {
  readonly units: readonly number[] | null;
}

export function modelOf(highs: Highs, { most, lot, least, rows }: Programme, cost: readonly number[], inWholes: boolean): ModelData {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const { terms } of rows) {
    for (const [at, value] of terms) { indices.push(at); values.push(value); }
    starts.push(indices.length);
  }
  const { integer, semiInteger } = highs.constants.variableType;
  return {
    numCols: most.length, numRows: rows.length, colCost: [...cost], colUpper: [...most], colLower: lot.map((some, k) => (inWholes && some > 1 ? Math.max(some, least?.[k] ?? 0) : least?.[k] ?? 0)),
    rowLower: rows.map(({ least }) => least ?? -highs.infinity), rowUpper: rows.map((row) => row.most ?? highs.infinity),
    matrix: { format: "csr", numRows: rows.length, numCols: most.length, starts, indices, values },
    ...(inWholes && { integrality: lot.map((some, k) => (some > 1 && !(least?.[k]) ? semiInteger : integer)) }),
  };
}

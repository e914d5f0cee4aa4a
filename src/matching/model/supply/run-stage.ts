import type { Highs, ModelData } from "highs";

/** A linear programme in whole numbers: at most so much of every limit, at least so much of some. */
export interface Programme {
  /** Per variable: the most it may be, and the least it may be when it is not zero. */
  readonly most: readonly number[];
  readonly lot: readonly number[];
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

/** Branches searched at most, in all and near the fractions, so that a hard case ends with a stated gap, and the same one everywhere. */
const MOST_NODES = 2000;
const MOST_NODES_NEAR = 10;

/** With more variables than this, whole numbers are sought only near the fractions, and the gap to what those promise is stated. Chosen by measurement. */
const SEARCHED_UP_TO = 3000;

/** How far from its fraction a variable is sought. */
const NEAR = 2;

/** The least of a cost. First as if parts of units could pass: where the answer is whole, its prices prove it. Else by branch and cut, from `start` on. */
export function leastOf(highs: Highs, programme: Programme, cost: readonly number[], start: readonly number[]): StageResult {
  const relaxed = run(highs, programme, cost, null);
  const whole = relaxed.units.every((x, k) => Math.abs(x - Math.round(x)) < 1e-6 && (Math.round(x) === 0 || Math.round(x) >= programme.lot[k]!));
  if (whole) {
    const units = relaxed.units.map(Math.round);
    const value = units.reduce((sum, x, k) => sum + x * cost[k]!, 0);
    return { ...relaxed, units, value, bound: value, closed: true };
  }
  const promised = Math.ceil(relaxed.value - 1e-6);
  if (cost.length <= SEARCHED_UP_TO) return { ...run(highs, programme, cost, start), prices: relaxed.prices };
  const most = programme.most.map((top, k) => Math.max(start[k]!, Math.min(top, relaxed.units[k]! > 1e-6 ? Math.ceil(relaxed.units[k]!) + NEAR : 0)));
  const found = run(highs, { ...programme, most }, cost, start, MOST_NODES_NEAR);
  return { ...found, prices: relaxed.prices, bound: promised, closed: found.value === promised };
}

function run(highs: Highs, programme: Programme, cost: readonly number[], start: readonly number[] | null, nodes = MOST_NODES): StageResult {
  const inWholes = start !== null;
  return highs.withModel(modelOf(highs, programme, cost, inWholes), (model) => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: nodes });
    if (start) model.setSolution({ colValue: [...start] });
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, solutionLimit } = highs.constants.modelStatus;
    if (status === infeasible || (status !== optimal && status !== solutionLimit)) throw new Error(`supply: the solver ended with status ${status}`);
    const { colValue, rowDual } = model.getSolution();
    const units = Array.from(colValue, inWholes ? Math.round : Number);
    const value = units.reduce((sum, x, k) => sum + x * cost[k]!, 0);
    const bound = inWholes && status !== optimal ? Math.ceil(Number(model.info.get("mip_dual_bound")) - 1e-6) : value;
    return { value, units, prices: inWholes ? [] : [...rowDual], bound, closed: bound === value };
  });
}

function modelOf(highs: Highs, { most, lot, rows }: Programme, cost: readonly number[], inWholes: boolean): ModelData {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const { terms } of rows) {
    for (const [at, value] of terms) { indices.push(at); values.push(value); }
    starts.push(indices.length);
  }
  const { integer, semiInteger } = highs.constants.variableType;
  return {
    numCols: most.length, numRows: rows.length, colCost: [...cost], colUpper: [...most], colLower: lot.map((least) => (inWholes && least > 1 ? least : 0)),
    rowLower: rows.map(({ least }) => least ?? -highs.infinity), rowUpper: rows.map((row) => row.most ?? highs.infinity),
    matrix: { format: "csr", numRows: rows.length, numCols: most.length, starts, indices, values },
    ...(inWholes && { integrality: lot.map((least) => (least > 1 ? semiInteger : integer)) }),
  };
}

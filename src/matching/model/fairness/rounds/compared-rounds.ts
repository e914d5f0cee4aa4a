/** Residents up to whom the choices of fairness are compared with every run; beyond, when somebody asks for it. Apart from the solver, so that pages need not carry it. */
export const COMPARED_UP_TO = 3000;

/** Seconds a thousand residents take, measured with 16 candidates each at 5,000 to 50,000: a cap that can be kept, and one whose smallest must be looked for among many candidates. */
const [QUICK_SECONDS, SLOW_SECONDS] = [1.2, 8];

/** Whole minutes in which a comparison may be expected to end, at least and at most; an estimate, to be told as such. */
export function comparisonMinutes(residents: number): { readonly from: number; readonly to: number } {
  const minutes = (secondsAThousand: number) => Math.max(1, Math.ceil((residents * secondsAThousand) / 60_000));
  return { from: minutes(QUICK_SECONDS), to: minutes(SLOW_SECONDS) };
}

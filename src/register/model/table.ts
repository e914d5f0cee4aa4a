/** A cell as the register reads it. What the platform's reader gives fits this shape; the model itself knows no files. */
export interface Cell {
  readonly kind: "blank" | "text" | "number" | "date" | "boolean" | "error";
  readonly text: string;
  readonly formula: boolean;
}

export interface Row {
  /** As the person sees it in Excel, from 1. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
  /** Its characters could not be read with certainty. */
  readonly doubtful: boolean;
}

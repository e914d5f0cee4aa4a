/** What a file may cost before it is refused. All are checked while reading, not after. */
export interface FileLimits {
  /** Of the file as it arrived. */
  readonly maxBytes: number;
  /** Of any one part of a workbook once inflated. */
  readonly maxInflatedBytes: number;
  /** Inflated to packed, beyond 64 MB inflated. Real sheets stay under 60; a bomb is near 1,000. */
  readonly maxRatio: number;
  /** Excel itself stops at 1,048,576 rows and 16,384 columns; cells right of `maxColumns` are not read. */
  readonly maxRows: number;
  readonly maxColumns: number;
}

export const DEFAULT_LIMITS: FileLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxInflatedBytes: 4 * 1024 ** 3,
  maxRatio: 300,
  maxRows: 2_000_000,
  maxColumns: 1_000,
};

/** Choices that come out the same for the same seed and row, whatever was drawn before. */
export interface Pick {
  /** A whole number from 0, below `most`. */
  below(most: number): number;
  chance(share: number): boolean;
  of<Item = string>(items: ArrayLike<Item>): Item;
}

/** Source of the generator: splitmix32. */
export function aPick(seed: number, row: number): Pick {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b)) | 0;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  return {
    below: (most) => Math.floor(next() * most),
    chance: (share) => next() < share,
    of: (items) => items[Math.floor(next() * items.length)]!,
  };
}

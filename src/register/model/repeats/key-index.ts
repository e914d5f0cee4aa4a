const START = 1 << 12;

/**
 * Key → the entries that have it, for millions of entries: an open-addressing
 * table in flat memory (12 bytes a slot) and a chain of 4 bytes an entry. A
 * Map of the same would take five times as much.
 */
export class KeyIndex {
  #keys = new Float64Array(START);
  #heads = new Int32Array(START);
  #next = new Int32Array(START);
  #used = 0;

  /** The entry last added under this key, or −1. Key 0 means "nothing" and is never found. */
  last(key: number): number {
    if (key === 0) return -1;
    return this.#heads[this.#slot(key)]! - 1;
  }

  /** The entry added under the same key before this one, or −1. */
  before(entry: number): number {
    return this.#next[entry]! - 1;
  }

  add(key: number, entry: number): void {
    if (key === 0) return;
    if (this.#used * 4 >= this.#keys.length * 3) this.#grow();
    const slot = this.#slot(key);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#used++;
    }
    if (entry >= this.#next.length) this.#next = lengthened(this.#next, entry);
    this.#next[entry] = this.#heads[slot]!;
    this.#heads[slot] = entry + 1;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul((key % 4294967296) ^ (key / 4294967296), 0x9e3779b1) >>> 0 & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Float64Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2);
    keys.forEach((key, old) => {
      if (key === 0) return;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#heads[slot] = heads[old]!;
    });
  }
}

function lengthened(array: Int32Array<ArrayBuffer>, toHold: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(array.length * 2, toHold + 1));
  longer.set(array);
  return longer;
}

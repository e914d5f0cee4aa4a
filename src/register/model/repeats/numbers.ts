type Kind = Float64ArrayConstructor | Int32ArrayConstructor | Uint8ArrayConstructor;

/** A growing list of numbers in flat memory. */
export class Numbers {
  #values: Float64Array | Int32Array | Uint8Array;
  readonly #kind: Kind;
  #length = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#values = new kind(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new this.#kind(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

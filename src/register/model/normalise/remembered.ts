/** Different texts kept; a column of few values (sex, grade) has fewer, a column of many is not worth keeping. */
const MOST_KEPT = 2_000;

/** The same function, which answers from memory for texts it has seen: a register says 男 half a million times. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const value = read(text);
    if (known.size < MOST_KEPT && text.length < 64) known.set(text, value);
    return value;
  };
}

/** A failure whose message tells a person what to do; shown without a stack. */
export class ForPeople extends Error {
  /**
   * @param {string} english
   * @param {string} chinese
   * @param {string} [detail] what the failed program said
   */
  constructor(english, chinese, detail = "") {
    super([detail.trimEnd(), english, chinese].filter(Boolean).join("\n"));
    this.name = "ForPeople";
  }
}

/** Says what is going on, beside the command's own output. @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The database cannot be started and only a person can change that; the message says what to do, in both languages. */
export class CannotStart extends Error {
  constructor(english: string, chinese: string) {
    super(`${english}\n${chinese}`);
    this.name = "CannotStart";
  }
}

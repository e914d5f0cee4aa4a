/** What a slice gives for standard forms, in words as they are to stand on paper: single facts by name, and lists of lines. What is not known is left out. */
export interface PaperFacts {
  readonly fields: Readonly<Record<string, string | null | undefined>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string | null | undefined>>[]>>;
}

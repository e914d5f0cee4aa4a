/** What is said of a person where somebody goes to see them. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly communityName: string | null;
  readonly laneName: string | null;
  readonly deceasedOn: string | null;
  readonly phones: readonly { readonly value: string }[];
}

/** What a change would be shown of, field by field. */
export const knownFields = ({ name, address, communityName, laneName, deceasedOn, phones }: Known) => ({
  name, address: [communityName, laneName, address].filter(Boolean).join(" · "), phone: phones[0]?.value ?? "", deceasedOn: deceasedOn ?? "",
});

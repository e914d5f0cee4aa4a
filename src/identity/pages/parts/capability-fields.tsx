import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, Stack } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import { CAPABILITY_GROUPS } from "../../model/capability-groups.ts";

export interface CapabilityFieldsProps {
  name: string;
  label: string;
  chosen?: readonly string[];
  /** Level of the heading; 2 unless the form stands in a section of its own. */
  level?: 2 | 3;
  /** Offer only these; all when left out. */
  among?: readonly string[];
}

/** Capabilities to tick, by what they are about. All are sent under one name. */
export function CapabilityFields({ name, label, chosen = [], level = 2, among }: CapabilityFieldsProps) {
  const t = useText(identityText);
  const Heading = level === 2 ? "h2" : "h3";
  const groups = CAPABILITY_GROUPS.map(({ key, capabilities }) => ({ key, offered: capabilities.filter((capability) => !among || among.includes(capability)) }));
  return (
    <Stack>
      <Heading>{label}</Heading>
      {groups.filter(({ offered }) => offered.length > 0).map(({ key, offered }, index) => (
        <CheckboxGroup key={key} name={name} part={index === 0 ? undefined : key} label={t.groups[key]} defaultValues={chosen} choices={offered.map((value) => ({ value, label: t.capabilities[value] }))} />
      ))}
    </Stack>
  );
}

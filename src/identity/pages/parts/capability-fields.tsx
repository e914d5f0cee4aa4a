import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, Stack } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import { CAPABILITY_GROUPS } from "../../model/capability-groups.ts";

export interface CapabilityFieldsProps {
  name: string;
  label: string;
  chosen?: readonly string[];
  /** Offer only these; all when left out. */
  among?: readonly string[];
}

/** Capabilities to tick, by what they are about. All are sent under one name. */
export function CapabilityFields({ name, label, chosen = [], among }: CapabilityFieldsProps) {
  const t = useText(identityText);
  const groups = CAPABILITY_GROUPS.map(({ key, capabilities }) => ({ key, offered: capabilities.filter((capability) => !among || among.includes(capability)) }));
  return (
    <Stack>
      <h3>{label}</h3>
      {groups.filter(({ offered }) => offered.length > 0).map(({ key, offered }) => (
        <CheckboxGroup key={key} name={name} label={t.groups[key]} defaultValues={chosen} choices={offered.map((value) => ({ value, label: t.capabilities[value] }))} />
      ))}
    </Stack>
  );
}

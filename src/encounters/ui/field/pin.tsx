import { useState, type FormEvent } from "react";
import { readLock } from "#platform/device/lock-place.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { Field } from "#platform/ui/form/field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { encountersText } from "../../messages/index.ts";
import { lockForToday, unlock } from "./day-lock.ts";
import type { FieldKey } from "./use-field.ts";

const SHORTEST = 6;

/** Before leaving: a PIN for the day. */
export function SetPin({ fieldKey }: { fieldKey: FieldKey }) {
  const { field: { pin: t } } = useText(encountersText);
  const [isSet, setIsSet] = useState(() => readLock()?.orgId === fieldKey.orgId);
  const [fault, setFault] = useState("");
  if (isSet) return <p className="soft small">{t.isSet}</p>;
  const set = (pin: string) => {
    if (!/^\d+$/.test(pin) || pin.length < SHORTEST) return setFault(t.tooShort);
    void lockForToday(fieldKey.key, fieldKey.orgId, pin).then(() => setIsSet(true));
  };
  return <Card title={t.title}><p className="soft">{t.lead}</p><PinForm button={t.set} fault={fault} give={set} /></Card>;
}

/** Without a network: the PIN of the day opens what is on the device. */
export function EnterPin({ opened }: { opened: (key: FieldKey) => void }) {
  const { field: { pin: t } } = useText(encountersText);
  const [fault, setFault] = useState("");
  const give = (pin: string) => void unlock(pin).then((answer) => { if (typeof answer === "string") setFault(t[answer]); else opened(answer); });
  return <Card title={t.enter}><PinForm button={t.open} fault={fault} give={give} /></Card>;
}

function PinForm({ button, fault, give }: { button: string; fault: string; give: (pin: string) => void }) {
  const { field: { pin: t } } = useText(encountersText);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    give(String(new FormData(event.currentTarget).get("pin") ?? ""));
  };
  return (
    <form className="form" onSubmit={send}>
      <Field name="pin" label={t.label} error={fault}>
        {(control) => <input {...control} className="input w-8" type="password" inputMode="numeric" autoComplete="off" minLength={SHORTEST} maxLength={20} required />}
      </Field>
      <Button type="submit" tone="primary" big>{button}</Button>
    </form>
  );
}

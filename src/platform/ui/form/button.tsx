import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Link, useNavigation } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";

export interface ButtonLook {
  tone?: "plain" | "primary" | "quiet" | "danger";
  /** As wide as the page and taller: the one thing to do on a phone. */
  big?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}

export type ButtonProps = ButtonLook & Omit<ComponentProps<"button">, "className" | "children">;

/** A button. `type="button"` unless told: a button that sends a form is a `SubmitButton`. */
export function Button({ tone = "plain", big = false, icon, children, type = "button", ...button }: ButtonProps) {
  return <button {...button} type={type} className={look(tone, big)}>{icon}{children}</button>;
}

/** Sends its form, and says so while it is on its way. Sending twice does no harm: every write carries its own key. */
export function SubmitButton({ tone = "primary", icon, children, ...button }: ButtonProps) {
  const t = useKitText();
  const navigation = useNavigation();
  const mine = button.name === undefined || navigation.formData?.get(button.name) === button.value;
  const busy = navigation.state === "submitting" && mine;
  return (
    <Button {...button} tone={tone} type="submit" aria-busy={busy} icon={busy ? <LoaderCircle className="icon spin" aria-hidden="true" /> : icon}>
      {children}
      {busy ? <span className="sr-only" role="status">{t.working}</span> : null}
    </Button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ tone = "plain", big = false, icon, children, to }: ButtonLook & { to: string }) {
  return <Link to={to} className={look(tone, big)}>{icon}{children}</Link>;
}

/** Buttons at the end of a form, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-acts">{children}</div>;
}

function look(tone: NonNullable<ButtonLook["tone"]>, big: boolean): string {
  return classes("button", tone !== "plain" && tone, big && "big");
}

import { Printer } from "lucide-react";
import { Button } from "../form/button.tsx";

/** Opens the browser's print window; without script the browser's own menu does the same. */
export function PrintButton({ label, tone = "plain" }: { label: string; tone?: "plain" | "primary" }) {
  return <Button tone={tone} icon={<Printer className="icon" aria-hidden="true" />} onClick={() => window.print()}>{label}</Button>;
}

import { Printer } from "lucide-react";
import { Button } from "../form/button.tsx";

/** Opens the browser's print window; without script the browser's own menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return <Button tone="primary" icon={<Printer className="icon" aria-hidden="true" />} onClick={() => window.print()}>{label}</Button>;
}

import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { Field, type FieldProps } from "./field.tsx";

export interface FileFieldProps extends FieldProps {
  /** As in HTML: `.xlsx,.csv`. */
  accept?: string;
  multiple?: boolean;
  /** Larger files are told before they are sent; the server decides again. */
  maxBytes?: number;
}

/** A file: the device's own chooser, in a place where files can also be dropped. */
export function FileField({ name, label, hint, error, optional, accept, multiple, maxBytes }: FileFieldProps) {
  const t = useKitText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState<string>();

  function check() {
    const size = Math.max(0, ...[...(input.current?.files ?? [])].map((file) => file.size));
    setTooLarge(maxBytes && size > maxBytes ? fill(t.fileTooLarge, { size: megabytes(size), limit: megabytes(maxBytes) }) : undefined);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    check();
  }
  return (
    <Field name={name} label={label} hint={hint} error={error ?? tooLarge} optional={optional}>
      {(control) => (
        <div className={classes("drop", over && "over")} onDrop={onDrop} onDragLeave={() => setOver(false)}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }}>
          <span className="cluster soft"><FileUp className="icon" aria-hidden="true" />{t.fileDrop}</span>
          <input {...control} type="file" ref={input} accept={accept} multiple={multiple} onChange={check} />
        </div>
      )}
    </Field>
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

import type { ReactNode } from "react";
import { useKitText } from "../messages/texts.ts";
import { FACES, type Face } from "./faces.ts";
import { FieldGroup, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";

const MOUTHS: Record<Face, string> = { good: "M9.5 19.5c2 3.6 11 3.6 13 0", fair: "M10 21h12", poor: "M9.5 23c2-3.6 11-3.6 13 0" };

export interface FacesFieldProps extends FieldProps {
  defaultValue?: Face;
  /** Other words under the three faces. */
  words?: Readonly<Record<Face, string>>;
}

/** 高兴、平常、不太好: three drawn faces, sent as good, fair or poor. */
export function FacesField({ defaultValue, words, ...field }: FacesFieldProps) {
  const t = useKitText();
  const chosen = useReturned(field.name).value ?? defaultValue;
  return (
    <FieldGroup {...field}>
      {(firstId) => (
        <div className="faces">
          {FACES.map((face, index) => (
            <label className="face" key={face}>
              <input type="radio" id={index === 0 ? firstId : undefined} name={field.name} value={face} defaultChecked={chosen === face} />
              <FaceDrawing face={face} />
              <span>{(words ?? t.faces)[face]}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** The face alone, for a list or a timeline. */
export function FaceDrawing({ face }: { face: Face }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" className="icon" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
      <circle cx="16" cy="16" r="13" />
      <path d="M11.5 12.5v1M20.5 12.5v1" strokeWidth="3" />
      <path d={MOUTHS[face]} />
    </svg>
  );
}

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Autocomplete, Collection, Dialog, Header, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { useNavigate } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { byGroup, everyHit, fetchHits, matchCommands, type Command, type PaletteLine } from "./palette-search.ts";

/** Wait after a key before asking the server, so a name typed quickly is one question. */
const PAUSE_MS = 150;

interface Found {
  hits: PaletteLine[];
  failed: boolean;
}

const NOTHING: Found = { hits: [], failed: false };

interface PaletteDialogProps {
  commands: readonly Command[];
  onClose: () => void;
}

/** The palette itself: a search field that drives a list. Loaded when first opened. */
export default function PaletteDialog({ commands, onClose }: PaletteDialogProps) {
  const t = useKitText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { hits, failed } = useHits(typed);
  const lines = [...hits, ...matchCommands(commands, typed, t.paletteGo), ...everyHit(typed, t.paletteAll, t.paletteGo)];
  function go(id: string) {
    const line = lines.find((one) => one.id === id);
    if (!line) return;
    onClose();
    void navigate(line.to);
  }
  return (
    <ModalOverlay className="palette-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={t.paletteTitle}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette-input" aria-label={t.paletteTitle}>
              <Search className="icon" aria-hidden="true" />
              <Input placeholder={t.paletteHint} ref={takeFocus} />
            </SearchField>
            <ListBox className="palette-list" aria-label={t.paletteTitle} items={byGroup(lines)} onAction={(key) => go(String(key))}
              renderEmptyState={() => <p className="palette-none">{failed ? t.paletteOffline : t.paletteNone}</p>}>
              {({ group, lines: members }) => (
                <ListBoxSection id={group}>
                  <Header>{group}</Header>
                  <Collection items={members}>{(line) => <PaletteHit line={line} />}</Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <p className="palette-foot" aria-hidden="true">{t.paletteKeys}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function takeFocus(field: HTMLInputElement | null) {
  field?.focus();
}

function PaletteHit({ line }: { line: PaletteLine }) {
  return (
    <ListBoxItem id={line.id} className="palette-hit" textValue={line.title}>
      <span>{line.title}</span>
      {line.detail ? <span className="small soft">{line.detail}</span> : null}
    </ListBoxItem>
  );
}

function useHits(typed: string): Found {
  const [found, setFound] = useState(NOTHING);
  const wanted = typed.trim();
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchHits(wanted, stop.signal).then(
        (hits) => setFound({ hits, failed: false }),
        () => stop.signal.aborted || setFound({ hits: [], failed: true }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return wanted ? found : NOTHING;
}

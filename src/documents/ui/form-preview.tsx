import type { Filled, FilledBlock } from "../model/fill.ts";

/** A filled form on screen, as it will stand on paper. */
export function FormPreview({ blocks, label }: { blocks: readonly FilledBlock[]; label: string }) {
  return (
    <div role="group" className="document-paper" aria-label={label} lang="zh-CN" tabIndex={0}>
      {blocks.map((block, index) => (block.kind === "table"
        ? <table key={keyOf(index)}><tbody>{block.rows.map((row, rank) => <tr key={keyOf(rank)}>{row.map((cell, at) => <Cell key={keyOf(at)} cell={cell} span={at === row.length - 1 ? widest(block.rows) - row.length + 1 : 1} />)}</tr>)}</tbody></table>
        : <p key={keyOf(index)} className={`document-${block.kind}`}>{block.content.text}</p>))}
    </div>
  );
}

/** Blocks have no name of their own: their place is what they are known by. */
const keyOf = (place: number) => `at ${place}`;
const widest = (rows: readonly (readonly Filled[])[]) => Math.max(...rows.map((row) => row.length));

function Cell({ cell, span }: { cell: Filled; span: number }) {
  return <td colSpan={span} className={cell.label && cell.text.trim() !== "" ? "document-label" : undefined} style={cell.blankLines > 1 ? { height: `${cell.blankLines * 1.6}em` } : undefined}>{cell.text}</td>;
}

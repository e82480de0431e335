/** The little of Markdown that the pages about codes are written in: headings, paragraphs, lists, code. */

import { type TemplateResult, html } from "lit";

export type Block = { kind: "heading" | "paragraph" | "code"; text: string } | { kind: "list"; items: string[] };

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let fenced: string[] | null = null;
  for (const line of markdown.split("\n")) {
    const last = blocks.at(-1);
    if (/^```/.test(line)) {
      if (fenced !== null) blocks.push({ kind: "code", text: fenced.join("\n") });
      fenced = fenced === null ? [] : null;
    } else if (fenced !== null) {
      fenced.push(line);
    } else if (/^#+ /.test(line)) {
      blocks.push({ kind: "heading", text: line.replace(/^#+ /, "") });
    } else if (/^ {4}/.test(line)) {
      if (last?.kind === "code") last.text += `\n${line.slice(4)}`;
      else blocks.push({ kind: "code", text: line.slice(4) });
    } else if (/^[-*] /.test(line)) {
      if (last?.kind === "list") last.items.push(line.slice(2));
      else blocks.push({ kind: "list", items: [line.slice(2)] });
    } else if (line.trim() === "") {
      // A blank line within code belongs to it; elsewhere the next line begins something new.
      if (last?.kind === "code") last.text += "\n";
      else blocks.push({ kind: "paragraph", text: "" });
    } else if (last?.kind === "list") {
      last.items.push(`${last.items.pop() ?? ""} ${line.trim()}`);
    } else if (last?.kind === "paragraph") {
      last.text = `${last.text} ${line.trim()}`.trim();
    } else {
      blocks.push({ kind: "paragraph", text: line.trim() });
    }
  }
  return blocks
    .map((block) => (block.kind === "code" ? { ...block, text: block.text.trimEnd() } : block))
    .filter((block) => block.kind === "list" || block.text !== "");
}

export function shownAs(markdown: string): TemplateResult {
  return html`${blocksOf(markdown).map((block) => {
    switch (block.kind) {
      case "heading":
        return html`<h2>${inline(block.text)}</h2>`;
      case "code":
        return html`<pre>${block.text}</pre>`;
      case "list":
        return html`<ul>
          ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
        </ul>`;
      case "paragraph":
        return html`<p>${inline(block.text)}</p>`;
    }
  })}`;
}

/** Links lead to other pages of the documentation, which are not here: their text stays. */
function inline(text: string): unknown[] {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("**", "");
  return plain.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

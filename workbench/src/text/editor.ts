/** The editor: colours, findings, completion, search, keys. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { bench } from "../state/bench";
import { changes, say } from "../words/words";
import { complete } from "./completion";
import { leadrules } from "./language";
import { ruleNotes } from "./notes";

/** Leaves the editor by Tab after Escape, as CodeMirror does; everything else is as in other editors. */
const keys = [
  { key: "Mod-z", run: () => bench.documents?.undo() ?? false, preventDefault: true },
  { key: "Mod-y", mac: "Mod-Shift-z", run: () => bench.documents?.redo() ?? false, preventDefault: true },
  { key: "Ctrl-Shift-z", run: () => bench.documents?.redo() ?? false, preventDefault: true },
  { key: "Shift-Alt-f", run: () => (void format(), true), preventDefault: true },
];

export async function format(): Promise<void> {
  const { documents } = bench;
  if (documents === null) return;
  await bench.attempt(async () => {
    const file = documents.shown;
    const texts = documents.texts;
    const { text } = await bench.talk.format(file, texts);
    if (documents.text(file) === texts[file]) documents.become(file, text, "input.format");
  });
}

export function looks(): Extension {
  return [
    wording.of(words()),
    leadrules,
    EditorView.lineWrapping,
    lineNumbers(),
    highlightSpecialChars(),
    drawSelection(),
    bracketMatching(),
  ];
}

export function editing(): Extension {
  return [
    looks(),
    history(),
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ spellcheck: "false", tabindex: "0" }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    indentOnInput(),
    closeBrackets(),
    autocompletion({ override: [complete] }),
    search({ top: true }),
    ruleNotes,
    keymap.of([
      ...keys,
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}

/** What depends on the language, to be replaced when that changes. */
const wording = new Compartment();

function words(): Extension {
  return [
    EditorState.phrases.of(phrases()),
    EditorView.contentAttributes.of({ "aria-label": say("editor-label"), "aria-description": say("editor-hint") }),
  ];
}

changes.addEventListener("change", () => bench.documents?.reconfigure(wording.reconfigure(words())));

/** CodeMirror's own words. */
function phrases(): Record<string, string> {
  return {
    Find: say("search-find"),
    Replace: say("search-replace-with"),
    next: say("search-next"),
    previous: say("search-previous"),
    all: say("search-all"),
    "match case": say("search-case"),
    "by word": say("search-word"),
    regexp: say("search-regexp"),
    replace: say("search-replace"),
    "replace all": say("search-replace-all"),
    close: say("close"),
    "current match": say("search-current"),
    "replaced match on line $": say("search-replaced-line"),
    "replaced $ matches": say("search-replaced"),
    "on line": say("search-on-line"),
    Diagnostics: say("findings-title"),
    "No diagnostics": say("findings-none"),
    Completions: say("completions"),
    "Go to line": say("search-go-to-line"),
    go: say("search-go"),
    "$ unchanged lines": say("merge-unchanged"),
    "Revert this chunk": say("merge-take-this"),
    Accept: say("merge-keep-mine"),
    Reject: say("merge-take-this"),
  };
}

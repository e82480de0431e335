/**
 * The texts of the rule files while they are edited: an editor that shows one of them, and the states of the others.
 * Every edit goes through here, from wherever it comes, so that undoing takes back the last one in whichever file.
 */

import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import {
  type ChangeDesc,
  EditorState,
  type Extension,
  type StateEffect,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";

export interface Edit {
  file: number;
  changes: ChangeDesc;
}

export interface Replacement {
  file: number;
  from: number;
  to: number;
  text: string;
}

export class Documents {
  readonly view: EditorView;
  readonly #states: EditorState[];
  readonly #edited: (edit: Edit) => void;
  #shown = 0;
  /** The file of each step that can be undone, and of each that can be redone. */
  #done: number[] = [];
  #undone: number[] = [];
  #isGoingBack = false;

  constructor(texts: string[], extensions: Extension, nonce: string, edited: (edit: Edit) => void) {
    this.#edited = edited;
    this.#states = texts.map((doc) =>
      EditorState.create({ doc, extensions: [extensions, EditorView.cspNonce.of(nonce)] }),
    );
    this.view = new EditorView({
      state: this.#states[0] ?? EditorState.create(),
      dispatchTransactions: (transactions) => {
        this.view.update(transactions);
        this.#states[this.#shown] = this.view.state;
        for (const transaction of transactions) this.#note(this.#shown, transaction);
      },
    });
  }

  get shown(): number {
    return this.#shown;
  }

  get texts(): string[] {
    return this.#states.map((state) => state.doc.toString());
  }

  text(file: number): string {
    return this.#states[file]?.doc.toString() ?? "";
  }

  lineOf(file: number, at: number): number {
    const doc = this.#states[file]?.doc;
    return doc === undefined ? 1 : doc.lineAt(Math.min(at, doc.length)).number;
  }

  /** Brings a file into the editor. */
  show(file: number): void {
    const state = this.#states[file];
    if (state === undefined || file === this.#shown) return;
    this.#shown = file;
    this.view.setState(state);
  }

  /** Brings a place into the editor and selects it. */
  jump(file: number, from: number, to: number): void {
    this.show(file);
    const end = this.view.state.doc.length;
    this.view.dispatch({
      selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
      effects: EditorView.scrollIntoView(Math.min(from, end), { y: "center" }),
    });
    this.view.focus();
  }

  jumpToLine(file: number, line: number): void {
    const doc = this.#states[file]?.doc;
    if (doc === undefined || line < 1 || line > doc.lines) return;
    const { from, to } = doc.line(line);
    this.jump(file, from, to);
  }

  dispatch(file: number, spec: TransactionSpec): void {
    const state = this.#states[file];
    if (state === undefined) return;
    if (file === this.#shown) {
      this.view.dispatch(spec);
      return;
    }
    const transaction = state.update(spec);
    this.#states[file] = transaction.state;
    this.#note(file, transaction);
  }

  /** Changes how all texts are shown. */
  reconfigure(effects: StateEffect<unknown>): void {
    for (let file = 0; file < this.#states.length; file++) this.dispatch(file, { effects });
  }

  replace(replacements: Replacement[], userEvent: string): void {
    for (let file = 0; file < this.#states.length; file++) {
      const changes = replacements
        .filter((replacement) => replacement.file === file)
        .map(({ from, to, text }) => ({ from, to, insert: text }));
      if (changes.length > 0) this.dispatch(file, { changes, userEvent });
    }
  }

  /** Replaces a whole text by another, touching only what differs. */
  become(file: number, text: string, userEvent: string): void {
    const now = this.text(file);
    if (now === text) return;
    let start = 0;
    while (start < Math.min(now.length, text.length) && now[start] === text[start]) start++;
    let end = 0;
    const most = Math.min(now.length, text.length) - start;
    while (end < most && now[now.length - 1 - end] === text[text.length - 1 - end]) end++;
    const changes = { from: start, to: now.length - end, insert: text.slice(start, text.length - end) };
    this.dispatch(file, { changes, userEvent });
  }

  undo(): boolean {
    return this.#goBack(this.#done, this.#undone, undo, undoDepth);
  }

  redo(): boolean {
    return this.#goBack(this.#undone, this.#done, redo, redoDepth);
  }

  #goBack(from: number[], to: number[], step: typeof undo, depth: typeof undoDepth): boolean {
    const file = from.pop();
    const state = file === undefined ? undefined : this.#states[file];
    if (file === undefined || state === undefined || depth(state) === 0) return false;
    this.show(file);
    this.#isGoingBack = true;
    step(this.view);
    this.#isGoingBack = false;
    to.push(file);
    return true;
  }

  #note(file: number, transaction: Transaction): void {
    if (!transaction.docChanged) return;
    if (!this.#isGoingBack) {
      if (undoDepth(transaction.state) > undoDepth(transaction.startState)) this.#done.push(file);
      this.#undone = [];
    }
    this.#edited({ file, changes: transaction.changes });
  }
}

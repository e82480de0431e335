/** At the end of each rule's line: for how many leads it fires, and for how many by the saved files. */

import { type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { Figures, Outline, OutlineRule } from "../api";
import { say, share } from "../words/words";

export interface Note {
  /** A place on the line. */
  at: number;
  text: string;
  hint: string;
  isIdle: boolean;
}

class NoteWidget extends WidgetType {
  constructor(readonly note: Note) {
    super();
  }

  override eq(other: NoteWidget): boolean {
    return other.note.text === this.note.text && other.note.isIdle === this.note.isIdle;
  }

  toDOM(): HTMLElement {
    const shown = document.createElement("span");
    shown.className = this.note.isIdle ? "rule-note rule-note-idle" : "rule-note";
    shown.textContent = this.note.text;
    shown.title = this.note.hint;
    return shown;
  }
}

const setNotes = StateEffect.define<Note[]>();

const notesField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setNotes)) {
        const byLine = new Map(effect.value.map((note) => [transaction.state.doc.lineAt(note.at).to, note]));
        const builder = new RangeSetBuilder<Decoration>();
        for (const end of [...byLine.keys()].sort((one, other) => one - other)) {
          const note = byLine.get(end);
          if (note !== undefined) builder.add(end, end, Decoration.widget({ widget: new NoteWidget(note), side: 1 }));
        }
        return builder.finish();
      }
    }
    return shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const ruleNotes: Extension = notesField;

export function showNotes(view: EditorView, notes: Note[]): void {
  const length = view.state.doc.length;
  view.dispatch({ effects: setNotes.of(notes.filter((note) => note.at <= length)) });
}

export function notesOf(
  file: number,
  outline: Outline,
  figures: Figures,
  saved: { outline: Outline; figures: Figures } | null,
): Note[] {
  const before = new Map(saved?.outline.rules.map((rule, at) => [nameOf(rule), saved.figures.rules[at]?.fired]));
  return outline.rules.flatMap((rule, at) => {
    const fired = figures.rules[at]?.fired;
    if (rule.file !== file || fired === undefined) return [];
    const now = share(fired, figures.leads);
    const was = share(before.get(nameOf(rule)) ?? fired, saved?.figures.leads ?? figures.leads);
    const text = !figures.complete || was === now ? now : say("note-changed", { now, was });
    const hint = say("note-hint", { fired, leads: figures.leads });
    return [{ at: rule.to, text, hint, isIdle: fired === 0 }];
  });
}

function nameOf(rule: OutlineRule): string {
  return `${rule.score}\n${rule.title}`;
}

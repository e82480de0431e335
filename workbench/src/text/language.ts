/** How the language is coloured and indented in the editor. */

import {
  HighlightStyle,
  LanguageSupport,
  StreamLanguage,
  type StringStream,
  syntaxHighlighting,
} from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** Words that begin a statement; what follows most of them is a name that is declared. */
const HEADS = words(
  "leadrules use time lead account events ignore exclude stages list define score label promise test group",
);
const DECLARING = words("list define score label");
const LOGIC = words("and or not no any in is where known unknown otherwise");
const WORDS = words(`
  activity after ago all always as at average because before below best between by choice comma compound contains count
  date day days decimal down each ends event every exactly except expect fading fixed from halving highest hour hours
  integer key last latest lead least linear losing lowest matches mentions missing month months most never next number of
  older on once optional outcome over per since split starts text than times to total until up week weeks with year
  years zone points yes/no`);

/** After the name of a field or a property. */
const A_TYPE_FOLLOWS = /^\s+(?:text|email|number|integer|yes\/no|date|choice|list of)\b/;

/** Before the word `account` where it says what a statement is about: elsewhere it is the account of a lead, as a name is. */
const OF_ACCOUNT = /(?:\bof|^\s*exclude)\s+$/;

interface State {
  depth: number;
  isAtStart: boolean;
  declares: boolean;
  /** Whether the type of a field comes next. */
  isTyped: boolean;
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

function token(stream: StringStream, state: State): string | null {
  if (stream.sol()) state.isAtStart = true;
  if (stream.eatSpace()) return null;
  const isAtStart = state.isAtStart;
  const { declares, isTyped } = state;
  state.isAtStart = false;
  state.declares = false;
  state.isTyped = false;
  if (stream.match(/^#.*/)) return "comment";
  if (stream.match(/^"(?:\\.|[^"\\])*"?/)) return "string";
  if (stream.match("=>")) return "arrow";
  if (stream.match(/^\d{4}-\d{2}-\d{2}(?:T[\d:.+-]+Z?)?/)) return "date";
  if (stream.match(/^\.\.<?/)) return "range";
  if (stream.match(/^[+-]\d[\d_]*(?:\.\d+)?[kKM%]?(?![\p{L}\d_])/u)) return "points";
  if (stream.match(/^\d[\d_]*(?:\.(?=\d)\d+)?[kKM%]?(?![\p{L}\d_])/u)) return "number";
  if (stream.match(/^(?:<=|>=|!=|[<>=+*/-])/)) return "comparison";
  if (stream.match(/^[{}]/)) {
    state.depth = Math.max(0, state.depth + (stream.current() === "{" ? 1 : -1));
    state.isAtStart = true;
    return "brace";
  }
  if (stream.match(/^(?:yes\/no|[\p{L}][\p{L}\p{M}\p{N}_]*)/u)) {
    const word = stream.current();
    if (declares) return "declared";
    if (isAtStart && state.depth > 0 && A_TYPE_FOLLOWS.test(stream.string.slice(stream.pos))) {
      state.isTyped = true;
      return "name";
    }
    if (isAtStart && HEADS.has(word)) {
      state.declares = state.depth === 0 && DECLARING.has(word);
      return "head";
    }
    if (LOGIC.has(word)) return "logic";
    if (word === "account" && OF_ACCOUNT.test(stream.string.slice(0, stream.start))) return "word";
    if (isTyped || (WORDS.has(word) && stream.peek() !== ".")) return "word";
    return "name";
  }
  stream.next();
  return null;
}

const language = StreamLanguage.define<State>({
  name: "leadrules",
  startState: () => ({ depth: 0, isAtStart: true, declares: false, isTyped: false }),
  token,
  indent: (state, after, { unit }) => unit * Math.max(0, state.depth - (/^\s*\}/.test(after) ? 1 : 0)),
  languageData: {
    commentTokens: { line: "#" },
    closeBrackets: { brackets: ["{", "(", '"'] },
    indentOnInput: /^\s*\}$/,
  },
  tokenTable: {
    arrow: tags.definitionOperator,
    range: tags.derefOperator,
    points: tags.integer,
    date: tags.literal,
    comparison: tags.compareOperator,
    brace: tags.brace,
    head: tags.definitionKeyword,
    declared: tags.definition(tags.variableName),
    logic: tags.operatorKeyword,
    word: tags.keyword,
    name: tags.variableName,
  },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, class: "tok-comment" },
  { tag: tags.string, class: "tok-string" },
  { tag: [tags.number, tags.literal], class: "tok-number" },
  { tag: tags.integer, class: "tok-points" },
  { tag: tags.definitionOperator, class: "tok-arrow" },
  { tag: tags.definitionKeyword, class: "tok-head" },
  { tag: tags.definition(tags.variableName), class: "tok-declared" },
  { tag: tags.operatorKeyword, class: "tok-logic" },
  { tag: tags.keyword, class: "tok-word" },
]);

export const leadrules = new LanguageSupport(language, syntaxHighlighting(colours));

/** The word at each place of a line, with how it is coloured; for tests. */
export function tokensOf(text: string): [string, string][] {
  const found: [string, string][] = [];
  const tree = language.parser.parse(text);
  tree.iterate({
    enter: (node) => {
      if (node.from < node.to && node.node.firstChild === null) found.push([text.slice(node.from, node.to), node.name]);
    },
  });
  return found;
}

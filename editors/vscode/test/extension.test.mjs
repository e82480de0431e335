/** The built extension, with an editor that is made up: what it says and starts when there is a program, and when not. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "extension-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "old"));
const old = join(folder, "old", "leadrules");
writeFileSync(old, "#!/bin/sh\necho 'unrecognized subcommand' >&2\nexit 1\n");
chmodSync(old, 0o755);

/** A program that has a server: it answers what it is asked first and last, and writes down what it was told. */
const heard = join(folder, "heard.json");
const program = join(folder, "leadrules");
writeFileSync(
  program,
  `#!${process.execPath}
  if (process.argv.includes("--help")) process.exit(0);
  let read = "";
  process.stdin.on("data", (data) => {
    read += data;
    for (;;) {
      const [head, length] = /^Content-Length: (\\d+)\\r\\n\\r\\n/.exec(read) ?? [];
      if (head === undefined || read.length < head.length + Number(length)) return;
      const { id, method, params } = JSON.parse(read.slice(head.length, head.length + Number(length)));
      read = read.slice(head.length + Number(length));
      if (method === "initialize") require("node:fs").writeFileSync(${JSON.stringify(heard)}, JSON.stringify(params));
      if (method === "exit") process.exit(0);
      if (id === undefined) continue;
      const answer = JSON.stringify({ jsonrpc: "2.0", id, result: method === "initialize" ? { capabilities: {} } : null });
      process.stdout.write("Content-Length: " + answer.length + "\\r\\n\\r\\n" + answer);
    }
  });
`,
);
chmodSync(program, 0o755);

/** Anything of the editor that is not looked at: can be called, made, extended and asked for more. */
function anything() {
  return new Proxy(class {}, {
    get: (made, name) => (name in made || typeof name === "symbol" ? made[name] : anything()),
    apply: () => ({ dispose() {} }),
  });
}

/** A part of the editor in which nothing happens and nothing is open. */
function listening(part) {
  const silent = () => ({ dispose() {} });
  const more = {
    textDocuments: [],
    notebookDocuments: [],
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: silent, onDidChangeTabGroups: silent },
  };
  return new Proxy(
    { ...more, ...part },
    {
      get: (made, name) =>
        name in made ? made[name] : /^(?:on|create|register)/.test(String(name)) ? silent : undefined,
    },
  );
}

class EventEmitter {
  event = () => ({ dispose() {} });
  fire() {}
  dispose() {}
}

class Disposable {
  static from = () => new Disposable();
  dispose() {}
}

class CodeActionKind {
  static Empty = new CodeActionKind("");
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}

/** Starts the extension; gives what it said, started and registered. */
async function started(settings, path) {
  const seen = { warnings: [], terminals: [], commands: {}, providers: [] };
  const editor = {
    EventEmitter,
    CodeActionKind,
    Disposable,
    version: "1.91.0",
    env: { appName: "an editor that is made up", language: "en" },
    window: {
      createOutputChannel: () =>
        listening({
          logLevel: 3,
          name: "leadrules",
          append() {},
          appendLine() {},
          trace() {},
          debug() {},
          warn() {},
          error() {},
          info() {},
          show() {},
          dispose() {},
        }),
      showWarningMessage: async (text) => void seen.warnings.push(text),
      showErrorMessage: async (text) => void seen.warnings.push(text),
      showInformationMessage: async (text) => void seen.warnings.push(text),
      createTerminal: (options) => (seen.terminals.push(options), { show() {} }),
      activeTextEditor: undefined,
    },
    commands: { registerCommand: (name, run) => ((seen.commands[name] = run), { dispose() {} }) },
    workspace: {
      getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
      onDidChangeConfiguration: () => ({ dispose() {} }),
      onDidGrantWorkspaceTrust: () => ({ dispose() {} }),
      workspaceFolders: [
        { name: "rules", uri: { scheme: "file", fsPath: folder, toString: () => `file://${folder}` } },
      ],
      getWorkspaceFolder: () => undefined,
    },
  };
  for (const part of ["workspace", "window"]) editor[part] = listening(editor[part]);
  editor.languages = new Proxy(
    {},
    { get: (_, name) => (String(name).startsWith("register") && seen.providers.push(name), () => ({ dispose() {} })) },
  );
  const vscode = new Proxy(editor, { get: (made, name) => (name in made ? made[name] : anything()) });
  const load = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
  process.env.PATH = path;
  const where = require.resolve("../dist/extension.js");
  delete require.cache[where];
  const extension = require(where);
  Module._load = load;
  extension.activate({ extensionPath: folder, asAbsolutePath: (part) => join(folder, part), subscriptions: [] });
  await extension.deactivate();
  return seen;
}

test("without a program it says so once, and why", async () => {
  const { warnings } = await started({}, "/nowhere");
  assert.deepEqual(warnings, [
    "Rule files are coloured, but not checked: the program leadrules is not installed, or not where your PATH looks.",
  ]);
});

test("a setting that points nowhere is named", async () => {
  const { warnings } = await started({ path: "bin/leadrules" }, join(folder, "old"));
  assert.equal(warnings.length, 1);
  assert(warnings[0].includes(join(folder, "bin/leadrules")) && warnings[0].includes("leadrules.path"), warnings[0]);
});

test("a program that has no server is not started again and again", async () => {
  const { warnings } = await started({}, `${join(folder, "old")}:${process.env.PATH}`);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /older than this extension/);
});

test("a program that has a server is started, and told of the leads", async () => {
  const { warnings } = await started({ path: program, leads: "leads.csv", asOf: "2026-11-23", facts: "both" }, "/bin");
  assert.deepEqual(warnings, []);
  const { initializationOptions, clientInfo } = JSON.parse(readFileSync(heard, "utf8"));
  const leads = join(folder, "leads.csv");
  assert.deepEqual(initializationOptions, { leads, events: null, asOf: "2026-11-23", facts: "both" });
  assert.ok(clientInfo);
});

test("the program itself is started, and the editor asks it what it can answer", { skip: !process.env.LEADRULES }, async () => {
  const seen = await started({ path: process.env.LEADRULES }, "/bin");
  assert.deepEqual(seen.warnings, []);
  // A command of the program's own, by which the editor runs a test.
  assert.equal(typeof seen.commands["leadrules.runTest"], "function");
  const asked = "CodeLens InlayHints CompletionItem Hover Definition Rename CodeActions DocumentFormattingEdit OnTypeFormattingEdit";
  for (const name of asked.split(" ")) assert.ok(seen.providers.includes(`register${name}Provider`), name);
});

test("the workbench opens in a terminal, on the file and the leads of the settings", async () => {
  const seen = await started({ path: old, leads: "leads.csv", events: "/data/events.csv", asOf: "2026-11-23" }, "/bin");
  seen.commands["leadrules.openWorkbench"]({ scheme: "file", fsPath: "/rules/my rules.leadrules" });
  const args = ["workbench", "/rules/my rules.leadrules", join(folder, "leads.csv"), "--events", "/data/events.csv"];
  assert.deepEqual(seen.terminals, [
    { name: "leadrules workbench", shellPath: old, shellArgs: [...args, "--as-of", "2026-11-23"] },
  ]);
});

test("the workbench on a file that was never saved asks for that", async () => {
  const seen = await started({ path: old }, "/bin");
  seen.commands["leadrules.openWorkbench"]({ scheme: "untitled", fsPath: "Untitled-1" });
  assert.equal(seen.terminals.length, 0);
  assert.match(seen.warnings.at(-1), /save it/);
});

test("in a browser nothing is said or started", () => {
  assert.equal(require("../dist/browser.js").activate(), undefined);
});

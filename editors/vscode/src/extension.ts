/** Starts `leadrules lsp` and leaves the rest to it; says once what to do if it can't be started. */

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { absolute, find } from "./program";

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
/** Starts and stops come one after another. */
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): void {
  output = vscode.window.createOutputChannel("leadrules", { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("leadrules.restart", () => restart(context)),
    vscode.commands.registerCommand("leadrules.showOutput", () => {
      output.show();
    }),
    vscode.commands.registerCommand("leadrules.openWorkbench", (file?: vscode.Uri) => {
      openWorkbench(context, file);
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      const decisive = ["path", "leads", "events", "asOf", "facts"].map((name) => `leadrules.${name}`);
      if (decisive.some((setting) => change.affectsConfiguration(setting))) await restart(context);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(context)),
  );
  void restart(context);
}

export async function deactivate(): Promise<void> {
  await turn;
  await client?.stop();
}

function restart(context: vscode.ExtensionContext): Promise<void> {
  turn = turn
    .then(async () => {
      const running = client;
      client = undefined;
      // One that does not stop is no reason not to start another.
      await running?.stop().catch((error: unknown) => {
        output.warn(String(error));
      });
      await start(context);
    })
    .catch((error: unknown) => {
      output.error(String(error));
    });
  return turn;
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const program = programOf(context);
  if (program === undefined) return;
  try {
    await promisify(execFile)(program, ["lsp", "--help"], { timeout: 10_000 });
  } catch (error) {
    output.error(String(error));
    unheard(`${program} is older than this extension: it has no \`leadrules lsp\``);
    return;
  }
  output.info(`starts ${program} lsp`);
  const server: ServerOptions = { command: program, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: "leadrules", scheme: "file" },
      { language: "leadrules", scheme: "untitled" },
    ],
    outputChannel: output,
    initializationOptions: { ...data(), facts: setting("facts") || null },
  };
  client = new LanguageClient("leadrules", "leadrules", server, options);
  await client.start();
}

/** The program; if there is none, says so. */
function programOf(context: vscode.ExtensionContext): string | undefined {
  const found = find({
    setting: setting("path"),
    folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    extension: context.extensionPath,
    path: process.env["PATH"] ?? "",
    isWindows: process.platform === "win32",
  });
  if ("program" in found) return found.program;
  unheard(found.missing);
  return undefined;
}

/** Says why rule files are not checked, and offers a way out. */
function unheard(why: string): void {
  output.warn(why);
  const [settings, install] = ["Say Where It Is", "How to Install It"];
  const message = `Rule files are coloured, but not checked: ${why}.`;
  void vscode.window.showWarningMessage(message, settings, install).then(async (chosen) => {
    if (chosen === settings) await vscode.commands.executeCommand("workbench.action.openSettings", "leadrules.path");
    if (chosen === install) {
      await vscode.commands.executeCommand("workbench.action.openWalkthrough", "leadrules.leadrules#start");
    }
  });
}

function openWorkbench(context: vscode.ExtensionContext, file?: vscode.Uri): void {
  const document = vscode.window.activeTextEditor?.document;
  const rules = file ?? (document?.languageId === "leadrules" ? document.uri : undefined);
  if (rules?.scheme !== "file") {
    void vscode.window.showInformationMessage("Open a rule file, and save it, to see it in the workbench.");
    return;
  }
  const program = programOf(context);
  if (program === undefined) return;
  const { leads, events, asOf } = data(rules);
  const args = ["workbench", rules.fsPath];
  if (leads !== null) {
    args.push(leads, ...(events === null ? [] : ["--events", events]));
  }
  if (asOf !== null) args.push("--as-of", asOf);
  vscode.window.createTerminal({ name: "leadrules workbench", shellPath: program, shellArgs: args }).show();
}

/** The data that rules are tried on. */
function data(rules?: vscode.Uri): { leads: string | null; events: string | null; asOf: string | null } {
  const folder = (rules && vscode.workspace.getWorkspaceFolder(rules)) ?? vscode.workspace.workspaceFolders?.[0];
  const path = (name: string): string | null => {
    const written = setting(name, rules);
    return written === "" ? null : absolute(written, folder?.uri.fsPath);
  };
  return { leads: path("leads"), events: path("events"), asOf: setting("asOf", rules) || null };
}

function setting(name: string, rules?: vscode.Uri): string {
  return vscode.workspace.getConfiguration("leadrules", rules).get<string>(name, "").trim();
}

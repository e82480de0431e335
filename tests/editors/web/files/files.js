// Serves the rule file that lies beside this script to the editor, as trial:/inbound.leadrules.
const vscode = require("vscode");

exports.activate = (context) => {
  const nothing = () => ({ dispose() {} });
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const provider = {
    onDidChangeFile: nothing,
    watch: nothing,
    stat: ({ path }) => {
      if (path === "/") return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      if (path === "/inbound.leadrules") return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 1 };
      throw vscode.FileSystemError.FileNotFound(path);
    },
    readDirectory: () => [["inbound.leadrules", vscode.FileType.File]],
    readFile: async () =>
      new Uint8Array(await (await fetch(`${context.extensionUri}/inbound.leadrules`)).arrayBuffer()),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("trial", provider, { isReadonly: true }));
};

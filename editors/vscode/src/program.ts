/** Where the program is. In: a setting, the folder of the extension, the PATH; out: the program, or why there is none. */

import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";

export interface Places {
  /** The setting, as written. */
  setting: string;
  /** The folder of the workspace, if one is open. */
  folder: string | undefined;
  /** The folder of the extension. */
  extension: string;
  /** The PATH. */
  path: string;
  isWindows: boolean;
}

export type Found = { program: string } | { missing: string };

export function find(places: Places): Found {
  const setting = places.setting.trim();
  if (setting !== "") {
    const program = absolute(setting, places.folder);
    if (isProgram(program)) return { program };
    return { missing: `there is no program at ${program}, where the setting leadrules.path says it is` };
  }
  const name = places.isWindows ? "leadrules.exe" : "leadrules";
  const folders = [join(places.extension, "server"), ...places.path.split(delimiter).filter(isAbsolute)];
  const program = folders.map((folder) => join(folder, name)).find(isProgram);
  if (program !== undefined) return { program };
  return { missing: "the program leadrules is not installed, or not where your PATH looks" };
}

/** A path of a setting, which may begin at home or at the folder of the workspace. */
export function absolute(path: string, folder: string | undefined): string {
  const home = path.replace(/^~(?=[/\\]|$)/, homedir());
  const written = folder === undefined ? home : home.replace("${workspaceFolder}", folder);
  return resolve(folder ?? "", written);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Saving: into the files; where there is none, as a download. */

import { bench } from "../state/bench";
import { download } from "./download";

export function canSave(): boolean {
  return bench.files.every((file) => file.saves);
}

export async function save(): Promise<void> {
  if (bench.files.length === 0) return;
  if (canSave()) {
    if (bench.isDirty) await bench.save();
    return;
  }
  bench.files.forEach((file, at) => {
    download(new Blob([bench.documents?.text(at) ?? ""], { type: "text/plain" }), file.name);
  });
}

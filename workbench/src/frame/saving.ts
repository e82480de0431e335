/** Saving: into the files; where there is none, as a download. */

import { bench } from "../state/bench";

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
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bench.documents?.text(at) ?? ""], { type: "text/plain" }));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

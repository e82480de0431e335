/** In a browser no program can be started: there are colours and snippets, and nothing is said about the rest. */
export function activate(): void {
  // What package.json declares is all.
}

/** What lets the editor add styles under the page's policy: the program writes it into the document. */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** The token that the program put into the address. It stays in this tab and leaves the address bar at once. */

const KEPT_AS = "leadrules-token";

export function takeToken(): string | null {
  const given = location.hash.slice(1);
  if (given !== "") {
    sessionStorage.setItem(KEPT_AS, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return sessionStorage.getItem(KEPT_AS);
}

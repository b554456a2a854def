/** Why nothing came from an address, in words that say what to do; browsers do not tell more than that it failed. */
export function whyNothingCame(address: URL, thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return address.protocol === 'file:'
    ? `${message}: a page that was opened from disk cannot fetch files; serve its folder over http, as by "python3 -m http.server", and open http://localhost:8000/`
    : message;
}

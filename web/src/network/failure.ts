/** Returns why a request failed, with advice on what to do. Browsers tell no more than that it failed. */
export function whyNothingCame(address: URL, thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const advice = adviceFor(address);
  return advice === undefined ? message : `${message}: ${advice}`;
}

function adviceFor({ protocol, origin }: URL): string | undefined {
  if (protocol === 'file:')
    return 'a page that was opened from disk cannot fetch files; serve its folder over http, as by "python3 -m http.server", and open http://localhost:8000/';
  if (origin === (globalThis as { location?: Location }).location?.origin) return undefined;
  return 'there is no answer, or none with Access-Control-Allow-Origin, or the connect-src of this page’s policy forbids it';
}

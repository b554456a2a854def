// Requests each of the demonstration's addresses once, and reports the answers.

export type Seen = { address: string; ok: boolean; summary: string };

export async function look(address: string): Promise<Seen> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    const body = await response.text();
    const what = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? body.trim().slice(0, 60);
    return { address, ok: response.ok, summary: `${response.status}  ${what}  (${Buffer.byteLength(body)} bytes)` };
  } catch (error) {
    return { address, ok: false, summary: `no answer: ${error instanceof Error ? error.message : String(error)}` };
  }
}

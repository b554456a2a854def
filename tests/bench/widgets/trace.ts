/** The work of a page's main thread, in milliseconds, by kind, and its longest task. */
export interface Work {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly other: number;
  readonly all: number;
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The time of the processor that the thread had. */
  readonly tdur?: number;
}

type Kind = 'script' | 'style' | 'layout';

export const categories = ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'];

const task = 'RunTask';
const kinds = new Map<string, Kind>([
  ['EvaluateScript', 'script'],
  ['FunctionCall', 'script'],
  ['RunMicrotasks', 'script'],
  ['v8.compile', 'script'],
  ['v8.callFunction', 'script'],
  ['v8.run', 'script'],
  ['V8.GC_MC_BACKGROUND', 'script'],
  ['UpdateLayoutTree', 'style'],
  ['ParseAuthorStyleSheet', 'style'],
  ['Layout', 'layout'],
]);

/** Sums up a trace of Chromium's. The page's thread is the one with the most work in tasks. */
export function workIn(trace: Buffer): Work {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && threadNameOf(event) === 'CrRendererMain')
      .map(threadOf),
  );
  const threads = new Map<string, TraceEvent[]>();
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !mains.has(threadOf(event))) continue;
    const events = threads.get(threadOf(event));
    if (events) events.push(event);
    else threads.set(threadOf(event), [event]);
  }
  const works = [...threads.values()].map(workOf);
  return works.reduce((most, work) => (work.all > most.all ? work : most), workOf([]));
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${String(pid)}/${String(tid)}`;
}

function threadNameOf(event: TraceEvent): string | undefined {
  return (event as unknown as { args: { name?: string } }).args.name;
}

/** Each moment belongs to the innermost event of a known kind. Only the thread's own time counts, not that of other programs. */
function workOf(events: readonly TraceEvent[]): Work {
  const sums = { script: 0, style: 0, layout: 0, other: 0 };
  let longest = 0;
  const open: { end: number; kind: Kind | 'other'; inside: number; own: number }[] = [];
  const close = (): void => {
    const event = open.pop();
    if (!event) return;
    sums[event.kind] += event.own - event.inside;
    const around = open.at(-1);
    if (around) around.inside += event.own;
  };
  const known = events.filter(({ name }) => name === task || kinds.has(name));
  for (const { name, ts, dur = 0, tdur = dur } of known.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (ts >= (open.at(-1)?.end ?? Infinity)) close();
    if (open.length === 0 && name !== task) continue;
    if (open.length === 0) longest = Math.max(longest, tdur);
    open.push({ end: ts + dur, kind: kinds.get(name) ?? 'other', inside: 0, own: tdur });
  }
  while (open.length > 0) close();
  const milliseconds = (microseconds: number): number => microseconds / 1000;
  const { script, style, layout, other } = sums;
  return {
    script: milliseconds(script),
    style: milliseconds(style),
    layout: milliseconds(layout),
    other: milliseconds(other),
    all: milliseconds(script + style + layout + other),
    longest: milliseconds(longest),
  };
}

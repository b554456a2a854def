/**
 * A part of an owner, as Lit's reactive controllers are parts of a host. The owner constructs the part with a signal and connects
 * it once; when the signal aborts, everything that the part has begun ends.
 */
export interface Part {
  /** Begins to show what the part shows, and to listen to what it listens to. */
  connect(): void;
}

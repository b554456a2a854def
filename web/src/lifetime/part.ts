/**
 * A part of something larger, which owns it, as a host owns Lit's reactive controllers. The owner makes the part, connects it
 * once, and hands it a signal when it makes it, which ends all that the part has begun.
 */
export interface Part {
  /** Begins to show what the part shows, and to listen to what it listens to. */
  connect(): void;
}

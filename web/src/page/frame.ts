// A page that nobody sees, such as a frame far from the window, is given none.
const longestWait = 500;

/** Waits until the browser has painted a frame, but not long. */
export async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
    setTimeout(resolve, document.hidden ? 0 : longestWait);
  });
  // This is before the frame is painted, and a message comes after it.
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

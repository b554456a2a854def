import { PNG } from 'pngjs';

/** The side of the squares of a screenshot, in pixels, each of which is one pixel of its thumbnail. */
const square = 16;

/** The part of a channel's 256 steps that a thumbnail keeps, so that its file is small. */
const step = 8;

/** By how much a channel may differ, since an engine's next version paints edges in a slightly different way. */
const tolerance = 3 * step;

/** The part of the pixels that may differ by more, since a line of text may break elsewhere. */
const most = 0.02;

/** Returns the screenshot (PNG) so small that it can be kept: each pixel is the mean of a square. */
export function thumbnailOf(screenshot: Buffer): Buffer {
  const large = PNG.sync.read(screenshot);
  const small = new PNG({ width: Math.ceil(large.width / square), height: Math.ceil(large.height / square) });
  for (let y = 0; y < small.height; ++y)
    for (let x = 0; x < small.width; ++x)
      small.data.set([...meanOf(large, x * square, y * square), 255], (y * small.width + x) * 4);
  return PNG.sync.write(small, { colorType: 2, deflateLevel: 9 });
}

function meanOf({ width, height, data }: PNG, left: number, top: number): number[] {
  const sums = [0, 0, 0];
  const [right, bottom] = [Math.min(left + square, width), Math.min(top + square, height)];
  for (let y = top; y < bottom; ++y)
    for (let x = left; x < right; ++x)
      for (const channel of sums.keys())
        sums[channel] = (sums[channel] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
  const pixels = (right - left) * (bottom - top);
  return sums.map((sum) => Math.floor(sum / pixels / step) * step);
}

/** Says how two thumbnails differ by more than the tolerance; returns an empty text if they do not. */
export function difference(actual: Buffer, kept: Buffer): string {
  const [a, b] = [PNG.sync.read(actual), PNG.sync.read(kept)];
  if (a.width !== b.width || a.height !== b.height)
    return `${a.width} × ${a.height} squares instead of ${b.width} × ${b.height}`;
  const pixels = a.width * a.height;
  let others = 0;
  for (let i = 0; i < pixels * 4; i += 4)
    if ([0, 1, 2].some((channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) > tolerance))
      ++others;
  return others > pixels * most ? `${((100 * others) / pixels).toFixed(1)} % of it is painted otherwise` : '';
}

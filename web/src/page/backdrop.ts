import { selfAndAncestors } from './ancestors.ts';

export const prefersDark = '(prefers-color-scheme: dark)';

/**
 * Returns how light a computed colour is, from 0 to 1; undefined if more than half of what lies behind it shines through. It
 * reads the forms that CSS Color 4, section 15, serialises, such as `rgb(29, 26, 22)`, `color(srgb 0.1 0.1 0.1 / 0.5)` and
 * `oklch(0.2 …)`, and returns undefined for any other.
 */
export function lightnessOf(color: string): number | undefined {
  const parts = color.split(/[\s(),/]+/).filter((part) => /^-?[\d.]+$/.test(part));
  const [first, second, third, alpha = 1] = parts.map(Number);
  if (first === undefined || second === undefined || third === undefined || alpha <= 0.5) return undefined;
  if (color.startsWith('okl')) return first;
  if (color.startsWith('l')) return first / 100;
  const luma = 0.2126 * first + 0.7152 * second + 0.0722 * third;
  return color.startsWith('rgb') ? luma / 255 : luma;
}

/** Returns whether the browser paints a page without a background on something dark. */
function isCanvasDark(): boolean {
  const computed = getComputedStyle(document.documentElement).colorScheme;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content;
  const schemes = (computed === 'normal' ? (meta ?? '') : computed).split(' ');
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia(prefersDark).matches);
}

/** The surface on which an element is drawn. */
interface Backdrop {
  readonly isDark: boolean;
  /** True if there is a picture or a gradient, of whose colours nothing is known. */
  readonly isPicture: boolean;
}

export function backdropOf(element: Element): Backdrop {
  let isPicture = false;
  for (const ancestor of selfAndAncestors(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(ancestor);
    isPicture ||= backgroundImage !== 'none';
    const lightness = lightnessOf(backgroundColor);
    if (lightness !== undefined) return { isDark: lightness < 0.5, isPicture };
  }
  return { isDark: isCanvasDark(), isPicture };
}

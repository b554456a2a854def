import type { Messages } from '../language/messages.ts';
import type { CheckedElement, CheckedNode } from '../tree/check.ts';
import type { Video } from './video.ts';

// These are what players need, and no more: they reach neither the host's page nor the reader's devices.
const permissionsPolicy = 'autoplay; fullscreen; picture-in-picture';
const sandboxTokens = 'allow-scripts allow-same-origin allow-presentation allow-popups';

/** Returns the link as a box that looks like a player and names what a click does; it stays a link for everything else. */
export function facadeOf(link: CheckedElement, { provider }: Video, messages: Messages): CheckedElement {
  const label = messages.play_video.replace('{provider}', provider);
  return {
    ...link,
    attributes: new Map([...link.attributes, ['class', 'facade']]),
    children: [span(link, 'facade-label', [label]), ' ', span(link, 'facade-link', link.children)],
  };
}

export function frameOf(link: CheckedElement, { provider, frame }: Video): CheckedElement {
  const attributes = {
    class: 'player',
    src: frame,
    title: provider,
    allow: permissionsPolicy,
    allowfullscreen: '',
    referrerpolicy: 'strict-origin-when-cross-origin',
    sandbox: sandboxTokens,
  };
  return { ...link, name: 'iframe', attributes: new Map(Object.entries(attributes)), children: [] };
}

function span(link: CheckedElement, name: string, children: readonly CheckedNode[]): CheckedElement {
  return { ...link, name: 'span', attributes: new Map([['class', name]]), children };
}

import { isComposing } from '../page/keys.ts';
import type { Buttons } from './buttons.ts';
import type { Writing } from './writing.ts';

/** The reactions to what a reader does in a form. */
export interface FormActions {
  readonly send: () => void;
  /** Does again what has failed. */
  readonly retry: () => void;
  readonly type: () => void;
  readonly preview: () => void;
  readonly cancel: () => void;
  readonly remove: () => void;
}

/** The parts of a form that events may come from. */
interface FormParts {
  readonly buttons: Buttons;
  readonly writing: Writing;
  readonly element: HTMLElement | undefined;
}

/** Calls the actions for what a reader does in one of the forms in `box`, until the signal aborts. */
export function listenToForm(box: HTMLElement, form: FormParts, actions: FormActions, signal: AbortSignal): void {
  const submit = (event: Event): void => {
    event.preventDefault();
    actions.send();
  };
  const click = (event: MouseEvent): void => {
    const action = form.buttons.pressed(event)?.action;
    // A frame whose `sandbox` lacks `allow-forms` submits no form and fires no event, so the click already sends the reply.
    if (action === 'send') submit(event);
    if (action === 'retry') actions.retry();
    if (action === 'preview') actions.preview();
    if (action === 'cancel') actions.cancel();
    if (action === 'delete') actions.remove();
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !form.writing.has(event.target)) return;
    if (isComposing(event)) event.preventDefault();
    else if (event.ctrlKey || event.metaKey) actions.send();
  };
  const input = ({ target }: Event): void => {
    if (form.writing.has(target)) actions.type();
  };
  const submitted = (event: Event): void => {
    if (event.target === form.element) submit(event);
  };
  box.addEventListener('click', click, { signal });
  box.addEventListener('keydown', keydown, { signal });
  box.addEventListener('input', input, { signal });
  box.addEventListener('submit', submitted, { signal });
}

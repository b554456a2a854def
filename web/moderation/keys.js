/*
 * The script of the moderators' page: a key for each thing that can be done with a reply, the focus on the next reply
 * after a decision, and the announcement of what was done. The page works without it.
 *
 * Single keys get in the way of some assistive tools, so they can be switched off (WCAG 2.2, 2.1.4), and none is used
 * together with another key.
 */
'use strict';

const setting = 'broadside:moderation-keys';

/** @type {HTMLInputElement | null} */
const box = document.querySelector('input#keys');

/** Storage throws where a browser forbids it; the setting then lasts as long as the page. */
function storedSetting() {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

/** @param {boolean} on */
function storeSetting(on) {
  try {
    localStorage.setItem(setting, on ? 'on' : 'off');
  } catch {
    // See storedSetting.
  }
}

/** Returns the reply that has the focus, or in which something has it. */
function currentCard() {
  return document.activeElement?.closest('.card') ?? null;
}

/** @param {1 | -1} step */
function move(step) {
  const cards = [...document.querySelectorAll('.card')];
  const current = currentCard();
  const next = current === null ? 0 : cards.indexOf(current) + step;
  const card = cards[Math.max(0, Math.min(next, cards.length - 1))];
  if (card instanceof HTMLElement) card.focus();
}

/**
 * Presses the control that has the key: of the reply that has the focus, or the button that undoes.
 *
 * @param {string} key
 */
function press(key) {
  const place = key === 'u' ? document.querySelector('.notice') : currentCard();
  const control = place?.querySelector(`[data-key="${key}"]`);
  if (!(control instanceof HTMLElement)) return;
  control.click();
  // The key of a box that opens leads into it.
  const details = control.parentElement;
  if (details instanceof HTMLDetailsElement && details.open) details.querySelector('textarea')?.focus();
}

function toggleSelection() {
  const pick = currentCard()?.querySelector('.pick input');
  if (pick instanceof HTMLInputElement) pick.click();
}

/** @param {EventTarget | null} target */
function takesText(target) {
  return target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select') !== null;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (box?.checked !== true || takesText(event.target)) return;
  switch (event.key) {
    case 'j':
      move(1);
      break;
    case 'k':
      move(-1);
      break;
    case 'x':
      toggleSelection();
      break;
    case 'a':
    case 'h':
    case 's':
    case 'd':
    case 'e':
    case 'r':
    case 'u':
      press(event.key);
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** The address names the reply that has the focus from now on. It is missing if it was decided too. */
function focusTarget() {
  if (location.hash === '') return;
  const target = document.getElementById(location.hash.slice(1)) ?? document.getElementById('notice');
  target?.focus();
}

/** A status is announced when it changes, and not when it is there from the beginning. */
function announce() {
  const notice = document.getElementById('notice');
  const text = notice?.textContent ?? '';
  if (notice === null || text === '') return;
  notice.textContent = '';
  setTimeout(() => {
    notice.textContent = text;
  }, 150);
}

/** @type {HTMLElement | null} */
const all = document.querySelector('#all');
if (all !== null) {
  all.hidden = false;
  all.addEventListener('click', () => {
    for (const pick of document.querySelectorAll('.pick input'))
      if (pick instanceof HTMLInputElement) pick.checked = true;
  });
}
if (box !== null) {
  box.checked = storedSetting() !== 'off';
  box.addEventListener('change', () => {
    storeSetting(box.checked);
  });
}
document.addEventListener('keydown', onKey);
focusTarget();
announce();

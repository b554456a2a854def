import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { BroadsideError } from '../../web/src/events/errors.ts';
import { Origins } from '../../web/src/network/origins.ts';
import { type CheckedElement, check, maximumDepth, maximumNodes } from '../../web/src/tree/check.ts';
import { Setting } from '../../web/src/tree/setting.ts';

const base = new URL('https://news.example/a/north-korea/article.json');
const page = new URL('https://news.example/a/north-korea/en/');

function setting({ host = 'https://host.example', headingLevel = 1 } = {}): Setting {
  return new Setting({ base, page, origins: new Origins(host, base.origin), headingLevel });
}

function content(tree: unknown, place = setting()): CheckedElement {
  return check(tree, 'content', place);
}

/** Returns the tree as JsonML again, with the attributes that the loader added. */
function plain(tree: CheckedElement): unknown[] {
  const children = tree.children.map((child) => (typeof child === 'string' ? child : plain(child)));
  return [tree.name, Object.fromEntries(tree.attributes), ...children];
}

function attributes(tree: unknown, place?: Setting): Record<string, string> {
  return Object.fromEntries(content(tree, place).attributes);
}

const ours = { rel: 'noopener', target: '_blank', referrerpolicy: 'strict-origin-when-cross-origin' };

suite('a tree of content', () => {
  test('is returned unchanged', () => {
    const tree = [
      'article',
      { class: 'article', lang: 'en' },
      ['p', { class: 'dek' }, 'plain ', ['em', 'and not']],
      ['hr'],
    ];
    assert.deepEqual(plain(content(tree)), [
      'article',
      { class: 'article', lang: 'en' },
      ['p', { class: 'dek' }, 'plain ', ['em', {}, 'and not']],
      ['hr', {}],
    ]);
  });

  test('has absolute addresses, and links with the loader’s attributes', () => {
    assert.deepEqual(attributes(['a', { href: '../other/' }]), { href: 'https://news.example/a/other/', ...ours });
    assert.equal(
      attributes(['a', { href: 'https://x.example/', rel: 'nofollow ugc' }])['rel'],
      'nofollow ugc noopener',
    );
    assert.equal(attributes(['a', { href: 'mailto:a@b.example' }])['target'], '_self');
    assert.equal(attributes(['a', { href: 'x' }], setting({ host: 'https://news.example' }))['target'], '_self');
  });

  test('gives a picture its address last, since WebKit asks for it at once, with what the attributes before it say', () => {
    const names = Object.keys(attributes(['img', { src: 'a.png', alt: 'A view', loading: 'lazy' }]));
    assert.deepEqual(names, ['alt', 'loading', 'referrerpolicy', 'src']);
  });

  test('may have white space in an id only if HTML does not count it as such', () => {
    content(['code', { class: 'language-a\u00a0b' }]);
    assert.throws(() => content(['code', { class: 'language-a b' }]));
  });

  test('has fragment links to the publisher’s page of the text', () => {
    const { href = '' } = attributes(['a', { href: '#article-body' }]);
    assert.equal(href, 'https://news.example/a/north-korea/en/#article-body');
    assert.equal(setting().fragment(new URL(href)), 'article-body');
    assert.equal(setting().fragment(new URL('https://news.example/a/north-korea/es/#article-body')), undefined);
  });

  test('has headings at the level that the host wants', () => {
    const names = (headingLevel: number): string[] =>
      ['h1', 'h2', 'h6', 'hr'].map((name) => content([name], setting({ headingLevel })).name);
    assert.deepEqual(names(1), ['h1', 'h2', 'h6', 'hr']);
    assert.deepEqual(names(3), ['h3', 'h4', 'h6', 'hr']);
  });

  test('shows the description of a picture that lies on the host’s own origin', () => {
    const tree = ['p', ['img', { src: 'https://host.example/log-out', alt: 'A view' }]];
    assert.deepEqual(content(tree).children, ['A view']);
    assert.equal(plain(content(tree, setting({ host: 'https://news.example' }))).length, 3);
    assert.notEqual(content(tree, setting({ host: 'https://news.example' })).children[0], 'A view');
  });

  test('leaves out an address that no browser can read, and shows the description of a picture that has one', () => {
    for (const address of ['http://[::1', 'http://a:99999/', 'http://xn--a/', 'https://a|b/']) {
      const tree = content([
        'p',
        ['a', { href: address, title: 'there' }, 'here'],
        ['img', { src: address, alt: 'A view' }],
      ]);
      assert.deepEqual(plain(tree), ['p', {}, ['a', { title: 'there' }, 'here'], 'A view']);
    }
  });

  test(`may be ${String(maximumDepth)} elements deep and hold ${String(maximumNodes)} nodes`, () => {
    content(nested(maximumDepth));
    content(['p', ...new Array<string>(maximumNodes - 1).fill('x')]);
  });
});

function nested(depth: number): unknown {
  let tree: unknown[] = ['div'];
  for (let i = 1; i < depth; i++) tree = ['div', tree];
  return tree;
}

// These own members have names that an object inherits, as JSON.parse makes them.
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const hostile: Record<string, unknown> = {
  'no tree': 'text',
  null: null,
  'an object': { 0: 'p', length: 1 },
  'an empty array': [],
  'a form': ['form', { action: 'https://evil.example/' }],
  'a form without attributes': ['form'],
  'a button': ['button', { type: 'submit' }, 'Win'],
  'a text field': ['input', { type: 'text' }],
  'a password field': ['input', { type: 'password', disabled: '' }],
  'a checkbox that works': ['input', { type: 'checkbox' }],
  'an input without type': ['input', { disabled: '' }],
  'a text area': ['textarea'],
  'a label for our field': ['label', { for: 'reply-name' }],
  'a script': ['script', 'alert(1)'],
  'a script in capitals': ['SCRIPT', 'alert(1)'],
  'an element in capitals': ['P', 'text'],
  'a style sheet': ['style', '*{display:none}'],
  'a frame': ['iframe', { src: 'https://evil.example/' }],
  'an object element': ['object'],
  'an svg': ['svg'],
  'a template': ['template'],
  'a slot': ['slot'],
  'a custom element': ['broadside-article', { src: 'x' }],
  'a name that is a list': [['p']],
  'a name that is a number': [1],
  'a target': ['a', { href: 'x', target: '_top' }],
  'a style': ['p', { style: 'position:fixed' }],
  'a handler': ['img', { src: 'x', onerror: 'alert(1)' }],
  'a ping': ['a', { href: 'x', ping: 'https://evil.example/' }],
  'a download': ['a', { href: 'x', download: '' }],
  'a popover': ['div', { popover: '' }],
  'a slot name': ['div', { slot: 'x' }],
  'a part': ['div', { part: 'x' }],
  'an is': ['p', { is: 'x-y' }],
  'a tabindex': ['p', { tabindex: '1' }],
  'a name attribute': ['a', { name: 'reply-form' }],
  'an access key': ['a', { href: 'x', accesskey: 's' }],
  'a srcset': ['img', { src: 'x', srcset: 'javascript:x 1x' }],
  'an attribute in capitals': ['a', { HREF: 'x' }],
  javascript: ['a', { href: 'javascript:alert(1)' }],
  'javascript in capitals with blanks': ['a', { href: ' \u0001JaVa\tScript:alert(1)' }],
  'javascript in a list': ['a', { href: ['javascript:1'] }],
  'javascript by toString': ['a', { href: { toString: 'javascript:1' } }],
  data: ['img', { src: 'data:image/svg+xml,<svg onload=alert(1)>' }],
  blob: ['a', { href: 'blob:https://host.example/1' }],
  file: ['a', { href: 'file:///etc/passwd' }],
  'view-source': ['a', { href: 'view-source:https://x.example/' }],
  'a picture without source': ['img', { alt: 'x' }],
  'a class that is not ours': ['p', { class: 'overlay' }],
  'a class of the form': ['div', { class: 'field' }],
  'classes with a foreign one among them': ['p', { class: 'dek overlay' }],
  'an id of the form': ['p', { id: 'reply-name' }],
  'an id without prefix': ['p', { id: 'top' }],
  'an id with a blank': ['p', { id: 'article-a b' }],
  'a role': ['p', { role: 'alert' }],
  'a live region': ['p', { 'aria-live': 'assertive' }],
  'a huge width': ['img', { src: 'x', width: '99999999' }],
  'a width in words': ['img', { src: 'x', width: '1e3' }],
  'a number as value': ['img', { src: 'x', width: 10 }],
  'a direction of its own': ['p', { dir: 'up' }],
  'a language that is none': ['p', { lang: 'en"' }],
  'a language tag that the core takes for none': ['p', { lang: 'e1-b' }],
  'a language tag that is too long': ['p', { lang: 'en-12345678-12345678-12345678-12345678' }],
  'a flag with a value': ['input', { type: 'checkbox', disabled: 'false' }],
  'attributes twice': ['p', {}, {}],
  'null as child': ['p', null],
  'a number as child': ['p', 1],
  'something in an empty element': ['hr', 'text'],
  'deep in the tree': ['article', ['p', 'x'], ['div', ['p', ['a', { href: 'x', target: 'y' }]]]],
  '101 elements deep': nested(maximumDepth + 1),
  '100,000 elements deep': nested(100_000),
  'a million nodes': ['p', ...new Array<string>(1_000_000).fill('')],
  'a million elements': ['div', ...new Array<string[]>(1_000_000).fill(['p'])],
};
for (const name of inherited) {
  hostile[`${name} as an element`] = [name];
  hostile[`${name} as an attribute`] = ['p', JSON.parse(`{"${name}": "x"}`)];
}

suite('a hostile tree of content is refused:', () => {
  for (const [what, tree] of Object.entries(hostile)) {
    test(what, () => {
      assert.throws(
        () => content(tree),
        (thrown) => thrown instanceof BroadsideError && thrown.code === 'view',
      );
    });
  }

  test('and the error says where', () => {
    assert.throws(() => content(hostile['deep in the tree']), {
      where: 'view/2/1/1',
      message: 'no attribute "target" on <a>',
    });
  });
});

suite('a tree of the interface', () => {
  test('may contain the form, its fields and buttons', () => {
    const form = [
      'form',
      { class: 'form', novalidate: '' },
      ['input', { type: 'text', name: 'email' }],
      ['button', { type: 'submit' }],
    ];
    assert.equal(check(form, 'interface', setting()).name, 'form');
  });

  for (const [what, tree] of Object.entries({
    'an action': ['form', { action: 'x' }],
    'a password field': ['input', { type: 'password' }],
    'a field of another form': ['input', { type: 'text', form: 'x' }],
    'an unknown name': ['input', { type: 'text', name: 'card' }],
    'a button that goes elsewhere': ['button', { type: 'submit', formaction: 'x' }],
    'a script': ['script'],
  })) {
    test(`may not have ${what}`, () => {
      assert.throws(() => check(tree, 'interface', setting()), BroadsideError);
    });
  }
});

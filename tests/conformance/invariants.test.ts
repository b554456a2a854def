import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWords, rawHtmlWords } from '../../web/src/generated/rules.ts';
import { attacks } from '../support/attacks.ts';
import { RandomMarkdown } from '../support/random-markdown.ts';
import { rendered, type RenderOptions } from '../support/rendered.ts';

const waysToRender: readonly RenderOptions[] = profileWords.flatMap((profile) =>
  rawHtmlWords.flatMap((html) => [{ profile, html }, { profile, html, typography: 'smart', language: 'ja' } as const]),
);

describe('the invariants of the output hold', () => {
  for (const [source, texts] of Object.entries(attacks)) {
    for (const text of texts) {
      it(`for ${JSON.stringify(text.slice(0, 80))} (${source})`, () => {
        for (const how of waysToRender) rendered(text, how);
      });
    }
  }

  const inputs = Number(process.env['BROADSIDE_RANDOM_INPUTS'] ?? 100_000);
  const seed = Number(process.env['BROADSIDE_SEED'] ?? 1);
  it(`for ${inputs} random mixtures of Markdown and HTML (BROADSIDE_RANDOM_INPUTS), seed ${seed} (BROADSIDE_SEED)`, () => {
    const random = new RandomMarkdown(seed);
    for (let i = 0; i < inputs; i++) {
      const text = random.next();
      const how = random.pick(waysToRender) ?? {};
      try {
        rendered(text, how);
      } catch (thrown) {
        assert.fail(`input ${i}, ${JSON.stringify(text)}, ${JSON.stringify(how)}: ${String(thrown)}`);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { goToReplies, useChromium } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

/**
 * For each language: a headline of three lines, and the height, in em, that Noto's font for its script needs for one
 * line.
 */
const texts: Readonly<Record<string, { title: string; words: string; ink: number; family: string }>> = {
  ur: {
    title: 'شمالی کوریا نے واشنگٹن کی درخواستوں کا جواب نہیں دیا، مذاکرات کی کوشش ناکام ہو گئی',
    words: 'یہ مضمون ایک اخبار کے لیے لکھا گیا ہے اور اسے کئی صفحات پر شائع کیا جاتا ہے۔',
    ink: 2.4,
    family: 'Noto Nastaliq Urdu',
  },
  km: {
    title: 'កូរ៉េខាងជើងបដិសេធកិច្ចប្រឹងប្រែងការទូតរបស់ទីក្រុងវ៉ាស៊ីនតោនជាថ្មីម្តងទៀត',
    words: 'អត្ថបទនេះត្រូវបានសរសេរសម្រាប់កាសែត ហើយវាត្រូវបានបោះពុម្ពផ្សាយនៅលើទំព័រជាច្រើន។',
    ink: 1.46,
    family: 'Noto Serif Khmer',
  },
  th: {
    title: 'เกาหลีเหนือปฏิเสธความพยายามทางการทูตของวอชิงตัน ที่นี่และที่นั้นอีกครั้งหนึ่ง',
    words: 'บทความนี้เขียนขึ้นสำหรับหนังสือพิมพ์ และเผยแพร่บนหน้าเว็บหลายหน้า',
    ink: 1.36,
    family: 'Noto Serif Thai',
  },
  vi: {
    title: 'Bắc Triều Tiên cự tuyệt nỗ lực ngoại giao của Washington và những đề nghị gặp gỡ',
    words: 'Bài viết này được viết cho một tờ báo và được đăng trên nhiều trang.',
    ink: 1.3,
    family: 'Noto Serif',
  },
  ar: {
    title: 'كوريا الشمالية ترفض مساعي واشنطن الدبلوماسية وتترك رسائلها بلا جواب',
    words: 'كُتب هذا المقال لصحيفة ويُنشر على صفحات كثيرة.',
    ink: 1.31,
    family: 'Noto Naskh Arabic',
  },
  hi: {
    title: 'उत्तर कोरिया ने वॉशिंगटन की कूटनीतिक कोशिशों को ठुकराया, संदेशों का कोई उत्तर नहीं',
    words: 'यह लेख एक अख़बार के लिए लिखा गया है और कई पृष्ठों पर प्रकाशित होता है।',
    ink: 1.31,
    family: 'Noto Serif Devanagari',
  },
  my: {
    title: 'မြောက်ကိုရီးယားက ဝါရှင်တန်၏ သံတမန်ရေး ကြိုးပမ်းမှုကို ငြင်းပယ်လိုက်သည်',
    words: 'ဤဆောင်းပါးကို သတင်းစာတစ်စောင်အတွက် ရေးသားထားပြီး စာမျက်နှာများစွာတွင် ဖော်ပြသည်။',
    ink: 1.72,
    family: 'Noto Serif Myanmar',
  },
  bo: {
    title: 'བྱང་ཀོ་རི་ཡས་ཝ་ཤིང་ཊོན་གྱི་ཕྱི་འབྲེལ་འབད་བརྩོན་ཁས་མ་བླངས་པ་རེད།',
    words: 'རྩོམ་ཡིག་འདི་ཚགས་པར་ཞིག་གི་ཆེད་དུ་བྲིས་པ་དང་ཤོག་ངོས་མང་པོའི་ཐོག་ཏུ་འགོད་བཞིན་ཡོད།',
    ink: 1.66,
    family: 'Noto Serif Tibetan',
  },
  cs: {
    title: 'Říše ďáblů: Ťuhýk žlutý úpěl, když Šárčin pstruh vyplul, a Řehoř nic nežádal',
    words: 'Tento článek byl napsán pro noviny a vychází na mnoha stránkách.',
    ink: 1.18,
    family: 'Noto Serif',
  },
  ja: {
    title: '北朝鮮、ワシントンの外交努力を拒絶し、書簡にはいまだ返答がないと報じられる',
    words: 'この記事は新聞のために書かれ、多くのページに掲載されています。',
    ink: 1.07,
    family: 'Noto Serif CJK JP',
  },
};

const markdown = (words: string): string => `${words} **${words}** ${words}

## ${words}

> ${words}

- ${words}
- ${words}

| ${words} | B |
| --- | --- |
| C | D |
`;

suite('a text is set', () => {
  const visitors = useChromium('the fonts and lines that are measured are Chromium’s');

  async function open(t: TestContext, language: string, translation = {}) {
    const { title, words, family } = texts[language] ?? { title: 'A title', words: 'Words.', family: 'Noto Serif' };
    const world = await World.start(t);
    const written = { title, dek: words, markdown: markdown(words), url: `${language}/`, ...translation };
    world.put(article({ default: language, translations: { [language]: written } }));
    world.host.put(
      '',
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
       <meta name="color-scheme" content="light dark"><title>Host</title>
       <style>body { margin: 0; --broadside-font: '${family}' }</style>
       <broadside-article src="${world.src}"></broadside-article><script async src="${world.loader}"></script>`,
    );
    const page = await visitors.open({ viewport: { width: 760, height: 900 } });
    await page.goto(world.host.url());
    await page.locator('.article').waitFor();
    return { page, world };
  }

  /** Returns the height of lines in em, and the space between letters. */
  function lineOf(page: Page, selector: string): Promise<{ height: number; spacing: string }> {
    return page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const { lineHeight, fontSize, letterSpacing } = getComputedStyle(node);
        return { height: parseFloat(lineHeight) / parseFloat(fontSize), spacing: letterSpacing };
      });
  }

  // Lade1q/planning-ai#515, adobe/spectrum-css#3256
  for (const [language, { ink }] of Object.entries(texts)) {
    test(`in ${language} in lines that do not touch each other`, async (t) => {
      const { page } = await open(t, language);
      for (const selector of ['.title', '.dek', '.body p', '.body h2', '.body li', '.body td'])
        assert.ok((await lineOf(page, selector)).height > ink - 0.001, selector);
      const isAlphabet = ['vi', 'cs'].includes(language);
      assert.equal((await lineOf(page, '.title')).spacing !== 'normal', isAlphabet);
      const first = await page
        .locator('.body > p')
        .first()
        .evaluate((node) => getComputedStyle(node, '::first-letter').getPropertyValue('initial-letter'));
      assert.equal(first !== 'normal', isAlphabet);
    });
  }

  test('in English in lines as tight as before', async (t) => {
    const { page } = await open(t, 'en');
    assert.ok(Math.abs((await lineOf(page, '.title')).height - 1.08) < 0.001);
    assert.ok(Math.abs((await lineOf(page, '.body p')).height - 1.62) < 0.001);
    assert.notEqual((await lineOf(page, '.title')).spacing, 'normal');
  });

  test('by the script of its language tag, and a part of it by the part’s own tag', async (t) => {
    for (const [language, stack] of [
      ['az-Arab', 1.5],
      ['pa-Arab', 2.4],
      ['hi-Latn', 1.18],
      ['sr-Khmr', 1.75],
    ] as const) {
      const { page } = await open(t, language);
      assert.ok(Math.abs((await lineOf(page, '.title')).height - stack) < 0.001, language);
    }
    const inParts =
      'One.\n\n<p lang="ur">دو</p>\n\n## A <span lang="en">B</span>\n\n<p>A <span lang="ur">دو</span></p>';
    const { page } = await open(t, 'en', { markdown: inParts });
    await page.evaluate(() => document.querySelector('broadside-article')?.setAttribute('html', 'sanitize'));
    await page.locator('.body p[lang=ur]').waitFor();
    for (const selector of ['.body p[lang=ur]', '.body p span[lang=ur]'])
      assert.ok((await lineOf(page, selector)).height > 2.399, selector);
    assert.ok((await lineOf(page, '.body h2 span')).height <= (await lineOf(page, '.body h2')).height);
  });

  test('in the fonts of its language, and so are the replies and the form', async (t) => {
    const { page, world } = await open(t, 'ja');
    const replies = ['良い記事です', 'שלום לכולם'].map((text, i) => ({
      id: String(i),
      place: i + 1,
      name: 'N',
      text,
      language: 'ja',
      created: '2026-01-02T03:04:05Z',
    }));
    world.publisher.put('replies', JSON.stringify({ replies, next: null }));
    await page.reload();
    await page.locator('.article').waitFor();
    await goToReplies(page);
    await page.locator('.reply').nth(1).waitFor();
    // Returns the locale that `lang` results in, by which a browser chooses among several possible fonts.
    const locale = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).getPropertyValue('-webkit-locale').replaceAll('"', ''));
    for (const selector of ['.title', '.replies-title', '.reply-name', '.form-title', 'textarea', '.announcement'])
      assert.equal(await locale(selector), 'ja', selector);
    assert.equal(await locale('.reply:first-child .reply-text p'), 'ja');
    assert.equal(await locale('.reply:last-child .reply-text p'), 'und-Hebr');
    world.publisher.put('replies', (_, response) => response.writeHead(500).end());
    await page.reload();
    await page.locator('.article').waitFor();
    await goToReplies(page);
    await page.locator('.replies .problem').waitFor();
    assert.equal(await locale('.replies .problem'), 'ja');
    const translations = { ja: { title: '題', markdown: '文。', url: 'ja/' } };
    world.put(article({ default: 'ja', translations, replies: { endpoint: 'replies', state: 'closed' } }));
    await page.reload();
    await page.locator('.article').waitFor();
    await goToReplies(page);
    // The loader's own words, without the core.
    await page.locator('.broadside > .status').waitFor();
    assert.equal(await locale('.broadside > .status'), 'ja');
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const words =
  'the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too little how good world make very year still see own work men day get here old between both being under'.split(
    ' ',
  );

/** Returns the same numbers below 1 for the same seed (a linear congruence). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
}

function sentence(random: () => number): string {
  const chosen = Array.from(
    { length: 8 + Math.floor(random() * 9) },
    () => words[Math.floor(random() * words.length)] ?? '',
  );
  if (random() < 0.3) chosen[2] = `*${chosen[2] ?? ''}*`;
  if (random() < 0.2) chosen[4] = `[${chosen[4] ?? ''}](https://example.org/${chosen[4] ?? ''})`;
  const text = chosen.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function paragraph(random: () => number): string {
  return Array.from({ length: 4 }, () => sentence(random)).join(' ');
}

function article(random: () => number, number: number): string {
  const date = new Date(Date.UTC(2016, 0, 1) + (number % 3600) * 86_400_000).toISOString().slice(0, 10);
  const quote = paragraph(random);
  const body = [
    paragraph(random),
    '## A part',
    paragraph(random),
    `> ${quote}`,
    '- one\n- two *three*',
    paragraph(random),
  ];
  return `---
title: 'Article ${String(number)}'
dek: '${String(number)} words about it'
authors: [Writer ${String(number % 50)}]
published: ${date}
---

${body.join('\n\n')}

${paragraph(random)}
`;
}

/** Writes a publisher's folder with articles of some 2.2 KB, and returns the file of one of its texts. */
export function writeArchive(folder: string, count: number): string {
  const random = numbers(1);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'broadside.yaml'),
    'url: https://news.example/\npublisher: {name: The Daily}\ndefault: en\n',
  );
  for (let i = 0; i < count; i++) {
    const own = path.join(folder, 'content', `article-${String(i).padStart(5, '0')}`);
    mkdirSync(own, { recursive: true });
    for (const language of ['en', 'es']) writeFileSync(path.join(own, `${language}.md`), article(random, i));
  }
  return path.join(folder, 'content/article-00000/en.md');
}

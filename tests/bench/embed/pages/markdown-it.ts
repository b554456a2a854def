import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { fetchMarkdown, show } from './page.ts';

const renderer = new MarkdownIt({ html: true });
show(DOMPurify.sanitize(renderer.render(await fetchMarkdown())));

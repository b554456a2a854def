import DOMPurify from 'dompurify';
import { init, mdToHtml } from 'md4w';
import { fetchMarkdown, show } from './page.ts';

const [markdown] = await Promise.all([fetchMarkdown(), init('small')]);
show(DOMPurify.sanitize(mdToHtml(markdown)));

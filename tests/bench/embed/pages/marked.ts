import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { fetchMarkdown, show } from './page.ts';

show(DOMPurify.sanitize(marked.parse(await fetchMarkdown(), { async: false })));

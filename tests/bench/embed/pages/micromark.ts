import { micromark } from 'micromark';
import { fetchMarkdown, show } from './page.ts';

show(micromark(await fetchMarkdown()));

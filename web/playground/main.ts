import { startPlayground } from './playground.ts';

await startPlayground();

import compiled from 'broadside-core-module';
import { type CoreModule, instantiateNow } from '../core/instantiate.ts';

let core: CoreModule | undefined;

/** Returns the core. Workers compile no bytes while they run; they are deployed with the module. */
export function coreModule(): CoreModule {
  return (core ??= instantiateNow((imports) => new WebAssembly.Instance(compiled, imports)));
}

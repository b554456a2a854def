/** The build makes this module, of the words in all languages but English, and of the languages' names (`names`). */
declare module 'broadside-words' {
  export type Module = () => Promise<{ readonly default: unknown }>;
  const modules: Record<string, Module>;
  export default modules;
}

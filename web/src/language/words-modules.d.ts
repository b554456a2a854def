/** The build makes this module, of the words in all languages but English. */
declare module 'broadside-words' {
  const modules: Record<string, () => Promise<{ readonly default: unknown }>>;
  export default modules;
}

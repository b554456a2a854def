/** The facts that manifest.json states about a loader. */
export interface Manifest {
  /** The folder that a site serves the files from, named by their version and hash. */
  readonly folder: string;
  /** The integrity (SRI) of each file. */
  readonly files: Readonly<Record<string, string>>;
}

/** Returns what a page pastes to show an article, if the loader's folder is served below an address. */
export function tagFor({ folder, files }: Manifest, below: string): string {
  return `<script async src="${below}${folder}/broadside.js" integrity="${files['broadside.js'] ?? ''}" crossorigin="anonymous"></script>
<broadside-article src="https://news.example/north-korea/article.json">
  <a href="https://news.example/north-korea/en/">North Korea Leaves Washington’s Calls Unanswered</a>
</broadside-article>
`;
}

/** The facts about an article that is shown which its host may want. */
export interface ArticleInfo {
  readonly title: string;
  /** The language in which it is shown (BCP 47); empty if nobody states it. */
  readonly language: string;
  /** The languages in which there is a text. */
  readonly languages: readonly string[];
  /** The address of the publisher's own page of the text. */
  readonly page: string;
}

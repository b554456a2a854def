import type { Core } from '../core/core.ts';
import type { BroadsideError } from '../events/errors.ts';
import type { Messages } from '../language/messages.ts';
import type { Stage } from '../stage/stage.ts';
import type { Setting } from '../tree/setting.ts';
import type { ReplyClient } from './client.ts';

/** The words, the setting and the language in which an article is shown. */
export interface ShownArticle {
  readonly messages: Messages;
  readonly setting: Setting;
  /** The language of the text. */
  readonly language: string;
  readonly title: string;
}

/** The parts and facts that the thread and the forms of one conversation share. */
export interface ConversationContext {
  readonly core: Core;
  readonly client: ReplyClient;
  readonly stage: Stage;
  /** True if new replies are taken. */
  readonly open: boolean;
  /** The number of levels of replies that are shown below each other. */
  readonly depth: number;
  /** True if all texts of the article have the same replies in the same order. */
  readonly isShared: boolean;
  readonly failed: (error: BroadsideError) => void;
  /** Changes what stands below the article, and leaves the reader where they were. */
  readonly change: (act: () => void) => void;
  /** Aborts when the conversation ends, and with it everything that its parts have begun. */
  readonly end: AbortSignal;
}

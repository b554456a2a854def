import { BroadsideError } from '../events/errors.ts';
import { parseWebAddress } from '../network/address.ts';
import { keep, recall } from '../page/storage.ts';

/** A host's demands on an article, as it has written them: its publisher's public keys, and the earliest version. */
export interface Trust {
  /** One public key, or two while the publisher changes from one to the other. */
  readonly key: string;
  readonly notBefore: string | undefined;
}

/** The facts about an article that its publisher has signed (docs/signing.md). */
interface Statement {
  readonly broadside: number;
  readonly id: string;
  readonly canonical: string;
  readonly modified?: string;
  /** The SHA-256 of each file by its path in the publisher's site. */
  readonly files: Readonly<Record<string, string>>;
}

// The last character has two bits that mean nothing, and must be as encoders write it. The points of small order, whose signatures
// fit any text, begin as in the first group, and other keys do by a chance of one in ten thousand millions.
const publicKey = /^(?!A[AQ]AAAA|7[Pfv]____|JuiVj8|xxdqcD)[\w-]{42}[AEIMQUYcgkosw048]$/;
const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;
const unknownForm = 'has a form that is not known here';
const encoder = new TextEncoder();

/** Returns the public keys that the value of `key` holds, which is none if any of them is not as it must be. */
export function publicKeysIn(value: string): readonly string[] {
  const keys = value.trim().split(/\s+/);
  return keys.length <= 2 && keys.every((key) => publicKey.test(key)) ? keys : [];
}

/** Returns whether it is a day or a time in UTC, such as 2026-11-28 or 2026-11-28T10:00:00Z. Both have the order of their characters. */
export function isNotBefore(value: string): boolean {
  return date.test(value);
}

/**
 * The signature of an article, verified. It answers whether what has come is what the publisher signed. Errors have the code
 * `signature`, `outdated`, or `unverifiable` if this browser cannot verify signatures.
 */
export class Signature {
  /** The address of article.json on the publisher's site, against which the publisher wrote its relative addresses. */
  readonly base: URL;
  readonly #statement: Statement;
  readonly #where: string;

  private constructor(statement: Statement, where: string) {
    this.#statement = statement;
    this.#where = where;
    this.base = parseWebAddress('../article.json', statement.canonical) ?? refuse(where, unknownForm);
  }

  /** Verifies the content of an article.sig.json, which came from `where`. */
  static async verify(file: string, trust: Trust, where: string): Promise<Signature> {
    try {
      return new Signature(await readStatement(file, trust, where), where);
    } catch (thrown) {
      throw BroadsideError.from(thrown, 'signature', where);
    }
  }

  /** Throws unless this is the article.json that was signed for the address `src`, and no older than what this browser has seen. */
  async checkArticle(text: string, src: URL, { notBefore }: Trust): Promise<void> {
    const { id, modified = '' } = this.#statement;
    if (!src.pathname.endsWith(`/${id}/article.json`)) refuse(this.#where, `is that of ${id}`);
    await this.checkFile('article.json', text);
    if (notBefore !== undefined && !isNotBefore(notBefore)) refuse(this.#where, 'not-before is no date');
    const seen = `broadside:signed:${src.href}`;
    for (const bound of [notBefore, recall(seen)])
      if (bound && !(modified >= bound))
        throw new BroadsideError('outdated', this.#where, `older than ${bound}: ${modified}`);
    if (modified) keep(seen, modified);
  }

  /** Throws unless the text is that of the file of this name beside article.json. */
  async checkFile(name: string, text: string): Promise<void> {
    const { id, files } = this.#statement;
    if (files[`${id}/${name}`] !== (await sha256(text))) refuse(this.#where, `does not sign this ${name}`);
  }
}

async function readStatement(file: string, { key }: Trust, where: string): Promise<Statement> {
  const { jws } = JSON.parse(file) as { jws: string };
  const [, input = '', header, payload = '', signature = ''] =
    /^(([\w-]+)\.([\w-]+))\.([\w-]{85}[AQgw])$/.exec(jws) ?? [];
  // There is one right header for a key, so that no header has to be read before it is known to be the publisher's.
  const signer = publicKeysIn(key).find((key) => header === headerOf(key));
  if (signer === undefined) refuse(where, 'is by none of these keys');
  if (!(await isSigned(signer, signature, input, where))) refuse(where, 'is wrong');
  const text = atob(toBase64(payload));
  const statement = JSON.parse(text) as Statement;
  if (statement.broadside !== 1 || JSON.stringify(statement) !== text) refuse(where, unknownForm);
  return statement;
}

function headerOf(key: string): string {
  return btoa(`{"alg":"Ed25519","typ":"vnd.broadside.article","kid":"${key}"}`);
}

async function isSigned(key: string, signature: string, input: string, where: string): Promise<boolean> {
  try {
    // Pages that are not secure have no `subtle`.
    const imported = await crypto.subtle.importKey('raw', toBytes(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, toBytes(signature), encoder.encode(input));
  } catch (thrown) {
    const message = `Ed25519 needs https, and Chrome 137, Firefox 129 or Safari 17: ${String(thrown)}`;
    throw new BroadsideError('unverifiable', where, message);
  }
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(toBase64(base64url)), (character) => character.charCodeAt(0));
}

function toBase64(base64url: string): string {
  return base64url.replaceAll('-', '+').replaceAll('_', '/');
}

function refuse(where: string, why: string): never {
  throw new BroadsideError('signature', where, `the signature ${why}`);
}

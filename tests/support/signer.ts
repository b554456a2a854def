import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** The statement about an article with this text of article.json, with what a test wants otherwise. */
export function statementOn(articleJson: string, differences: object = {}): Record<string, unknown> {
  const { id, canonical, modified } = JSON.parse(articleJson) as Record<string, string>;
  const files = { [`${String(id)}/article.json`]: sha256(articleJson) };
  return { broadside: 1, id, canonical, modified, files, ...differences };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A publisher's key, which signs whatever a test gives it, right or wrong. */
export class Signer {
  readonly #keys = generateKeyPairSync('ed25519');
  /** The public key, as hosts write it. */
  readonly key = this.#keys.publicKey.export({ format: 'jwk' }).x ?? '';

  /** Returns a JWS of the payload, as it is or as JSON. */
  jws(payload: object | string, header: object | string = this.header()): string {
    const input = [header, payload]
      .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${input}.${this.signature(input)}`;
  }

  header(differences: object = {}): object {
    return { alg: 'Ed25519', typ: 'vnd.broadside.article', kid: this.key, ...differences };
  }

  signature(input: string): string {
    return sign(null, Buffer.from(input), this.#keys.privateKey).toString('base64url');
  }

  /** Returns an article.sig.json. */
  file(payload: object | string, header?: object | string): string {
    return JSON.stringify({ jws: this.jws(payload, header) });
  }
}

interface Reply {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly website?: string;
  readonly text: string;
  readonly created: string;
  readonly language?: string;
}

/** A reply server for this page alone: its replies are forgotten when the page is left. */
export class Replies {
  readonly #kept: Reply[] = [];

  async answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') return Response.json({ replies: this.#kept, next: null, count: this.#kept.length });
    const { name, website, text, language } = (await request.json()) as Omit<Reply, 'id' | 'place' | 'created'>;
    const reply: Reply = {
      id: crypto.randomUUID(),
      place: this.#kept.length + 1,
      created: new Date().toISOString(),
      ...{ name, text },
      ...(website && { website }),
      ...(language && { language }),
    };
    this.#kept.push(reply);
    return Response.json({ reply, count: this.#kept.length }, { status: 201 });
  }
}

import { setMaxListeners } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTooLong } from './catalogue';

/**
 * Says when nothing more is to be done for a request: when it has taken too long, or when its client has gone. What a client that
 * has gone has ordered by a mutation is brought to its end all the same, since it cannot be known what it still saw.
 */
export function endingOf(request: FastifyRequest, reply: FastifyReply, longestMs: number): AbortSignal {
  const ending = new AbortController();
  // each statement under way listens to it
  setMaxListeners(0, ending.signal);
  const late = setTimeout(() => ending.abort(OperationTooLong({ seconds: longestMs / 1000 })), longestMs);
  reply.raw.once('close', () => {
    clearTimeout(late);
    if (!reply.raw.writableFinished && !isMutation(request)) ending.abort(new Error('the client has gone'));
  });
  return ending.signal;
}

/** Whether there may be one in it: names and texts that look like one count, too. */
function isMutation({ body }: FastifyRequest): boolean {
  const query = (body as { query?: unknown } | null | undefined)?.query;
  return typeof query === 'string' && /\bmutation\b/.test(query);
}

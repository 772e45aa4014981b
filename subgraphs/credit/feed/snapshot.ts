import { filesOf, publicKeys, type Resource } from '../../kernel';
import { feedFigures } from './consumer.service';
import { dishonesty } from './line';

export { publicKeys };

/** The published lists: one line a listing, as a table, and what a line holds. */
export const { ndjson: ndjsonSnapshot, csv: csvSnapshot, schema: lineSchema } = filesOf(dishonesty);

/** `GET /metrics/feed`: the feed and its consumers' lag, for Prometheus. */
export const feedMetrics: Resource = {
  path: '/metrics/feed',
  audience: 'operators',
  async answer(context) {
    return {
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: await feedFigures(context),
    };
  },
};

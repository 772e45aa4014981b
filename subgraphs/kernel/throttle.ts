import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Call } from './caller';
import { RateLimited } from './catalogue';

/**
 * Limits how often one caller may ask for something that could be used to guess: a number of points per window, counted by the
 * token's subject, or by address for a caller without a token. Each process counts for itself.
 */
export class Throttle {
  private readonly limiter: RateLimiterMemory;

  constructor(points: number, seconds: number) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** @throws RATE_LIMITED with the seconds to wait */
  async take({ caller, client }: Call): Promise<void> {
    await this.limiter.consume(caller.subject ?? `address ${client}`).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw RateLimited({ retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) });
    });
  }
}

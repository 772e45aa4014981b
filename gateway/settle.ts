import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { request } from 'undici';
import { CallerUnsigned, type Config, type Log } from '../subgraphs/kernel';

/** Whose points: agencies and networks have accounts of their own; the name is a pseudonym. */
export type Spend = readonly [kind: 'agency' | 'network', name: string, points: number];
interface Told {
  from: string;
  at: number;
  spent: readonly Spend[];
}

const EVERY_MS = 1_000;
export const POINTS_HEADER = 'x-onematter-points';

/**
 * What callers have spent here is told to the other gateways each second, and what they have spent there is heard of: a
 * caller has its points once, but for that second and for what a gateway that cannot be reached does not hear.
 */
export class Settlement {
  private readonly self = randomUUID();
  /** When each of the others has told last: what it said before is not heard again. */
  private readonly heard = new Map<string, number>();
  private readonly spent = new Map<string, Spend>();
  private readonly timer: NodeJS.Timeout | undefined;
  private take: (spend: Spend) => void = () => undefined;

  constructor(
    private readonly config: Pick<Config, 'gatewayKey' | 'gatewayPeers'>,
    private readonly log: Log,
  ) {
    if (config.gatewayPeers.length > 0) this.timer = setInterval(() => void this.tell(), EVERY_MS).unref();
  }

  /** Tells apart without telling who it is. */
  pseudonymOf(name: string): string {
    return this.signed(`account ${name}`).slice(0, 22);
  }

  onHeard(take: (spend: Spend) => void): void {
    this.take = take;
  }

  note([kind, name, points]: Spend): void {
    if (!this.timer) return;
    const key = `${kind} ${name}`;
    this.spent.set(key, [kind, name, points + (this.spent.get(key)?.[2] ?? 0)]);
  }

  /** @throws CALLER_UNSIGNED for what no gateway of ours has said just now */
  hear(signature: unknown, body: Buffer): void {
    const [given, wanted] = [
      Buffer.from(String(signature)),
      Buffer.from(this.signed(`points ${body.toString()}`)),
    ];
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw CallerUnsigned({ reason: { zh: '签名有误', en: 'the signature is wrong' } });
    const { from, at, spent } = JSON.parse(body.toString()) as Told;
    if (at <= (this.heard.get(from) ?? Date.now() - 5 * EVERY_MS))
      throw CallerUnsigned({ reason: { zh: '签名已过期', en: 'it was said before' } });
    this.heard.set(from, at);
    for (const spend of spent) this.take(spend);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tell(): Promise<void> {
    if (this.spent.size === 0) return;
    const told: Told = { from: this.self, at: Date.now(), spent: [...this.spent.values()] };
    this.spent.clear();
    const body = JSON.stringify(told);
    const headers = { 'content-type': 'application/json', [POINTS_HEADER]: this.signed(`points ${body}`) };
    const signal = AbortSignal.timeout(EVERY_MS);
    for (const peer of this.config.gatewayPeers)
      await request(`${peer}/points`, { method: 'POST', headers, body, signal }).then(
        (answer) => answer.body.dump(),
        (err: unknown) => this.log.warn({ err }, 'another gateway does not hear what was spent'),
      );
  }

  private signed(text: string): string {
    return createHmac('sha256', this.config.gatewayKey).update(text).digest('base64url');
  }
}

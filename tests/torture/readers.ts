import { setTimeout as sleep } from 'node:timers/promises';
import { postTo } from '../support/http';
import type { Work } from './writers';

const PAGE = `query ($after: String) { dishonestyChanges(after: $after, first: 1000) {
  ... on DishonestyChangePage { changes { line listing { cause } } next } }
  dishonestyListings(first: 100) { edges { node { cause } } } }`;

/** Looks at every page, old and new, at the snapshots and the list, and says what is served of a stint that is over. */
export async function read({ stage, stints, gate, stopped, count }: Work, faults: string[]): Promise<void> {
  let after: string | null = null;
  while (!stopped()) {
    await gate.through(look);
    await sleep(20);
  }

  async function look(): Promise<void> {
    const ended = stints.ended;
    const texts = await Promise.all([page(), snapshot('ndjson'), snapshot('csv')]);
    for (const text of texts) {
      if (text !== null) count('read');
      for (const stint of stints.servedAfterEnd(text ?? '', ended))
        faults.push(`${stint} was served after its removal`);
    }
  }

  async function page(): Promise<string | null> {
    const answer = await postTo(stage.address, PAGE, { variables: { after } }).catch(() => null);
    const next = answer?.data?.dishonestyChanges?.next as string | undefined;
    // from the beginning again, once it has come to the end
    after = next === undefined || next === after ? null : next;
    return answer?.text ?? null;
  }

  async function snapshot(format: string): Promise<string | null> {
    return fetch(`${stage.address}/feeds/dishonesty.${format}`).then(
      (response) => response.text().catch(() => null),
      () => null,
    );
  }
}

import { randomUUID } from 'node:crypto';
import type { Caller, Peer } from '../kernel';
import { WrongUse } from './errors';
import { say } from './report';

const REGISTER = 'mutation ($input: RegisterSourceInput!) { registerSource(input: $input) { name } }';

/** Registers the source of a file for the department that sends it, by the door that everybody registers theirs at. */
export async function registerSource(
  peers: ReadonlyMap<string, Peer>,
  caller: Caller,
  name: string,
): Promise<void> {
  const question = { query: REGISTER, variables: { input: { name } } };
  const call = { caller, purpose: null, requestId: randomUUID(), client: 'import' };
  const { data, errors = [] } = (await peers.get('registry')?.ask(question, call)) ?? {};
  const [refusal] = errors;
  if (refusal || !data?.registerSource)
    throw new WrongUse(`--register: ${refusal?.message ?? 'the register of sources does not answer'}`);
  say(`来源系统已登记 source registered: ${name}`);
}

import { pseudonym, type Caller } from '../../../subgraphs/kernel';
import { TEST_SETTINGS } from '../../support/settings';
import type { fieldworkBed } from './inspection-sample';

/** What tests of tips do: give one, ask who knows of it, take a step. */
export function tipsIn(bed: ReturnType<typeof fieldworkBed>) {
  let asked = 0;
  let receiptCode = '';

  const run = (verb: string, type: string, input: object, caller: Caller, what: string) =>
    bed.run(`mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${what} } }`, {
      caller,
      variables: { input },
    });
  const given = async (changes: object = {}) => {
    const input = { category: 'MARKET', regionCode: '430682', subject: '锁闭出口', description: '情况' };
    const { data } = await bed.run(
      'mutation ($input: TipInput!) { submitTip(input: $input) { receiptCode } }',
      { client: `r${++asked}`, variables: { input: { ...input, ...changes } } },
    );
    receiptCode = data.submitTip.receiptCode;
    const receipt = pseudonym('tip receipt', receiptCode, TEST_SETTINGS.dataKey);
    const [row] = await bed.subgraph.db.read<{ number: string }>(
      'SELECT number FROM tip WHERE receipt_pseudonym = $1',
      [receipt],
    );
    return row?.number ?? '';
  };
  const known = async (number: string, caller: Caller) =>
    (
      await bed.run('query ($number: ID!) { tip(number: $number) { number } }', {
        caller,
        variables: { number },
      })
    ).data.tip !== null;
  return { run, given, known, receipt: () => receiptCode, nextClient: () => `p${++asked}` };
}

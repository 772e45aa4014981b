import type { DepartmentKind } from '../../subgraphs/kernel';
import type { Platform } from '../support/platform';

const SCOPES = ['registry', 'equipment', 'quality', 'enforcement', 'credit', 'hazards', 'training']
  .flatMap((part) => [`write:${part}`, `decide:${part}`])
  .join(' ');

/** Tells a story over HTTP: officers by their names, who report, decide and ask. Nobody’s name (null) is the public. */
export function storyOf(platform: Platform) {
  const tokens = new Map<string, string>();
  const ask = (
    who: string | null,
    query: string,
    variables: Record<string, unknown> = {},
    purpose?: string,
  ) => platform.post(query, { token: who === null ? null : tokens.get(who), variables, purpose });
  return {
    ask,
    /** The clock at noon in China. */
    on: (day: string) => platform.now(`${day}T04:00:00Z`),
    /** The last moment of a day in China, and the first one after it. */
    endOf: (day: string) => platform.now(`${day}T15:59:59Z`),
    after: (day: string) => platform.now(`${day}T16:00:00Z`),
    employ: async (name: string, department: DepartmentKind, region: string) => {
      tokens.set(
        name,
        await platform.tokenOf({ subject: name, department, region, scope: `${SCOPES} share:conditional` }),
      );
    },
    submit: async (who: string, mutation: string, input: string, ...records: object[]) => {
      const query = `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "synthetic", records: $records) { accepted rejected { message } } }`;
      const { data, errors } = await ask(who, query, { records });
      expect(data?.receipt ?? errors).toEqual({ accepted: records.length, rejected: [] });
    },
    /** Takes a step and gives what is asked of its result. */
    step: async (who: string | null, verb: string, type: string, input: object, fields = '__typename') => {
      const answer = await ask(
        who,
        `mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${fields} } }`,
        { input },
      );
      if (answer.errors) throw new Error(`${verb}: ${JSON.stringify(answer.errors)}`);
      return answer.data.done;
    },
    /** The code with which a step is refused. */
    refusal: async (who: string | null, verb: string, type: string, input: object) => {
      const { errors } = await ask(
        who,
        `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`,
        { input },
      );
      return errors?.map(({ extensions }) => extensions.code);
    },
  };
}

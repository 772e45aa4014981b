import {
  Kind,
  OperationTypeNode,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Caller, RequestContext, Subgraph } from '../kernel';
import type { Asking } from '../matters/collect/collect';

/** The departments’ books in this process, asked as the gateway is: what is asked of each is a field of one subgraph. */
export class Books implements Asking {
  constructor(
    private readonly running: ReadonlyMap<string, Subgraph>,
    private readonly caller: Caller,
  ) {}

  /** The moment that the books are at. */
  now(): Date {
    return this.open(this.running.get('matters') as Subgraph).now;
  }

  /** The day of that moment, here. */
  today(): string {
    return this.open(this.running.get('matters') as Subgraph).today;
  }

  private open(subgraph: Subgraph): RequestContext {
    const { caller } = this;
    return subgraph.open({ caller, purpose: null, requestId: 'demo-data', client: 'demo-data' });
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const [operation] = parse(query).definitions as [OperationDefinitionNode];
    const answers = await Promise.all(
      [...this.running.values()].map(async (subgraph) => {
        const own = operation.selectionSet.selections.filter((field) => isOf(subgraph, operation, field));
        if (own.length === 0) return {};
        const { data, errors: [error] = [] } = await subgraph.execute(
          { document: partOf(operation, own), variables },
          this.open(subgraph),
        );
        if (error) throw new Error(`a made-up step was refused: ${error.message}`);
        return data ?? {};
      }),
    );
    return Object.assign({}, ...answers) as Record<string, unknown>;
  }
}

function isOf({ schema }: Subgraph, { operation }: OperationDefinitionNode, field: SelectionNode): boolean {
  const root = operation === OperationTypeNode.MUTATION ? schema.getMutationType() : schema.getQueryType();
  return (field as FieldNode).name.value in (root?.getFields() ?? {});
}

/** Some fields of an operation, with the variables that they name. */
function partOf(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode {
  const part = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const named = new Set<string>();
  visit(part.selectionSet, { Variable: ({ name }) => void named.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    named.has(variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...part, variableDefinitions }] };
}

import { Supergraph as Composed, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode } from '@apollo/query-planner';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { AnswerShapes } from './answer-shape';

/** What is prepared of one operation, to be run as often as it is asked. */
export interface Plan {
  /** None if nothing has to be fetched. */
  node: PlanNode | undefined;
  shapes: AnswerShapes;
}

const LARGEST_STORE = 50 * 1024 * 1024;

/** The plans of a supergraph by Apollo’s planner; those not asked for the longest make room for others. */
export class Plans {
  /** With all that is hidden from clients. */
  readonly schema: GraphQLSchema;
  private readonly planner: QueryPlanner;
  private readonly stored = new Map<string, Plan & { size: number }>();
  private size = 0;

  constructor(
    supergraphSdl: string,
    private readonly apiSchema: GraphQLSchema,
  ) {
    // ApolloGateway, which has loaded it, validates it outside of production
    const supergraph = Composed.build(supergraphSdl, { validateSupergraph: false });
    this.schema = supergraph.schema.toGraphQLJSSchema();
    // the parsed document of each fetch, for subgraphs in this process
    this.planner = new QueryPlanner(supergraph, { exposeDocumentNodeInFetchNode: true });
  }

  /** @param key one for each operation of each document */
  of(key: string, document: DocumentNode, operation: OperationDefinitionNode): Plan {
    const known = this.stored.get(key);
    if (known) this.stored.delete(key);
    else this.makeRoom();
    const plan = known ?? this.make(document, operation);
    if (!known) this.size += plan.size;
    // as the last one: the first is the one not asked for the longest
    this.stored.set(key, plan);
    return plan;
  }

  private makeRoom(): void {
    for (const [key, { size }] of this.stored) {
      if (this.size < LARGEST_STORE) return;
      this.stored.delete(key);
      this.size -= size;
    }
  }

  private make(document: DocumentNode, operation: OperationDefinitionNode): Plan & { size: number } {
    const { planner, apiSchema } = this;
    const asked = operationFromDocument(planner.supergraph.apiSchema(), document, {
      operationName: operation.name?.value,
    });
    const { node } = planner.buildQueryPlan(asked);
    if (node?.kind === 'Subscription') throw new Error('subscriptions cannot be run');
    const fragments = document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [each] : [],
    );
    const byName = new Map(fragments.map((each) => [each.name.value, each]));
    const shapes = new AnswerShapes({ schema: apiSchema, operation, fragments: byName });
    return { node, shapes, size: JSON.stringify(node ?? null).length };
  }
}

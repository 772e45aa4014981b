import { Supergraph as Composed } from '@apollo/federation-internals';
import type { PlanNode } from '@apollo/query-planner';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  printSchema,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { AnswerShapes } from './answer-shape';
import { Kept, weightOf } from './kept';
import { PlanningThread } from './planning';

/** What is prepared of one operation, to be run as often as it is asked. */
export interface Plan {
  /** None if nothing has to be fetched. */
  node: PlanNode | undefined;
  shapes: AnswerShapes;
}
/** An operation to be planned. */
export interface ToPlan {
  /** One for each operation of each document. */
  key: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * What the planner is asked for a document: nothing that is skipped whatever the variables say, and of each object its type
 * besides. Where all that is asked of an object hangs on conditions, the planner would let the object itself hang on them, and
 * it would be told as null when they say no. The answer has no more than was asked.
 */
export function certain(document: DocumentNode): DocumentNode {
  if (!/@(skip|include)\b/.test(print(document))) return document;
  const leaveOut = (node: SelectionNode) => (isNeverAsked(node) ? null : undefined);
  return visit(document, {
    Field: leaveOut,
    InlineFragment: leaveOut,
    FragmentSpread: leaveOut,
    SelectionSet: {
      leave: (set, _key, parent) =>
        (parent as ASTNode).kind === Kind.FIELD || set.selections.length === 0
          ? { ...set, selections: [...set.selections, TYPENAME] }
          : undefined,
    },
  });
}

function isNeverAsked({ directives = [] }: SelectionNode): boolean {
  return directives.some(
    ({ name, arguments: [condition] = [] }) =>
      condition?.value.kind === Kind.BOOLEAN &&
      ((name.value === 'skip' && condition.value.value) ||
        (name.value === 'include' && !condition.value.value)),
  );
}

/** In bytes of memory, which a plan has ten times as many of as characters. */
const LARGEST_STORE = 96 * 1024 * 1024;

/** The plans of a supergraph by Apollo’s planner. */
export class Plans {
  /** With all that is hidden from clients. */
  readonly schema: GraphQLSchema;
  private readonly thread: PlanningThread;
  private readonly stored = new Kept<Plan>(LARGEST_STORE);
  private readonly underWay = new Map<string, Promise<Plan>>();
  private readonly composed: Composed;

  constructor(
    supergraphSdl: string,
    private readonly apiSchema: GraphQLSchema,
  ) {
    // ApolloGateway, which has loaded it, validates it outside of production
    this.composed = Composed.build(supergraphSdl, { validateSupergraph: false });
    this.schema = this.composed.schema.toGraphQLJSSchema();
    this.thread = new PlanningThread(supergraphSdl);
  }

  /** The schema that clients see, as a text for code generators. */
  apiSdl(): string {
    return `${printSchema(this.composed.apiSchema().toGraphQLJSSchema()).trim()}\n`;
  }

  /** Whoever still waits has the plan; there is no thread left after that, until one is needed. */
  end(): Promise<void> {
    return this.thread.end();
  }

  of(wanted: ToPlan): Plan | Promise<Plan> {
    return this.stored.get(wanted.key) ?? this.underWay.get(wanted.key) ?? this.begun(wanted);
  }

  /** Whoever asks the same meanwhile waits for the same plan. */
  private begun(wanted: ToPlan): Promise<Plan> {
    const making = this.make(wanted).finally(() => this.underWay.delete(wanted.key));
    this.underWay.set(wanted.key, making);
    return making;
  }

  private async make(wanted: ToPlan): Promise<Plan> {
    const { document, operation } = wanted;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION)
      throw new Error('subscriptions cannot be run');
    const question = { query: print(certain(document)), operationName: operation.name?.value };
    return this.store(wanted, await this.thread.plan(question));
  }

  private store({ key, document, operation }: ToPlan, node: PlanNode | undefined): Plan {
    // without the places of its parts, which hold the whole text and all of its tokens
    const { definitions } = parse(print(document), { noLocation: true });
    const fragments = definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [each] : []));
    const asked = definitions.find(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.name?.value === operation.name?.value,
    ) as OperationDefinitionNode;
    const byName = new Map(fragments.map((each) => [each.name.value, each]));
    const shapes = new AnswerShapes({ schema: this.apiSchema, operation: asked, fragments: byName });
    const plan = { node, shapes };
    const tree = weightOf(definitions);
    // a shape is about as heavy as the tree that it is made from
    this.stored.set(key, plan, weightOf(node) + tree * (1 + shapes.most));
    return plan;
  }
}

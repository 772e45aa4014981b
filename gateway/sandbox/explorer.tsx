import {
  pick,
  useGraphiQL,
  useOperationsEditorState,
  useOptimisticState,
  type GraphiQLPlugin,
} from '@graphiql/react';
import {
  isRequiredArgument,
  Kind,
  OperationTypeNode,
  print,
  type GraphQLArgument,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { useState } from 'react';
import {
  choicesOf,
  inside,
  parseQuery,
  selected,
  selectionsOf,
  toggleArgument,
  toggleChoice,
  type Choice,
  type Target,
} from './selection';

/** A query built by ticking: the schema as a tree beside the editor, each following the other. */
export const EXPLORER_PLUGIN: GraphiQLPlugin = {
  title: '勾选查询 · Explorer',
  icon: Icon,
  content: Explorer,
};

const ROOTS = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION, OperationTypeNode.SUBSCRIPTION];

/** What every branch of one root's tree needs. */
interface Tree {
  readonly schema: GraphQLSchema;
  readonly onChoice: (path: readonly Choice[]) => void;
  readonly onArgument: (path: readonly Choice[], argument: GraphQLArgument) => void;
}

function Explorer() {
  const { schema, operationName } = useGraphiQL(pick('schema', 'operationName'));
  const [text, setText] = useOptimisticState(useOperationsEditorState());
  const document = parseQuery(text);
  if (!schema) return <p className="explorer">正在读取模式 · The schema is being read</p>;
  if (!document)
    return (
      <p className="explorer">
        查询有语法错误，改正后可继续勾选 · The query has a syntax error: mend it to go on ticking
      </p>
    );
  const roots = ROOTS.flatMap((operation) => {
    const type = schema.getRootType(operation);
    return type ? [{ target: { operation, name: operationName }, type }] : [];
  });
  const treeOf = (target: Target): Tree => ({
    schema,
    onChoice: (path) => setText(toggleChoice(text, target, path, schema)),
    onArgument: (path, argument) => setText(toggleArgument(text, target, path, argument)),
  });
  return (
    <section className="explorer" aria-label="勾选查询 · Explorer">
      {roots.map(({ target, type }) => (
        <details key={type.name} open={target.operation === OperationTypeNode.QUERY}>
          <summary>{type.name}</summary>
          <Branches
            of={choicesOf(type, schema)}
            above={[]}
            among={selectionsOf(document, target)}
            tree={treeOf(target)}
          />
        </details>
      ))}
    </section>
  );
}

interface BranchesProps {
  readonly of: readonly Choice[];
  readonly above: readonly Choice[];
  readonly among: readonly SelectionNode[];
  readonly tree: Tree;
}

function Branches({ of, above, among, tree }: BranchesProps) {
  return (
    <ul>
      {of.map((choice) => (
        <Branch
          key={choice.step}
          path={[...above, choice]}
          choice={choice}
          selection={selected(choice, among)}
          tree={tree}
        />
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly choice: Choice;
  /** From the root down to the choice itself. */
  readonly path: readonly Choice[];
  readonly selection: SelectionNode | undefined;
  readonly tree: Tree;
}

function Branch({ choice, path, selection, tree }: BranchProps) {
  // until it is folded by hand, a branch is open where something in it is asked for
  const [byHand, setByHand] = useState<boolean>();
  const below = choicesOf(choice.type, tree.schema);
  const isOpen = below.length > 0 && (byHand ?? Boolean(selection));
  return (
    <li>
      {below.length > 0 && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={choice.step}
          onClick={() => setByHand(!isOpen)}
        />
      )}
      <label title={choice.field?.description ?? choice.type.description ?? undefined}>
        <input type="checkbox" checked={Boolean(selection)} onChange={() => tree.onChoice(path)} />
        {choice.field?.deprecationReason ? <s>{choice.step}</s> : choice.step}{' '}
        {choice.field && <small>{String(choice.field.type)}</small>}
      </label>
      <Arguments path={path} selection={selection} tree={tree} />
      {isOpen && <Branches of={below} above={path} among={inside(selection)} tree={tree} />}
    </li>
  );
}

/** Shown at a field that is asked for; their values are typed in the editor. */
function Arguments({ path, selection, tree }: Omit<BranchProps, 'choice'>) {
  const all = path.at(-1)?.field?.args ?? [];
  if (selection?.kind !== Kind.FIELD || all.length === 0) return null;
  const given = new Map(selection.arguments?.map(({ name, value }) => [name.value, print(value)]));
  return (
    <ul className="arguments">
      {all.map((argument) => (
        <li key={argument.name}>
          <label title={argument.description ?? undefined}>
            <input
              type="checkbox"
              checked={given.has(argument.name)}
              disabled={isRequiredArgument(argument) && given.has(argument.name)}
              onChange={() => tree.onArgument(path, argument)}
            />
            {argument.name}: <small>{given.get(argument.name) ?? String(argument.type)}</small>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5.5l1.5 1.5L8 4M4 12.5l1.5 1.5L8 11M4 19.5l1.5 1.5L8 18M11 6h9M11 13h9M11 20h9" />
    </svg>
  );
}

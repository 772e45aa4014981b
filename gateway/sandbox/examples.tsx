import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from './queries';

interface ExamplesProps {
  /** Asks from now on as the persona with this id, if it is offered. */
  readonly onPersona: (id: string) => void;
}

/** Opens an example in a tab of its own, so that nothing already written is lost, as the persona who may ask it. */
export function Examples({ onPersona }: ExamplesProps) {
  const { addTab, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  const open = (example: Example) => {
    const variables = fill(example.variables, responseEditor?.getValue() ?? '');
    if (example.persona) onPersona(example.persona);
    addTab();
    updateActiveTabValues({ query: example.query, variables, operationName: null });
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variables);
  };
  return (
    <nav className="examples" aria-label="示例查询 · Example queries">
      <span aria-hidden="true">示例 · Examples</span>
      {EXAMPLES.map((example) => (
        <button key={example.title} type="button" disabled={!queryEditor} onClick={() => open(example)}>
          {example.title}
        </button>
      ))}
    </nav>
  );
}

/** An enterprise on the screen is a better question than the one we happen to know: its USCC is taken from the last answer. */
function fill(variables: Example['variables'], answer: string): string {
  if (!variables) return '';
  const uscc = /"uscc": "(\w{18})"/.exec(answer)?.[1];
  return JSON.stringify('uscc' in variables && uscc ? { uscc } : variables, null, 2);
}

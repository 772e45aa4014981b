import { useHeadersEditorState } from '@graphiql/react';
import type { FocusEvent, KeyboardEvent } from 'react';

/** One of the callers that the gateway offers while the development key is in use. */
export interface Persona {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A signed token, or null for the public, who sends none. */
  readonly token: string | null;
  /** Why guarded data is read; the gateway writes it into the audit record. */
  readonly purpose?: string;
}

/**
 * Empty when the gateway offers none: without the development key it answers 404.
 * The page must open all the same when this one answer is late or broken.
 */
export async function loadPersonas(): Promise<readonly Persona[]> {
  try {
    const answer = await fetch('/sandbox/personas', { signal: AbortSignal.timeout(3000) });
    const { personas = [] } = answer.ok ? ((await answer.json()) as { personas?: Persona[] }) : {};
    return personas;
  } catch {
    return [];
  }
}

/**
 * The headers of one request: the persona's, then what the developer typed, which wins.
 *
 * A typed Authorization drops the persona's purpose as well: it would be recorded under the name of somebody else.
 */
export function headersFor(persona: Persona | undefined, typed: Record<string, unknown> = {}): Headers {
  const isSomebodyElse = Object.keys(typed).some((name) => name.toLowerCase() === 'authorization');
  const headers = new Headers(isSomebodyElse ? {} : personaHeaders(persona));
  for (const [name, value] of Object.entries(typed)) headers.set(name, asciiHeader(name, String(value)));
  return headers;
}

function personaHeaders(persona: Persona | undefined): Record<string, string> {
  if (!persona?.token) return {};
  const Authorization = `Bearer ${persona.token}`;
  if (!persona.purpose) return { Authorization };
  return { Authorization, 'X-Access-Purpose': asciiHeader('X-Access-Purpose', persona.purpose) };
}

/** A browser refuses Chinese in a header; the gateway decodes the percent signs of this one. */
function asciiHeader(name: string, value: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(value);
  return isPlain || name.toLowerCase() !== 'x-access-purpose' ? value : encodeURIComponent(value);
}

interface PickerProps {
  readonly personas: readonly Persona[];
  readonly picked: Persona | undefined;
  readonly onPick: (persona: Persona) => void;
}

export function PersonaPicker({ personas, picked, onPick }: PickerProps) {
  const overridden = useTypedAuthorization();
  if (!picked) return <TokenHint isTyped={overridden} />;
  const pick = (id: string) => onPick(personas.find((persona) => persona.id === id) ?? picked);
  const persona = picked.token ? 'agency' : 'public';
  const caller = overridden ? 'typed' : persona;
  return (
    <section className="persona" data-caller={caller} aria-label="身份 · Persona">
      <label htmlFor="persona">
        身份 <span lang="en">Persona</span>
      </label>
      <select
        id="persona"
        value={picked.id}
        onChange={(event) => pick(event.target.value)}
        aria-describedby="persona-says"
      >
        {personas.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <p id="persona-says" role="status">
        {overridden
          ? '不生效：Headers 标签页中的 Authorization 优先 · Not in force: the Authorization in the Headers tab is sent instead'
          : picked.description}
      </p>
      <SentHeaders headers={overridden ? {} : personaHeaders(picked)} />
    </section>
  );
}

function SentHeaders({ headers }: { readonly headers: Record<string, string> }) {
  const lines = Object.entries(headers);
  return (
    <details onBlur={closeOnLeave} onKeyDown={closeOnEscape}>
      <summary>
        请求头 <span lang="en">Headers sent</span> ({lines.length})
      </summary>
      {/* focusable, so that selecting text in it does not count as leaving it */}
      <div className="sent" tabIndex={-1}>
        {lines.length === 0 && <p>身份不附加请求头 · The persona adds no header</p>}
        {lines.map(([name, value]) => (
          <p key={name}>
            <b>{name}</b> <code>{value}</code>
          </p>
        ))}
        <p className="note">
          令牌仅存于本页内存，不写入浏览器存储；过期后请刷新页面 · Tokens stay in this page’s memory, never in
          the browser’s storage; reload the page when they have expired
        </p>
      </div>
    </details>
  );
}

function closeOnLeave({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>): void {
  if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

function closeOnEscape({ currentTarget, key }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key === 'Escape') currentTarget.open = false;
}

function TokenHint({ isTyped }: { readonly isTyped: boolean }) {
  if (isTyped)
    return <p className="hint">以 Headers 标签页中的令牌查询 · You ask with the token in the Headers tab</p>;
  return (
    <p className="hint">
      以公众身份查询；持令牌者请填入编辑器下方的 Headers 标签页 · You ask as the public; put a token into the
      Headers tab below the editor: <code>{'{ "Authorization": "Bearer …" }'}</code>
    </p>
  );
}

/** Whether the Headers tab holds a token of its own (a line commented out does not count). */
function useTypedAuthorization(): boolean {
  const [typed] = useHeadersEditorState();
  return /^(?!\s*\/\/).*"authorization"\s*:/im.test(typed);
}

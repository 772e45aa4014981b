import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import type { Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { editor } from 'monaco-graphql/esm/monaco-editor';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Examples } from './examples';
import { EXPLORER_PLUGIN } from './explorer';
import { headersFor, loadPersonas, PersonaPicker, type Persona } from './persona';
import { ONE_MATTER } from './queries';

const PLUGINS = [EXPLORER_PLUGIN, HISTORY_PLUGIN];
const STORAGE = withoutHeaders(localStorage);
const isNarrow = matchMedia('(max-width: 640px)').matches;
const bar = elementById('bar');

function Sandbox({ personas }: { readonly personas: readonly Persona[] }) {
  const [picked, setPicked] = useState(() => personas.find(({ id }) => id === lastPicked()) ?? personas[0]);
  // GraphiQL asks for the schema anew whenever its fetcher changes: so one fetcher for good, which looks here who asks.
  const caller = useRef(picked);
  const [fetcher] = useState(() => askAs(() => caller.current));
  const onPick = (persona: Persona) => {
    caller.current = persona;
    sessionStorage.setItem('persona', persona.id);
    setPicked(persona);
  };
  const onPersona = (id: string) => {
    const meant = personas.find((persona) => persona.id === id);
    if (meant) onPick(meant);
  };
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      storage={STORAGE}
      shouldPersistHeaders={false}
      defaultQuery={ONE_MATTER}
      defaultEditorToolsVisibility={!isNarrow}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      {createPortal(
        <>
          <h1>一件事 · OneMatter</h1>
          <PersonaPicker personas={personas} picked={picked} onPick={onPick} />
          <Examples onPersona={onPersona} />
        </>,
        bar,
      )}
    </GraphiQL>
  );
}

/** Its id only, never its token: after a reload, which also renews the tokens, the same persona asks. */
function lastPicked(): string | null {
  return sessionStorage.getItem('persona');
}

function askAs(caller: () => Persona | undefined): Fetcher {
  return async (request, options) => {
    const headers = headersFor(caller(), options?.headers);
    headers.set('accept', 'application/graphql-response+json, application/json');
    headers.set('content-type', 'application/json');
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(request) });
    const text = await response.text();
    try {
      return JSON.parse(text) as ExecutionResult;
    } catch {
      throw new Error(`/graphql must answer JSON, but got: HTTP ${response.status} ${text.slice(0, 200)}`);
    }
  };
}

/** GraphiQL's history writes each request's headers to disk, whatever `shouldPersistHeaders` says: a token must not lie there. */
function withoutHeaders(disk: Storage): Storage {
  return {
    get length() {
      return disk.length;
    },
    clear: () => disk.clear(),
    key: (index) => disk.key(index),
    getItem: (name) => disk.getItem(name),
    removeItem: (name) => disk.removeItem(name),
    setItem: (name, value) =>
      disk.setItem(name, /:(queries|favorites)$/.test(name) ? dropHeaders(value) : value),
  };
}

function dropHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'headers' ? undefined : value));
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html must have an element with the id ${id}`);
  return element;
}

// Chinese punctuation is no attempt to deceive: Monaco would frame every full-width comma.
editor.onDidCreateEditor((created) =>
  created.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } }),
);

// There a plugin covers the whole session: it must not be the first thing one sees.
if (isNarrow) localStorage.removeItem('graphiql:visiblePlugin');

createRoot(elementById('sandbox')).render(<Sandbox personas={await loadPersonas()} />);

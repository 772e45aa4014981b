import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes on what the feed says, but for its snapshot: that is a list of its own, with headers of its own. */
export async function startMirror(from: string, list: string, changed: Record<string, string>) {
  const server = createServer((request, response) => {
    void (async () => {
      const { status, headers, body } = await fetch(from + request.url!, {
        headers: { 'accept-encoding': 'identity' },
      });
      const isList = request.url === '/feeds/dishonesty.ndjson';
      const told = [...headers].filter(([name]) => name.startsWith('x-feed-') || name === 'content-type');
      response.writeHead(status, { ...Object.fromEntries(told), ...(isList && changed) });
      response.end(isList ? list : Buffer.from(await new Response(body).arrayBuffer()));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

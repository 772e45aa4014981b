import { connect } from 'node:net';

/** An answer as it came over the connection. */
export interface RawAnswer {
  status: number;
  /** By their names in small letters. */
  headers: Record<string, string>;
  text: string;
}

/** Sends bytes over a connection of their own, as no client would make them, and reads what comes until it ends. */
export async function sendRaw(address: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const chunks: Buffer[] = [];
  await new Promise<void>((done) => {
    socket.on('data', (chunk) => chunks.push(chunk));
    // what was sent but not read resets the connection, after the answer
    socket.on('error', () => undefined);
    socket.on('close', () => done());
  });
  return answerIn(Buffer.concat(chunks).toString());
}

/** The lines of a request, which asks for the connection to be closed after it. */
export function requestOf(line: string, headers: readonly string[] = [], body = ''): string {
  return [line, 'connection: close', ...headers, '', body].join('\r\n');
}

function answerIn(all: string): RawAnswer {
  // that it may go on is said before the answer
  const text = all.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')] as const;
  });
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers),
    text: text.slice(end + 4),
  };
}

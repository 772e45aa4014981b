import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { WrongUse } from '../errors';
import { asXlsx, refuseOtherFiles } from './other-files';

export type Attributes = SaxesTagNS['attributes'];

/** Is told of the elements of a part that belong to a workbook, by their local names, and of the text between them. */
export interface Handler {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** From one part to another, as a file of relations states it. `type` is the last word of an official type, or empty. */
export interface Relation {
  id: string;
  type: string;
  target: string;
}

/** The namespaces of what is read, the strict ones of ISO/IEC 29500 included. What others say is none of a workbook's. */
const NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);
const RELATION_TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/;
const RELATION_NAMESPACE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships$/;

/** A million rows of twenty columns are 750 MB; what unpacks to more is no workbook of an agency. */
const MOST_BYTES = 2 ** 31;
/** A cell has 32,767 characters at most, and no workbook nests this deep: more is made to fill the memory. */
const LONGEST_TOKEN = 1 << 22;
const DEEPEST = 64;

/** The parts of a workbook's file, found as the Open Packaging Conventions say: by relation, never by a usual name. */
export class Package {
  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly zip: ZipFile) {}

  static async open(path: string): Promise<Package> {
    await refuseOtherFiles(path);
    const opened = new Package(await openPromise(path, { autoClose: false }));
    try {
      await opened.list();
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  private async list(): Promise<void> {
    let bytes = 0;
    for await (const entry of this.zip.eachEntry()) {
      const key = keyOf(entry.fileName);
      if (this.entries.has(key)) throw new Error(`it has two parts of the name ${entry.fileName}`);
      this.entries.set(key, entry);
      bytes += entry.uncompressedSize;
    }
    if (bytes > MOST_BYTES)
      throw new WrongUse(
        'The workbook unpacks to more than 2 GB, which is not read: save its sheet as CSV and import that.',
      );
  }

  close(): void {
    this.zip.close();
  }

  /** The part that the package is about, which must be a workbook. */
  async mainPart(): Promise<string> {
    if (!this.entries.has('[content_types].xml') && this.entries.has('mimetype'))
      throw asXlsx('is an OpenDocument file (.ods)');
    const main = (await this.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? '';
    const type = await this.contentType(main);
    if (/\.binary\./.test(type)) throw asXlsx('is a binary workbook (.xlsb)');
    if (!/^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml|ms-excel)\..*\+xml$/.test(type))
      throw new Error(`its main part is ${main || 'missing'}, of the type ${type || 'unknown'}`);
    return main;
  }

  private async contentType(part: string): Promise<string> {
    const types = new Map<string, string>();
    const open = (_: string, { Extension, PartName, ContentType }: Attributes) =>
      void types.set(
        PartName ? keyOf(PartName.value) : `.${Extension?.value.toLowerCase()}`,
        ContentType?.value ?? '',
      );
    await this.readAll('[Content_Types].xml', { open });
    const key = keyOf(part);
    return types.get(key) ?? types.get(key.slice(key.lastIndexOf('.'))) ?? '';
  }

  /** Where the relations of a part lead; the package's own are those of the part ''. */
  async relations(part: string): Promise<Relation[]> {
    const relations: Relation[] = [];
    const open = (name: string, { Id, Type, Target, TargetMode }: Attributes) => {
      if (name !== 'Relationship' || TargetMode?.value === 'External') return;
      const type = RELATION_TYPE.exec(Type?.value ?? '')?.[1] ?? '';
      relations.push({ id: Id?.value ?? '', type, target: resolved(Target?.value ?? '', part) });
    };
    await this.readAll(part.replace(/[^/]*$/, '_rels/$&.rels'), { open });
    return relations;
  }

  has(part: string): boolean {
    return this.entries.has(keyOf(part));
  }

  sizeOf(part: string): number {
    return this.entryOf(part).uncompressedSize;
  }

  private entryOf(part: string): Entry {
    const entry = this.entries.get(keyOf(part));
    if (!entry) throw new Error(`it has no part ${part}`);
    return entry;
  }

  async readAll(part: string, handler: Handler): Promise<void> {
    for await (const _ of this.read(part, handler));
  }

  /** Reads a part, and gives the bytes of each piece, so that what the handler has gathered can be handed on. */
  async *read(part: string, handler: Handler): AsyncGenerator<number> {
    const entry = this.entryOf(part);
    const parser = new PartParser(handler);
    let sum = 0;
    for await (const chunk of (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      parser.write(chunk);
      yield chunk.length;
    }
    parser.end();
    if (sum !== entry.crc32) throw new Error(`the part ${part} has another checksum than it should`);
  }
}

/** XML in UTF-8 or UTF-16 of which no token outgrows the memory. */
class PartParser {
  private readonly parser = new SaxesParser({ position: false, xmlns: true });
  private decoder: TextDecoder | undefined;
  private depth = 0;
  /** How many bytes came since the last token. */
  private pending = 0;

  constructor(handler: Handler) {
    this.parser.on('opentag', ({ uri, local, attributes }) => {
      this.pending = 0;
      if (++this.depth > DEEPEST) throw new Error('its elements are nested too deep');
      if (NAMESPACES.has(uri)) handler.open?.(local, attributes);
    });
    this.parser.on('closetag', ({ uri, local }) => {
      this.pending = 0;
      this.depth--;
      if (NAMESPACES.has(uri)) handler.close?.(local);
    });
    this.parser.on('text', (text) => handler.text?.(text));
    this.parser.on('cdata', (text) => handler.text?.(text));
    this.parser.on('doctype', () => {
      throw new Error('it has a document type declaration');
    });
    this.parser.on('error', (error) => {
      throw error;
    });
  }

  write(chunk: Buffer): void {
    this.decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    this.pending += chunk.length;
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
    if (this.pending > LONGEST_TOKEN) throw new Error('it has a text that is longer than any cell');
  }

  end(): void {
    this.parser.write(this.decoder?.decode() ?? '');
    this.parser.close();
  }
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Names of parts are compared without regard to case, and be they percent-encoded or not. */
function keyOf(part: string): string {
  const name = part.replace(/^\//, '');
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

/** A target is relative to the part that names it, or begins at the root. */
function resolved(target: string, part: string): string {
  return new URL(target, `http://package/${part}`).pathname.slice(1);
}

/** The id of the relation that an element names: an attribute of whatever prefix. */
export function relationId(attributes: Attributes): string {
  const named = Object.values(attributes).find(
    ({ local, uri }) => local === 'id' && RELATION_NAMESPACE.test(uri),
  );
  return named?.value ?? '';
}

const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
let codes: Map<string, Buffer> | undefined;

/** GB 18030, which Node decodes but does not encode: its decoder, turned around. */
export function gb18030(text: string): Buffer {
  codes ??= basicCodes();
  const known = codes;
  return Buffer.concat(
    Array.from(text, (character) => {
      const code = known.get(character) ?? supplementary(character);
      if (!code) throw new Error(`GB 18030 has no code for ${character}`);
      return code;
    }),
  );
}

/** Those of the basic plane: one, two or four bytes. */
function basicCodes(): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const add = (code: Buffer) => {
    try {
      found.set(decoder.decode(code), code);
    } catch {
      // no character has this code
    }
  };
  for (let byte = 0; byte < 0x80; byte++) add(Buffer.of(byte));
  for (let number = 0; number < 4 * 12_600; number++) add(fourBytes(0x81, number));
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) add(Buffer.of(lead, trail));
  return found;
}

/** Those beyond it are numbered one by one. */
function supplementary(character: string): Buffer | null {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < 0x10000 ? null : fourBytes(0x90, codePoint - 0x10000);
}

function fourBytes(firstLead: number, number: number): Buffer {
  return Buffer.of(
    firstLead + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  );
}

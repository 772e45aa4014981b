import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(html|js|css|ttf|svg)$/;

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy allows fonts as data: URLs but no scripts; only fonts and icons may be inlined.
    assetsInlineLimit: (file) => /\.(ttf|svg)$/.test(file),
    // Monaco is one chunk of several MB; the warning would tell us nothing we could change.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      // Some fifty modules of GraphiQL's dependencies say "use client", which means nothing outside a server framework.
      onLog: (level, log, print) => log.code === 'MODULE_LEVEL_DIRECTIVE' || print(level, log),
    },
  },
  worker: { format: 'es' },
  plugins: [precompress()],
});

/** Writes `x.br` and `x.gz` beside every text asset, so that the gateway never compresses while it serves. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(files.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const raw = await readFile(path);
  // Quality 9 is within a few percent of 11 and takes a tenth of its time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  await Promise.all([
    promisify(brotliCompress)(raw, { params }).then((small) => writeFile(`${path}.br`, small)),
    promisify(gzip)(raw, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}

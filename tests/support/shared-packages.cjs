const { createRequire } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** What keeps our classes in mind, or is published as ES modules only, is loaded by each test file for itself. */
const OF_EACH_FILE =
  /[\\/]node_modules[\\/](type-graphql|typeorm|reflect-metadata|jest|jest-[\w-]+|@jest|expect|jose|sql-template-tag|content-disposition|@fastify[\\/]static)[\\/]/;
const PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * Loads packages once in a worker, not once in a test file: half of the time of a small file went into that. Our own modules
 * stay those of one file.
 */
module.exports = class SharedPackages extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (source, filename) =>
      executor.environment.getVmContext() === null
        ? null
        : compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    const path = sharedPath(from, name);
    return path === null ? super.requireModuleOrMock(from, name) : require(path);
  }
};

/** The file of a package that all share; null for what is ours, or a file's own. */
function sharedPath(from, name) {
  if (/^[./]|^node:/.test(name)) return null;
  try {
    const path = createRequire(from).resolve(name);
    return PACKAGE.test(path) && !OF_EACH_FILE.test(path) ? path : null;
  } catch {
    return null;
  }
}

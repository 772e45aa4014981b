const { createRequire } = require('node:module');
const { join, sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const ROOT = join(__dirname, '../..');
const OURS = ['cli', 'gateway', 'migrations', 'schema', 'subgraphs'].map(
  (folder) => join(ROOT, folder) + sep,
);
const PACKAGE = /[\\/]node_modules[\\/](?!(?:jest|jest-[\w-]+|@jest|expect)[\\/])/;
/** They keep our classes in mind, so that whoever has classes of his own has these of his own. */
const OF_OUR_CLASSES = /[\\/]node_modules[\\/](?:type-graphql|typeorm)[\\/]/;

// compiled as every command of ours compiles them
process.env.SWC_NODE_PROJECT ??= join(ROOT, 'tsconfig.json');
require('@swc-node/register');
// graphql looks twice at every value, a fifth of a test's time, unless it is loaded as in production
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
require('graphql/jsutils/instanceOf');
process.env.NODE_ENV = NODE_ENV;

/**
 * Loads packages and our own modules once in a worker, not once in a test file: most of the time of a small file went into
 * that. A test file whose first comment says `@jest-environment-options {"modules":"own"}` has our modules for itself: it
 * declares what others must not find declared, asks what there is of everything that was declared, or puts a mock in place.
 * So have all in watch mode, where modules change.
 */
module.exports = class SharedModules extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    this.isShared = executor.environment.hasOwnModules ? isPackage : isPackageOrOurs;
    executor.compile = (source, filename) =>
      executor.environment.getVmContext() === null
        ? null
        : compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    const path = pathOf(from, name);
    return path !== null && this.isShared(path) ? require(path) : super.requireModuleOrMock(from, name);
  }
};

/** The file that is meant; null for what comes with node, or is not found. */
function pathOf(from, name) {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}

function isPackage(path) {
  return PACKAGE.test(path) && !OF_OUR_CLASSES.test(path);
}

function isPackageOrOurs(path) {
  return PACKAGE.test(path) || OURS.some((folder) => path.startsWith(folder));
}

const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Where type-graphql and typeorm keep in mind what decorators say of our classes. */
const OF_OUR_CLASSES = ['TypeGraphQLMetadataStorage', 'typeormMetadataArgsStorage'];

/**
 * Test files of a worker run in its own global object, one after the other, so that the modules that they share see the
 * same Error and Date as they do.
 */
module.exports = class SharedContext {
  constructor({ projectConfig: config, globalConfig: { watch, watchAll } }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
    this.fakeTimers = null;
    this.hasOwnModules = watch || watchAll || config.testEnvironmentOptions.modules === 'own';
  }

  async setup() {
    if (!this.hasOwnModules) return;
    this.shared = OF_OUR_CLASSES.map((name) => [name, globalThis[name]]);
    for (const name of OF_OUR_CLASSES) delete globalThis[name];
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.global = null;
    for (const [name, shared] of this.shared ?? []) globalThis[name] = shared;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.global;
  }
};

/** Ends the run with one plain line, `tests: N passed, N failed`. A file that cannot run counts as failed. */
module.exports = class ClosingLine {
  /** @param {unknown} _ @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    process.stdout.write(
      `tests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`,
    );
  }
};

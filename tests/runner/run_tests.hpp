#pragma once

namespace broadside::test {

/// Runs the tests of the program, as Catch2's command line says, and returns the exit status for `main`.
int run_tests(int count, char** arguments);

} // namespace broadside::test

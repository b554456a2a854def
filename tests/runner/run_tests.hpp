#pragma once

namespace broadside::test {

/// Runs the tests of the program, as Catch2's command line says, and returns what `main` is to return.
int run_tests(int count, char** arguments);

} // namespace broadside::test

#define CATCH_CONFIG_RUNNER
#include "run_tests.hpp"

#include <catch2/catch.hpp>

namespace broadside::test {

int run_tests(int count, char** arguments) { return Catch::Session().run(count, arguments); }

} // namespace broadside::test

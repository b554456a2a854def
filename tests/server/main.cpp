#include "run_tests.hpp"
#include "server/process/log.hpp"
#include "support/child_server.hpp"

#include <string_view>

int main(int count, char** arguments) {
  if (count == 3 && arguments[1] == std::string_view(broadside::test::serve_flag))
    return broadside::test::serve_in(arguments[2]);
  // The server logs the bad requests that these tests send to it, as it should.
  broadside::server::log::silence();
  return broadside::test::run_tests(count, arguments);
}

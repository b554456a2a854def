#include "support/problems.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace broadside::test {

void check_problem(const Answer& answer, int status, const std::string& type) {
  CHECK(answer.status == status);
  CHECK(answer.field("Content-Type") == "application/problem+json");
  CHECK(answer.field("Access-Control-Allow-Origin") == "*");
  const auto problem = nlohmann::json::parse(answer.body);
  CHECK(problem["type"] == "urn:broadside:" + type);
  CHECK(problem["status"] == status);
  CHECK_FALSE(problem["title"].get<std::string>().empty());
  CHECK_FALSE(problem["detail"].get<std::string>().empty());
}

} // namespace broadside::test
